import {
  applyPatch,
  essayDebate,
  fromLibrary,
  libraryNames,
  libraryScenario,
  must,
  readScenario,
  type Scenario,
  writeScenario,
} from "@crux/core";
import { answerQuery } from "@crux/solver";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { readDebate } from "./debate.ts";
import { exportOf } from "./export-of.ts";
import { type ExportId, exportFormats, fileStem } from "./formats.ts";

const essay = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const debate = essayDebate().map(({ objection, replyTo }) => ({ objection, replyTo }));

function exported(id: ExportId, scenario: Scenario = essay, over: string | null = null): string {
  const reply = answerQuery(
    { scenario: writeScenario(scenario), query: { kind: "winners" } },
    { certificate: false },
  );
  const map = reply.ok && reply.answer.kind === "map" ? reply.answer : null;
  const text = exportOf(id, { scenario, map, debate, source: "https://crux.example/r/abc", over });
  if (!text.ok) throw new Error(text.error.map(({ message, hint }) => `${message}; ${hint}`).join());
  return text.value;
}

/** A scenario in which every text that a person may choose tries to be something else. */
function hostile(): Scenario {
  const trick =
    "</title><script>alert(1)</script> $x$ \\input{/etc/passwd} | *b* [a](javascript:b) & % # _ ^ ~ {";
  const read = readScenario({
    format: "crux/scenario",
    version: 1,
    title: trick,
    summary: `${trick}\n\n# x`,
    terms: [{ id: "a", label: trick, gloss: trick, c: "3", t: "1" }],
    programs: [
      { id: "p", name: trick, symbol: "\\input{/etc/passwd}", c: "c(a)", t: "2" },
      { id: "q", name: `${trick}2`, symbol: "H_{fh}", c: "1", t: "4" },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The blocks of maths in a LaTeX document. */
const blocksOf = (latex: string) => latex.match(/\\begin\{align\*\}[\s\S]*?\\end\{align\*\}/g) ?? [];

describe("exportOf", () => {
  it.each(libraryNames())("exports %s in every format that has something to show", (name) => {
    const scenario = must(fromLibrary(name), name);
    for (const { id } of exportFormats)
      if (!id.startsWith("map")) expect(exported(id, scenario)).not.toBe("");
  });

  it("writes JSON that is read as the same scenario", () => {
    expect(readScenario(JSON.parse(exported("json")))).toEqual({ ok: true, value: essay });
  });

  it("writes objections that are read as the same debate", () => {
    expect(readDebate(JSON.parse(exported("objections")))).toEqual({ ok: true, value: debate });
  });

  it("writes annotations that say what is meant in two ways, and what a reply answers", () => {
    const { total, first } = JSON.parse(exported("annotations"));
    expect(total).toBe(debate.length);
    expect(first.items[1]).toMatchObject({
      id: "https://crux.example/r/abc#overlap",
      motivation: ["replying", "assessing"],
      target: [
        "https://crux.example/r/abc#hybrid",
        {
          selector: [
            { value: "kind=cost&term=find(get_proxy_for_base_obj(env))&axis=t" },
            { value: "/terms/8/t", refinedBy: { type: "TextQuoteSelector", exact: "(1 - phi)*30" } },
          ],
        },
      ],
    });
  });

  it("writes LaTeX whose maths can be set, line by line, also for hostile names", () => {
    for (const scenario of [...libraryNames().map((name) => must(fromLibrary(name), name)), hostile()])
      for (const block of blocksOf(exported("latex", scenario)))
        expect(() => katex.renderToString(block, { displayMode: true, throwOnError: true })).not.toThrow();
    const [costs, flip] = blocksOf(exported("latex"));
    expect(costs).toContain("c(H_{fh}) &= c(\\mathrm{get\\_base\\_obj})");
    expect(flip).toContain("\\cancel{t(\\mathrm{mesaoptimize\\_env})}");
    expect(flip).toContain("g &= \\frac{");
  });

  it("puts no command of a person's into LaTeX", () => {
    const latex = exported("latex", hostile());
    expect(latex.replaceAll("\\textbackslash{}input", "")).not.toContain("\\input");
    expect(latex).toContain("c(H_{fh})");
  });

  it("puts no markup of a person's into Markdown or pictures", () => {
    const markdown = exported("markdown", hostile()).replace(/`[^`]*`/g, "");
    expect(markdown).not.toMatch(/(?<!\\)<|(?<!\\)\[a|(?<!\\)\*b|^# x/m);
    for (const id of ["strip.svg", "lines.svg"] as const)
      expect(exported(id, hostile())).not.toContain("<script");
  });

  it("lists the debate in Markdown, replies below what they answer", () => {
    const markdown = exported("markdown");
    expect(markdown).toContain("## Who wins where\n\nFast honest wins below 19/8.");
    expect(markdown).toMatch(/^- \*\*1\*\* Commenter \(example\), proposal \(open\), on `the scenario`: /m);
    expect(markdown).toMatch(/^ {2}- \*\*1\.1\*\* /m);
  });

  it("draws a map over what moves the flip most, or over what is named", () => {
    expect(exported("map.svg")).toContain(">c of base objective</text>");
    expect(exported("map.svg", essay, "phi")).toContain(">overlap</text>");
    expect(exported("map.svg")).toContain("Fast honest");
    expect(exported("map.svg", essay, "c(combine)")).toContain(">c of combine goals</text>");
    expect(() => exported("map.svg", essay, "nothing")).toThrow("use one of phi");
  });

  it("says that there is nothing to draw while costs are unknown", () => {
    const open = libraryScenario("speed-simplicity", ["nothing-known"]);
    if (!open.ok) throw new Error("a library patch applies");
    expect(() => exported("strip.svg", open.value)).toThrow("nothing to draw while costs are unknown");
    expect(exported("markdown", open.value)).toContain("unknown");
  });

  it("answers for every anchor that is gone", () => {
    const empty = applyPatch(essay, [{ kind: "remove-program", program: "fd" }]);
    expect(empty.ok && exported("argdown", empty.value)).toContain("(gone)");
    expect(writeScenario(essay)).toEqual(JSON.parse(exported("json")));
  });
});

describe("fileStem", () => {
  it.each([
    ["Speed + simplicity prior", "speed-simplicity-prior"],
    ["../../Étude: 1", "etude-1"],
    ["∞", "scenario"],
  ])("makes %j a file's name", (title, stem) => expect(fileStem(title)).toBe(stem));
});
