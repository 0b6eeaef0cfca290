import {
  applyPatch,
  type Budget,
  contestOf,
  type Expr,
  readOverlay,
  readPatch,
  type Scenario,
  subtract,
  writeScenario,
} from "@crux/core";
import type { Proof } from "../certificate/certificate.ts";
import type { CompareAnswer, EffectKind, NoEffectReason, WinnerMap } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { checkMap } from "./check-map.ts";
import { mapQuestion } from "./map-question.ts";
import { isIdenticallyZero, sameNormalForm } from "./normal-form.ts";
import { neededScenario, type Query } from "./question.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";

const STEP = "compare the maps";

/** Refuses a comparison unless both maps and the effect are right. */
export function checkCompare(
  answer: Omit<CompareAnswer, "certificate">,
  proof: Extract<Proof, { kind: "compare" }>,
  asked: Extract<Query, { kind: "compare" }>,
  json: unknown,
  budget: Budget,
): void {
  const scenario = neededScenario(json);
  const after = patched(scenario, asked.overlay);
  checkMap(answer.before, proof.before, mapQuestion(asked, scenario, budget), place("before"), budget);
  checkMap(answer.after, proof.after, mapQuestion(asked, after, budget), place("after"), budget);
  const effect = effectOf(answer.before, answer.after);
  demand(answer.effect === effect, STEP, ["effect"], `it is: ${effect}`);
  if (answer.reason === undefined) return;
  const isReason = effect === "none" && isReasonFor(answer.reason, scenario, after, answer.before, budget);
  demand(isReason, STEP, ["reason"], "that is not why nothing moves");
}

/** Whether what is said to be why nothing moves is true. */
function isReasonFor(
  reason: NoEffectReason,
  before: Scenario,
  after: Scenario,
  map: WinnerMap,
  budget: Budget,
): boolean {
  const isSame = (strip: (scenario: Scenario) => Scenario): boolean =>
    JSON.stringify(writeScenario(strip(before))) === JSON.stringify(writeScenario(strip(after)));
  const wordless = (one: Scenario): Scenario => ({ ...one, title: "", summary: "", extra: {} });
  switch (reason) {
    case "nothing-changed":
      return isSame((one) => one);
    case "words":
      return isSame(wordless);
    case "assumption":
      return isSame((one) => ({ ...wordless(one), assumptions: [] }));
    case "cancels":
      return isSharedByAll(grownScores(before, after), budget);
    case "unused":
      return isSameFor(idsOf(before), before, after, budget) && sameList(idsOf(before), idsOf(after));
    case "losers-only": {
      const winners = map.segments.flatMap((one) => one.winners);
      return isSameFor(winners, before, after, budget);
    }
    case "other":
      return true;
  }
}

const idsOf = ({ programs }: Scenario): readonly string[] => programs.map(({ id }) => id);

/** Whether the scores of these programs stay as they are. */
function isSameFor(ids: readonly string[], before: Scenario, after: Scenario, budget: Budget): boolean {
  const grown = grownScores(before, after);
  const algebra = createAlgebra(() => true, budget);
  return ids.every((id) => {
    const by = grown.get(id);
    return by !== undefined && isIdenticallyZero(by, algebra);
  });
}

/** By how much the score of each program of both scenarios grew. */
function grownScores(before: Scenario, after: Scenario): ReadonlyMap<string, Expr> {
  const old = new Map(contestOf(before).entrants.map(({ id, score }) => [id, score]));
  return new Map(
    contestOf(after).entrants.flatMap(({ id, score }) => {
      const was = old.get(id);
      return was === undefined ? [] : [[id, subtract(score, was)]];
    }),
  );
}

function isSharedByAll(grown: ReadonlyMap<string, Expr>, budget: Budget): boolean {
  const [first, ...others] = grown.values();
  const algebra = createAlgebra(() => true, budget);
  return first !== undefined && others.every((one) => sameNormalForm(one, first, algebra));
}

const place = (side: "before" | "after") => ({ answer: [side], proof: ["certificate", "proof", side] });

/** The scenario with the patch of a query applied. */
function patched(scenario: Scenario, json: unknown): Scenario {
  const path: Path = ["certificate", "request", "query", "overlay"];
  const patch = Array.isArray(json) ? readPatch(json) : readOverlay(json);
  if (!patch.ok) return refuse(STEP, path, patch.error[0]?.message ?? "not an overlay");
  const changed = applyPatch(scenario, "patch" in patch.value ? patch.value.patch : patch.value);
  return changed.ok ? changed.value : refuse(STEP, path, changed.error[0]?.message ?? "it does not fit");
}

/** What one map does to another: see `EffectKind` and the order of these questions. */
function effectOf(before: WinnerMap, after: WinnerMap): EffectKind {
  const winners = (map: WinnerMap): readonly string[] => map.segments.map((one) => one.winners.join("="));
  const ends = (map: WinnerMap): readonly string[] =>
    map.segments.map(({ to }) => to.exact ?? to.decimal ?? "");
  const [old, now] = [winners(before), winners(after)];
  if (sameList(old, now) && sameList(ends(before), ends(after))) return "none";
  if (now.some((one) => one.includes("=") && !old.includes(one))) return "ties";
  if (old.length > 1 && sameList(old.toReversed(), now)) return "reverses";
  if (now.length < old.length) return "removes";
  return now.length > old.length ? "creates" : "moves";
}
