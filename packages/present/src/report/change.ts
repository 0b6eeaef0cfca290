import { diffScenarios, type Edit, readScenario, type Scenario } from "@crux/core";
import { patchWords } from "../edit-words.ts";
import { effectBetween, type KnownWinners } from "../effect-between.ts";
import { type Effect, undecidedEffect } from "../effect-words.ts";
import { withWinners } from "./winners-in.ts";

/** What lies between two versions of a scenario: each difference in words, and what all of them did to who wins. */
export type Change = { readonly words: readonly string[]; readonly effect: Effect };

/** The change from one scenario to another, both as JSON; null where one of them can't be read. */
export function changeBetween(before: unknown, after: unknown): Change | null {
  const [old, now] = [readScenario(before), readScenario(after)];
  if (!old.ok || !now.ok) return null;
  return changeOf(withWinners(old.value), withWinners(now.value));
}

/** The same where it is known who wins in both. */
export function changeOf(before: KnownWinners, after: KnownWinners): Change {
  const patch = diffScenarios(before.scenario, after.scenario);
  const loud = patch.filter((edit) => !isOfWords(edit));
  const words = [...textWords(before.scenario, after.scenario), ...patchWords(before.scenario, loud)];
  if (loud.length === 0) return { words, effect: same(before, words.length > 0) };
  return { words, effect: effectBetween(before, after) };
}

/** New words for the scenario itself are told by `textWords`. */
const isOfWords = (edit: Edit): boolean =>
  edit.kind === "set-key" && (edit.key === "title" || edit.key === "summary");

/** What a change of words only, or none, does. */
function same(known: KnownWinners, isReworded: boolean): Effect {
  const effect = effectBetween(known, known);
  if (known.winners.kind === "undecided") return undecidedEffect(known.winners.missing);
  return isReworded ? { ...effect, sentence: "No effect: only words changed." } : effect;
}

/** What changed in the name and the summary of the scenario. */
function textWords(before: Scenario, after: Scenario): readonly string[] {
  const title =
    before.title === after.title ? [] : [`name: ${before.title || "none"} → ${after.title || "none"}`];
  return before.summary === after.summary ? title : [...title, "the summary was rewritten"];
}
