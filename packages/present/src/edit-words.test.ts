import { fromLibrary, libraryPatches, must } from "@crux/core";
import { expect, it } from "vitest";
import { patchWords } from "./edit-words.ts";

const essay = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const words = (name: string): readonly string[] =>
  patchWords(
    essay,
    must(
      libraryPatches("speed-simplicity").find((one) => one.name === name),
      name,
    ).patch,
  );

it("says a new value with the old one", () => {
  expect(words("slow-getter")).toEqual(["time of get the objective: 3 → 90"]);
  expect(words("overlap-alone")).toEqual(["overlap: 0 → 9/10"]);
  expect(words("nothing-known")[0]).toBe("complexity of base objective: 40 → unknown");
});

it("says what a program pays for besides, and names what the patch itself brings in", () => {
  expect(words("repair")).toEqual(["time of Simple deceptive: + get the objective"]);
  expect(words("both-cores")).toEqual([
    "new term second optimiser (complexity 20)",
    "complexity of Simple deceptive: + second optimiser",
  ]);
});

it("says who comes, goes, or pays for a term of their own", () => {
  expect(words("hybrid")).toEqual(["new program Hybrid deceptive"]);
  expect(words("too-long-to-store")).toEqual(["without Fast honest", "without Fast deceptive"]);
  expect(words("core-per-goal")[0]).toBe(
    "optimiser apart for Fast honest, Fast deceptive and Simple deceptive",
  );
  expect(words("square-price")).toEqual(["price of complexity: power, exponent 2"]);
});

it("says something of every named change", () => {
  for (const { name } of libraryPatches("speed-simplicity"))
    for (const text of words(name)) expect(text).not.toMatch(/undefined|\[object|^\s*$/);
});
