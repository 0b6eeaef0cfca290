import { readFileSync } from "node:fs";
import {
  type Claim,
  type Comparison,
  contestOf,
  createBudget,
  expandComparison,
  readClaim,
  readComparison,
  readScenario,
  type Scenario,
} from "@crux/core";
import { describe, expect, it } from "vitest";
import type { JudgeAnswer } from "../query/answer.ts";
import { judge } from "./judge.ts";

type Term = { id: string; c?: string; t?: string };

const read = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** The essay's programs, and the lazy honest, hybrid and proxy ones of its comments, with no cost known. */
function essay(): Scenario {
  const url = new URL("../../fixtures/scenarios/essay.json", import.meta.url);
  const json = JSON.parse(readFileSync(url, "utf8"));
  const unknown = ({ id, c, t }: Term): Term => ({
    id,
    ...(c === "0" ? { c } : {}),
    ...(t === "0" ? { t } : {}),
  });
  const shared = { c: "c(optimize) + c(know)", t: "t(optimize)" };
  const program = (id: string, c: string, t: string) => ({
    id,
    name: id,
    c: `${c} + ${shared.c}`,
    t: `${t} + ${shared.t}`,
  });
  return read(
    readScenario({
      ...json,
      parameters: [],
      terms: [
        ...json.terms.map((term: Term) => (term.id === "find" ? { id: "find", c: "0" } : unknown(term))),
        { id: "pursue", t: "0" },
      ],
      programs: [
        ...json.programs,
        program("lz", "c(pursue)", "t(find)"),
        program("hy", "c(simplest) + c(deployed)", "t(deployed) + t(find)"),
        program("px", "c(get)", "t(get)"),
      ],
    }),
  );
}

const scenario = essay();

function verdictOn(text: string, assume: readonly string[] = []): JudgeAnswer {
  const expand = (one: Comparison): Comparison => expandComparison(scenario, one);
  const put = (claim: Claim): Claim => {
    if (claim.kind === "comparison") return { kind: "comparison", comparison: expand(claim.comparison) };
    if (claim.kind === "wins" || claim.kind === "dominates") return claim;
    if (claim.kind === "not" || claim.kind === "exists-g") return { kind: claim.kind, of: put(claim.of) };
    return { kind: claim.kind, left: put(claim.left), right: put(claim.right) };
  };
  const task = {
    claim: put(read(readClaim(text))),
    assume: assume.map((one) => expand(read(readComparison(one)))),
    contest: contestOf(scenario),
  };
  return judge(task, createBudget(20_000_000)).answer;
}

const slower = "t(combine) + t(find) + t(outer)";

describe("judge, on the essay with nothing known", () => {
  it.each<[string, string, string[]]>([
    ["E25", "c(get) > c(simplest) + c(combine) iff c(sd) < c(fh)", []],
    ["E26", "c(fd) > c(fh)", []],
    ["E35", "t(fd) - t(fh) = t(deployed)", []],
    ["E37", "dominates(fh, fd)", []],
    ["E38", "not wins(fd)", []],
    ["E33 with what is missing", "t(fh) < t(sd)", ["t(get) <= t(find)"]],
    ["E43", "g*c(get) + t(get) <= t(find) implies score(fh) < score(sd)", []],
    [
      "E10",
      "score(fh) < score(sd)",
      ["c(get) - c(simplest) <= c(combine)", `t(get) <= ${slower}`, "t(get) < t(find)"],
    ],
    [
      "E44",
      "score(fh) < score(sd)",
      [`g < (${slower} - t(get))/(c(get) - c(simplest) - c(combine))`, "c(get) > c(simplest) + c(combine)"],
    ],
    ["C9", "score(px) = score(fh)", []],
    [
      "C26 for simple deceptive",
      "not wins(sd)",
      ["c(pursue) <= c(simplest) + c(combine)", "c(pursue) <= c(simplest) + c(deployed)"],
    ],
    [
      "C26 for fast deceptive",
      "not wins(fd)",
      ["c(pursue) <= c(simplest) + c(combine)", "c(pursue) <= c(simplest) + c(deployed)"],
    ],
    ["C27", "dominates(lz, hy)", ["c(pursue) <= c(simplest) + c(deployed)"]],
    [
      "C19",
      "c(deployed) <= c(combine) and t(deployed) <= t(combine) + t(outer) implies score(hy) <= score(sd)",
      [],
    ],
    ["C32", "c(hy) - c(lz) = c(simplest) + c(deployed) - c(pursue)", []],
    ["E5", "exists g: score(fh) < score(sd)", [`t(get) < t(find)`]],
  ])("%s: proves %s", (_id, claim, assume) => {
    const answer = verdictOn(claim, assume);
    expect([answer.verdict, answer.missing]).toEqual(["proved", ""]);
  });

  it.each<[string, string, string[]]>([
    ["E33", "t(fh) < t(sd)", []],
    ["E40", "c(sd) < c(fh) and t(sd) > t(fh)", []],
    ["E41", "score(sd) < score(fh) implies g*c(get) < t(find)", []],
    ["E41 turned round", "score(sd) < score(fh) implies g*c(get) > t(find)", ["t(get) <= t(find)"]],
    ["E43 without the getter's time", "g*c(get) <= t(find) implies score(fh) < score(sd)", []],
    ["C26 without its bound", "not wins(hy)", []],
    ["E47", "exists g: wins(fh)", []],
    ["C32", "c(hy) > c(lz)", []],
  ])("%s: refutes %s, though it may hold", (_id, claim, assume) => {
    const answer = verdictOn(claim, assume);
    expect(answer.verdict).toBe("refuted");
    expect(answer.counterexample).not.toBeNull();
    expect(answer.example).not.toBeNull();
  });

  it("C10: shows that no g makes the honest program cheaper than its twin", () => {
    const answer = verdictOn("exists g: score(fh) < score(px)");
    expect([answer.verdict, answer.example]).toEqual(["refuted", null]);
  });

  it("E33: repairs what is undoubted", () => {
    expect(verdictOn("t(fh) < t(sd)").repair).toContain("t(get) <= t(find)");
  });
});
