import { type Budget, type Claim, type Comparison, type Contest, printComparison, Spent } from "@crux/core";
import type { ClaimProof, Refutation } from "../certificate/claim-proof.ts";
import type { JudgeAnswer } from "../query/answer.ts";
import { decideByPoints } from "./decide.ts";
import { type Existence, judgeExistence, namesG } from "./exists.ts";
import { partsOf } from "./formula.ts";
import { createMeter, type Meter } from "./meter.ts";
import { createQuestion, type Question } from "./question.ts";
import { repairsOf } from "./repair.ts";
import { toPoint } from "./trial.ts";
import { usesOf } from "./uses.ts";

/** A claim to be judged under extra assumptions, about a contest or about free unknowns, which are then positive. */
export type Task = {
  readonly claim: Claim;
  readonly assume: readonly Comparison[];
  readonly contest: Contest | null;
};

/** The answer, without its certificate, and the proof that goes into it; null when there is nothing to prove. */
export type Judgement = { readonly answer: JudgeAnswer; readonly proof: ClaimProof | null };

/**
 * Judges a claim. Costs of programs and known values must have been put in, as `expandCosts` does.
 * Never throws `Spent`: a claim that the budget does not suffice for is undecided.
 */
export function judge(task: Task, budget: Budget): Judgement {
  try {
    return judgeWithin(task, createMeter(budget));
  } catch (error) {
    if (error instanceof Spent) return undecided(error.message);
    throw error;
  }
}

const nothing: Omit<JudgeAnswer, "verdict" | "missing"> = {
  kind: "judge",
  counterexample: null,
  example: null,
  uses: [],
  repair: [],
  certificate: null,
};

const undecided = (missing: string): Judgement => ({
  answer: { ...nothing, verdict: "undecided", missing },
  proof: null,
});

function judgeWithin({ claim, assume, contest }: Task, meter: Meter): Judgement {
  const held = [...(contest?.facts ?? []).map(({ comparison }) => comparison), ...assume];
  const sources = [...(contest?.facts ?? []).map(({ source }) => source), ...assume.map(printComparison)];
  if (claim.kind === "exists-g") {
    const inner = partsOf(claim.of, contest);
    if (inner === null) return undecided("only a claim as a whole can begin with exists g");
    return judgeExists({ held, parts: inner, isPositive: positivityOf(contest) }, sources, meter);
  }
  const parts = partsOf(claim, contest);
  if (parts === null) return undecided("only a claim as a whole can begin with exists g");
  const question = createQuestion(held, parts, positivityOf(contest));
  const disputed = (contest?.disputed ?? []).map((fact) => fact.comparison);
  return judgeQuestion(question, sources, disputed, meter);
}

/** Which unknowns are positive: all without a contest, else `g` and those that the contest lists. */
function positivityOf(contest: Contest | null): (name: string) => boolean {
  if (contest === null) return () => true;
  const positive = new Set(["g", ...contest.positive]);
  return (name) => positive.has(name);
}

function judgeQuestion(
  question: Question,
  sources: readonly string[],
  offered: readonly Comparison[],
  meter: Meter,
): Judgement {
  const { hunt, proved, nowhere, vacuous, missing } = decideByPoints(question, meter);
  const uses = (tree: Refutation): readonly string[] => usesOf(tree, question, sources);
  const counterexample = hunt.fails && toPoint(hunt.fails);
  const example = hunt.holds && toPoint(hunt.holds);
  if (vacuous !== null)
    return {
      answer: { ...nothing, verdict: "vacuous", uses: uses(vacuous), missing: "" },
      proof: { kind: "vacuous", tree: vacuous },
    };
  if (proved !== null)
    return {
      answer: { ...nothing, verdict: "proved", example, uses: uses(proved), missing: "" },
      proof: { kind: "proved", tree: proved },
    };
  if (counterexample !== null && example !== null) {
    const repairs = meter.within(300_000, () => repairsOf(hunt, offered, meter)) ?? [];
    const repair = repairs.map(({ assume }) => assume);
    return {
      answer: { ...nothing, verdict: "refuted", counterexample, example, repair, missing: "" },
      proof: { kind: "depends", repairs },
    };
  }
  if (counterexample !== null && nowhere !== null)
    return {
      answer: { ...nothing, verdict: "refuted", counterexample, uses: uses(nowhere), missing: "" },
      proof: { kind: "nowhere", tree: nowhere, repairs: [] },
    };
  return { answer: { ...nothing, verdict: "undecided", counterexample, example, missing }, proof: null };
}

function judgeExists(claim: Existence, sources: readonly string[], meter: Meter): Judgement {
  const { proved, refuted, nowhere, vacuous, example } = judgeExistence(claim, meter);
  const question = createQuestion(claim.held, claim.parts, claim.isPositive);
  const uses = (tree: Refutation): readonly string[] => usesOf(tree, question, sources);
  const outer = sources.filter((_, index) => !namesG(claim.held[index]));
  const usesOuter = (tree: Refutation): readonly string[] => usesOf(tree, question, outer);
  const shown = example && toPoint(example);
  if (vacuous !== null)
    return {
      answer: { ...nothing, verdict: "vacuous", uses: usesOuter(vacuous), missing: "" },
      proof: { kind: "vacuous", tree: vacuous },
    };
  if (proved !== null)
    return {
      answer: { ...nothing, verdict: "proved", example: shown, uses: usesOuter(proved.tree), missing: "" },
      proof: { kind: "witnesses", ...proved },
    };
  if (refuted !== null && (shown !== null || nowhere !== null))
    return {
      answer: {
        ...nothing,
        verdict: "refuted",
        counterexample: toPoint(refuted.at),
        example: shown,
        uses: shown === null && nowhere !== null ? uses(nowhere) : [],
        missing: "",
      },
      proof: {
        kind: "no-witness",
        atCounterexample: refuted.tree,
        tree: shown === null ? nowhere : null,
        repairs: [],
      },
    };
  return undecided("no formula for g was found that always will do, and no point at which none does");
}
