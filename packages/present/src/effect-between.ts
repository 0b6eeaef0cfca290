import type { Scenario } from "@crux/core";
import { effectOf, type WinnerMap } from "@crux/solver";
import { reasonForNoEffect } from "@crux/solver/no-effect";
import { casesEffect, type Effect, effectWords, undecidedEffect } from "./effect-words.ts";

/** Who wins: a map, cases in words, or why neither is known. */
export type Winners =
  | { readonly kind: "map"; readonly map: WinnerMap }
  | { readonly kind: "cases"; readonly text: string }
  | { readonly kind: "undecided"; readonly missing: string };

/** A scenario with who wins in it. */
export type KnownWinners = { readonly scenario: Scenario; readonly winners: Winners };

/** What a change did that turned one scenario into the other, in words. */
export function effectBetween(before: KnownWinners, after: KnownWinners): Effect {
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
    kind === "none" ? reasonForNoEffect(before.scenario, after.scenario, old.map) : "other",
  );
}
