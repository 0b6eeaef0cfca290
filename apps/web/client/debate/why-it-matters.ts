import type { Effect } from "@crux/present";
import type { ObjectionView } from "@crux/room/client";

/** Why an objection that changes no winner is no lost one, as a sentence or two; empty where it moves something, or that is not known. */
export function whyItMatters(
  { objection }: Pick<ObjectionView, "objection">,
  effects: readonly (Effect | null)[],
): string {
  const { kind, readings, text } = objection;
  // What a moderator hides has no words, and nothing is said of it.
  if (text === "") return "";
  if (readings.length === 0) return kind === "scope" ? SCOPE : "";
  if (effects.length === 0) return "";
  if (effects.every((effect) => effect !== null && tiesEverywhere(effect))) return TIE;
  return effects.every((effect) => effect?.kind === "none") ? STILL : "";
}

/** Whether the best programs tie at every price, so that no price tells them apart. */
const tiesEverywhere = ({ strips }: Effect): boolean =>
  strips !== null && strips.after.bands.length === 1 && (strips.after.bands[0]?.winners.length ?? 0) > 1;

const SCOPE =
  "It moves no flip, and that is no defeat: it doubts whether the model applies, and no price of complexity can answer that. How far the model applies is asked of everybody, apart from who wins in it.";

const TIE =
  "A tie at every g: it is about what the programs are called, so no price of complexity can answer it. That is worth knowing before anybody argues about prices.";

const STILL =
  "That is a finding: whoever grants it still sees the same winner at every price, so it can be settled apart from who wins.";
