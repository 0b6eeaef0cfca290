import { expect, it } from "vitest";
import { stepValue, valueAtShare } from "./steps.ts";

const range = { low: "0", high: "12" };

it("steps by hundredths of the range and stays inside it", () => {
  expect(stepValue(range, "6", 1)).toBe("153/25");
  expect(stepValue(range, "6", 100)).toBe("12");
  expect(stepValue(range, "1/3", -10)).toBe("0");
});

it("turns a place into an exact value", () => {
  expect(valueAtShare(range, 0.5)).toBe("6");
  expect(valueAtShare({ low: "-1", high: "1" }, 0.25)).toBe("-1/2");
});
