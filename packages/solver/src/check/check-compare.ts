import { applyPatch, type Budget, readOverlay, readPatch, type Scenario } from "@crux/core";
import type { Proof } from "../certificate/certificate.ts";
import type { CompareAnswer, EffectKind, WinnerMap } from "../query/answer.ts";
import { checkMap } from "./check-map.ts";
import { mapQuestion } from "./map-question.ts";
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
