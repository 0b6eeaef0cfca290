import { expect, it } from "vitest";
import { stepNumber } from "./step-number.ts";

it("steps whole numbers and fractions by one", () => {
  expect(stepNumber("40", 1)).toBe("41");
  expect(stepNumber("3/4", 1)).toBe("7/4");
  expect(stepNumber("5", -10)).toBe("0");
});

it("steps decimals by their last place", () => {
  expect(stepNumber("0.90", 1)).toBe("0.91");
  expect(stepNumber("1.05", -10)).toBe("0.95");
  expect(stepNumber("0.5", -7)).toBe("0");
});

it("leaves what is not a number alone", () => {
  expect(stepNumber("2*phi", 1)).toBeNull();
});
