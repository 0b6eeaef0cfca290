import { expect, it } from "vitest";
import { qrPath } from "./qr-path.ts";

it("draws the three corners that a camera looks for", () => {
  const { size, data } = qrPath("http://localhost:3000/r/KWXPTN");
  expect(size).toBeGreaterThanOrEqual(21);
  for (const corner of ["M0 0h1v1h-1z", `M${size - 1} 0h1v1h-1z`, `M0 ${size - 1}h1v1h-1z`])
    expect(data).toContain(corner);
});
