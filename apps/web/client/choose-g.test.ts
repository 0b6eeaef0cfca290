import { expect, it } from "vitest";
import { chooseG, keyG, knobPosition, startG } from "./choose-g.ts";

const scale = { axis: { kind: "log", low: -1, high: 2 }, marks: ["19/8", "sqrt(2)"] } as const;
const at = (g: string) => knobPosition(scale.axis, g);

it("settles on an exact threshold nearby and on short decimals elsewhere", () => {
  expect(chooseG(scale, at("2.38"))).toBe("19/8");
  expect(chooseG(scale, at("1"))).toBe("1");
  expect(chooseG(scale, at("0.5"))).toBe("0.5");
});

it("stops at a threshold on the way of an arrow key", () => {
  expect(keyG(scale, "2.37", "ArrowRight")).toBe("19/8");
  expect(Number(keyG(scale, "19/8", "ArrowRight"))).toBeGreaterThan(2.375);
  expect(keyG(scale, "2.38", "ArrowLeft")).toBe("19/8");
});

it("goes to both ends and ignores other keys", () => {
  expect(Number(keyG(scale, "1", "Home"))).toBeLessThan(0.01);
  expect(Number(keyG(scale, "1", "End"))).toBeGreaterThan(1000);
  expect(keyG(scale, "1", "a")).toBeNull();
});

it("starts at a plain number inside the first band", () => {
  expect(startG(2.375)).toBe("1");
  expect(startG(0.03)).toBe("0.01");
  expect(startG(1e9)).toBe("500000000");
  expect(startG(undefined)).toBe("1");
});
