import type { Scenario } from "@crux/core";
import type { EffectKind, NoEffectReason, WinnerMap } from "@crux/solver";
import { listText, namesText, programName } from "./names.ts";
import { exactText, toFloat } from "./number-text.ts";
import { mapSentence, neverReason, whyNever } from "./sentence.ts";
import { type StripScene, stripScene } from "./strip.ts";

/** What a patch does to who wins, for a badge, a sentence and a drawing. Plain data: it travels from a worker. */
export type Effect = {
  /** `dominated`: a program comes in that never wins; `undecided`: not known; `unfit`: the patch can't be applied. */
  readonly kind: EffectKind | "dominated" | "undecided" | "unfit";
  /** Flips before and after as exact texts, from small to large g. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** A few words, e.g. `19/8 → 14/17`, `no effect`, `removes the flip`. */
  readonly badge: string;
  /** One or two sentences that say the same. */
  readonly sentence: string;
  /** Both strips on one axis; null where either has none. */
  readonly strips: { readonly before: StripScene; readonly after: StripScene } | null;
};

/** A scenario with its winner map. */
type Mapped = { readonly scenario: Scenario; readonly map: WinnerMap };

/** The effect in words. `added` are programs that only `after` has; `reason` is asked only where nothing moves. */
export function effectWords(kind: EffectKind, before: Mapped, after: Mapped, reason: NoEffectReason): Effect {
  const [old, now] = [flipsOf(before.map), flipsOf(after.map)];
  const known = new Set(before.scenario.programs.map(({ id }) => id));
  const added = after.scenario.programs.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const isDominated = kind === "none" && added.length > 0;
  const marks = [before, after].flatMap(({ map }) =>
    [...map.thresholds, ...map.touches].map((one) => toFloat(one.at)),
  );
  return {
    kind: isDominated ? "dominated" : kind,
    before: old,
    after: now,
    badge: isDominated ? "adds a program that never wins" : badgeOf(kind, old, now),
    sentence: isDominated
      ? `No flip moves. ${added.map((id) => neverReason(after.scenario, after.map, id)).join(" ")}`
      : sentenceOf(kind, before, after, reason),
    strips: {
      before: stripScene(before.scenario, before.map, marks),
      after: stripScene(after.scenario, after.map, marks),
    },
  };
}

/** An effect that is not known, and what is missing for it. */
export const undecidedEffect = (missing: string): Effect => ({
  kind: "undecided",
  before: [],
  after: [],
  badge: "undecided",
  sentence: `Undecided: ${missing}.`,
  strips: null,
});

/** A patch that can't be applied to the scenario as it is, and why not. */
export const unfitEffect = (why: string): Effect => ({
  kind: "unfit",
  before: [],
  after: [],
  badge: "does not fit",
  sentence: `Does not fit the model as it is now: ${why}.`,
  strips: null,
});

/** What a patch does where costs are unknown: the cases before and after in words, or that they stay. */
export const casesEffect = (isSame: boolean, after: string): Effect => ({
  kind: isSame ? "none" : "undecided",
  before: [],
  after: [],
  badge: isSame ? "no effect" : "changes the cases",
  sentence: isSame ? "No effect: who wins stays, case by case." : `Changes who wins. Now: ${after}`,
  strips: null,
});

const flipsOf = (map: WinnerMap): readonly string[] => map.thresholds.map(({ at }) => exactText(at));

const flipsText = (flips: readonly string[]): string => (flips.length === 0 ? "no flip" : flips.join(", "));

function badgeOf(kind: EffectKind, old: readonly string[], now: readonly string[]): string {
  const arrow = `${flipsText(old)} → ${flipsText(now)}`;
  switch (kind) {
    case "none":
      return "no effect";
    case "reverses":
      return old.join() === now.join() ? "reverses who wins" : `reverses: ${arrow}`;
    case "ties":
      return old.join() === now.join() ? "makes a tie" : `tie: ${arrow}`;
    case "removes":
      return now.length === 0 ? removed(old) : arrow;
    case "moves":
      return old.join() === now.join() ? "changes who wins" : arrow;
    case "creates":
      return arrow;
  }
}

const removed = (old: readonly string[]): string =>
  old.length === 1 ? "removes the flip" : "removes all flips";

function sentenceOf(kind: EffectKind, before: Mapped, after: Mapped, reason: NoEffectReason): string {
  const [old, now] = [flipsOf(before.map), flipsOf(after.map)];
  const then = mapSentence(after.scenario, after.map);
  switch (kind) {
    case "none":
      return NO_EFFECT[reason];
    case "moves":
      return old.join() === now.join()
        ? `Changes who wins. ${then}`
        : `Moves ${flips(old)} to ${listText(now)}. ${replaced(before, after)}`.trim();
    case "removes":
      return now.length === 0
        ? `Removes ${flips(old)}. ${then}`
        : `Removes a flip: ${flipsText(old)} → ${flipsText(now)}. ${then}`;
    case "creates":
      return old.length === 0
        ? `Creates ${flips(now).replace("the flip", "a flip")}. ${then}`
        : `Creates a flip: ${flipsText(old)} → ${flipsText(now)}. ${then}`;
    case "reverses":
      return `Reverses who wins. ${then}`;
    case "ties":
      return `Makes programs tie over a whole band. ${then}`;
  }
}

const NO_EFFECT: Readonly<Record<NoEffectReason, string>> = {
  "nothing-changed": "No effect: the model says this already.",
  words: "No effect: only words changed.",
  unused: "No effect: no program has what changes.",
  cancels: "No effect: what changes is shared by all programs and cancels.",
  "losers-only": "No effect: it changes only programs that win neither before nor after.",
  assumption: "No effect on who wins: it changes an assumption, no cost.",
  other: "No effect: no flip moves and the winners stay.",
};

const flips = (texts: readonly string[]): string =>
  `the ${texts.length === 1 ? "flip" : "flips"} at ${listText(texts)}`;

/** Who wins now instead of whom; empty where the same programs win in the same order. */
function replaced(before: Mapped, after: Mapped): string {
  const [old, now] = [before, after].map(({ map }) => map.segments.map(({ winners }) => winners));
  if (old === undefined || now === undefined || JSON.stringify(old) === JSON.stringify(now)) return "";
  const name = (ids: readonly string[]): string => namesText(after.scenario, ids) || "nobody";
  const nameBefore = (id: string): string => programName(before.scenario, id);
  const gone = [...new Set(old.flat())].filter((id) => !now.flat().includes(id));
  const order = now.map(name).join(", then ");
  const why = (id: string): string => whyNever(after.scenario, after.map, id);
  const never = gone
    .map((id) => ` ${nameBefore(id)} no longer wins${why(id) === "" ? "" : `: ${why(id)}`}.`)
    .join("");
  return `From small to large ${after.map.over}: ${order}.${never}`;
}
