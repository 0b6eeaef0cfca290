import { expect, it } from "vitest";
import { carried } from "./carried.ts";

it("moves a place along when the text before it grows or shrinks", () => {
  expect(carried("a + b", "long + b", 5)).toBe(8);
  expect(carried("long + b", "a + b", 8)).toBe(5);
});

it("leaves a place alone when the text behind it changes", () => {
  expect(carried("a + b", "a + long", 1)).toBe(1);
});

it("puts a place inside a text that is gone at the end of what took its place", () => {
  expect(carried("one two three", "one 2 three", 6)).toBe(5);
});
