import { type Patch, type Scenario, writeScenario } from "@crux/core";
import { equals, parseRational, type Rational, subtract } from "@crux/core/exact";
import { effectOf, type WinnerMap } from "@crux/solver";
import { answerQuick } from "@crux/solver/quick";
import {
  casesEffect,
  type Effect,
  effectWords,
  type NoEffectReason,
  undecidedEffect,
} from "./effect-words.ts";

/** Who wins: a map, cases in words, or why neither is known. */
export type Winners =
  | { readonly kind: "map"; readonly map: WinnerMap }
  | { readonly kind: "cases"; readonly text: string }
  | { readonly kind: "undecided"; readonly missing: string };

/** A scenario with who wins in it. */
export type KnownWinners = { readonly scenario: Scenario; readonly winners: Winners };

/** What `patch` did that turned one scenario into the other, in words. */
export function effectBetween(before: KnownWinners, after: KnownWinners, patch: Patch): Effect {
  const [old, now] = [before.winners, after.winners];
  if (old.kind === "undecided") return undecidedEffect(old.missing);
  if (now.kind === "undecided") return undecidedEffect(now.missing);
  if (old.kind === "cases" || now.kind === "cases") {
    const text = now.kind === "cases" ? now.text : "all costs are known";
    return casesEffect(old.kind === "cases" && now.kind === "cases" && old.text === now.text, text);
  }
  const kind = effectOf(old.map, now.map);
  return effectWords(
    kind,
    { scenario: before.scenario, map: old.map },
    { scenario: after.scenario, map: now.map },
    kind === "none" ? reasonFor(before.scenario, after.scenario, patch, old.map) : "other",
  );
}

const TALK: readonly Patch[number]["kind"][] = [
  "set-assumption",
  "set-status",
  "remove-assumption",
  "set-key",
];

/** Why a patch moves nothing, as far as exact sums show it. */
function reasonFor(before: Scenario, after: Scenario, patch: Patch, map: WinnerMap): NoEffectReason {
  if (JSON.stringify(writeScenario(before)) === JSON.stringify(writeScenario(after)))
    return "nothing-changed";
  if (patch.every(({ kind }) => TALK.includes(kind))) return "assumption";
  const changes = changesOf(before, after);
  if (changes === null) return "other";
  const changed = changes.filter(({ c, t }) => c.num !== 0n || t.num !== 0n);
  const [first] = changes;
  if (first === undefined || changed.length === 0) return "other";
  if (isCancelling(before, after) && changes.every(({ c, t }) => equals(c, first.c) && equals(t, first.t)))
    return "cancels";
  const winners = map.segments.flatMap((one) => one.winners);
  return changed.every(({ program }) => !winners.includes(program)) ? "losers-only" : "other";
}

/** Only sums that are priced by straight lines cancel what they share. */
const isCancelling = (before: Scenario, after: Scenario): boolean =>
  [before, after].every(({ exchange }) => exchange.family === "linear");

type Change = { readonly program: string; readonly c: Rational; readonly t: Rational };

/** By how much each program's sums grew; null where programs came or went, or a sum is no rational number. */
function changesOf(before: Scenario, after: Scenario): readonly Change[] | null {
  const [old, now] = [sumsOf(before), sumsOf(after)];
  if (old === null || now === null || old.size !== now.size) return null;
  const changes = [...now].map(([program, sums]) => {
    const was = old.get(program);
    return was && { program, c: subtract(sums.c, was.c), t: subtract(sums.t, was.t) };
  });
  return changes.every((one) => one !== undefined) ? changes : null;
}

function sumsOf(scenario: Scenario): ReadonlyMap<string, Omit<Change, "program">> | null {
  const answer = answerQuick(scenario, { kind: "score", g: "1" });
  if (answer?.kind !== "score") return null;
  const sums = new Map<string, Omit<Change, "program">>();
  for (const { program, c, t } of answer.rows) {
    const [complexity, time] = [c, t].map((value) => parseRational(value?.exact ?? ""));
    if (complexity === undefined || time === undefined) return null;
    sums.set(program, { c: complexity, t: time });
  }
  return sums;
}
