import { expect, it } from "vitest";
import { importReport } from "./import-report.ts";

it("counts what is kept and names keys that are not understood, each once", () => {
  const report = importReport({
    title: "A",
    author: "me",
    terms: [
      { id: "a", c: "1", colour: "red" },
      { id: "b", colour: "blue" },
    ],
    programs: [{ id: "p", c: "c(a)", t: "0" }],
  });
  expect(report).toEqual({ kept: ["1 program", "2 terms"], strange: ["author", "terms › colour"] });
});
