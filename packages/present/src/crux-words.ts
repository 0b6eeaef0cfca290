import { capitalize, type Scenario, unreachable } from "@crux/core";
import type { CruxesAnswer, NearestFlip } from "@crux/solver";
import { listText, namesText } from "./names.ts";
import { exactText, toFloat } from "./number-text.ts";
import { searchText } from "./search-text.ts";

/** What a difference does for one side: whether taking the other's value changes its winner. */
export type Turns = "alone" | "with others" | "no" | "not found";

/** One line of the table of differences. */
export type DifferenceRow = {
  readonly of: string;
  /** The name in words. */
  readonly label: string;
  /** What each says; `–` where it says nothing. */
  readonly a: string;
  readonly b: string;
  /** Rounded percent of the gap, e.g. `31%`; `–` where there is none. */
  readonly share: string;
  /** Exact share with its digits, for titles; empty where there is none. */
  readonly exactShare: string;
  /** Whether it works against the others: without it the two would be further apart. */
  readonly masks: boolean;
  readonly turnsA: Turns;
  readonly turnsB: Turns;
};

/** Two positions in words. */
export type CruxWords = {
  /** One sentence that names the crux, or says that there is none, or that the two agree. */
  readonly sentence: string;
  readonly rows: readonly DifferenceRow[];
  /** The smallest sets that change a side's winner, as texts. */
  readonly setsA: readonly string[];
  readonly setsB: readonly string[];
  readonly both: readonly string[];
  /** Sets that change a side's winner and may hold smaller ones that do. */
  readonly looseA: readonly string[];
  readonly looseB: readonly string[];
  /** That the sets were found by a search, and what that leaves open; empty where all sets were tried. */
  readonly search: string;
  /** Why there are no shares; empty where there are. */
  readonly missing: string;
};

/** What the two sides are called in the middle of a sentence, e.g. `you` and `the room`. */
export type Sides = { readonly a: string; readonly b: string };

/** The answer to what divides two positions, in words. */
export function cruxWords(scenario: Scenario, answer: CruxesAnswer, sides: Sides): CruxWords {
  const label = (of: string): string => labelOf(scenario, of);
  const set = (names: readonly string[]): string => listText(names.map(label));
  // Whoever takes over the only difference holds what the other holds: it is all of the gap, however that is measured.
  const isAll = answer.differences.length === 1 && answer.flipA.length > 0;
  return {
    sentence: sentenceOf(scenario, answer, sides),
    rows: answer.differences.map((one) => ({
      of: one.of,
      label: label(one.of),
      a: one.a ?? "–",
      b: one.b ?? "–",
      share: one.share === null ? (isAll ? "100%" : "–") : percent(toFloat(one.share)),
      exactShare: one.share === null ? (isAll ? "1" : "") : exactText(one.share),
      masks: one.share !== null && toFloat(one.share) < 0,
      turnsA: turns(answer, answer.flipA, one.of),
      turnsB: turns(answer, answer.flipB, one.of),
    })),
    setsA: answer.flipA.map(set),
    setsB: answer.flipB.map(set),
    both: answer.both.map(set),
    looseA: (answer.search?.looseA ?? []).map(set),
    looseB: (answer.search?.looseB ?? []).map(set),
    search: answer.search === null ? "" : searchText(answer.search.tried, "differences"),
    missing: isAll ? "" : answer.missing,
  };
}

/** The rows with the largest share first, those that mask last; in their order where there are no shares. */
export const byShare = (rows: readonly DifferenceRow[]): readonly DifferenceRow[] =>
  rows.toSorted((a, b) => shareNumber(b) - shareNumber(a));

const shareNumber = ({ share }: DifferenceRow): number => Number.parseFloat(share.replace("−", "-")) || 0;

const percent = (share: number): string => `${Math.round(share * 100)}%`.replace("-", "−");

const turns = ({ search }: CruxesAnswer, sets: readonly (readonly string[])[], of: string): Turns => {
  const sizes = sets.filter((set) => set.includes(of)).map((set) => set.length);
  if (sizes.length === 0) return search === null ? "no" : "not found";
  return sizes.includes(1) ? "alone" : "with others";
};

const AXES = { c: "complexity", t: "time" } as const;

/** `complexity of combine` for `c(combine)`; other names as they are. */
export function labelOf(scenario: Scenario, of: string): string {
  const cost = /^([ct])\((.*)\)$/.exec(of);
  const id = cost?.[2];
  if (id === undefined) return scenario.parameters.find((one) => one.id === of)?.label ?? of;
  const term = scenario.terms.find((one) => one.id === id);
  const program = scenario.programs.find((one) => one.id === id);
  return `${AXES[cost?.[1] === "c" ? "c" : "t"]} of ${term?.label ?? program?.name ?? id}`;
}

function sentenceOf(scenario: Scenario, answer: CruxesAnswer, { a, b }: Sides): string {
  const { winners, differences, both, flipA, flipB } = answer;
  const say = (one: string): string => (one === "you" ? "you say" : `${one} says`);
  if (differences.length === 0) return capitalize(`${a} and ${b} hold the same values.`);
  const isSame = JSON.stringify(winners.a.toSorted()) === JSON.stringify(winners.b.toSorted());
  if (!isSame && flipA.length === 0 && flipB.length === 0) {
    return capitalize(
      `${a} and ${b} differ on so much that a search found no smallest set that changes sides.`,
    );
  }
  if (isSame) {
    const isTie = winners.a.length > 1;
    return `No crux: for ${a} and for ${b} alike, ${namesText(scenario, winners.a)} ${isTie ? "tie" : "wins"}.`;
  }
  const [only] = both;
  if (only?.length === 1) {
    const one = differences.find(({ of }) => of === only[0]);
    return `The crux is ${labelOf(scenario, only[0] ?? "")}: ${say(a)} ${one?.a ?? "nothing"}, ${say(b)} ${one?.b ?? "nothing"}; whoever takes the other's value changes sides.`;
  }
  if (only !== undefined)
    return `The crux is ${listText(only.map((of) => labelOf(scenario, of)))} together: whoever takes these over changes sides.`;
  const ways = `${sideText(scenario, a, flipA)}, ${sideText(scenario, b, flipB, flipA)}`;
  return answer.search === null
    ? `No double crux: ${ways}, and no smallest set does both.`
    : `No double crux was found: ${ways}; there may be more sets.`;
}

/** `before` are sets that were just spoken of: their names need not be said again. */
function sideText(
  scenario: Scenario,
  side: string,
  sets: readonly (readonly string[])[],
  before: readonly (readonly string[])[] = [],
): string {
  const verb = side === "you" ? "change" : "changes";
  return `${side} ${verb} sides with ${setsText(sets, (of) => labelOf(scenario, of), before)}`;
}

/** Sets as `any two of A, B and C` where that says all, else one after the other. */
function setsText(
  sets: readonly (readonly string[])[],
  label: (of: string) => string,
  before: readonly (readonly string[])[],
): string {
  const [first] = sets;
  if (first === undefined) return "nothing";
  const names = [...new Set(sets.flat())];
  const size = first.length;
  const isAny = sets.every((set) => set.length === size) && sets.length === choose(names.length, size);
  if (sets.length > 1 && isAny)
    return `any ${COUNTS[size] ?? size} of ${sameNames(names, before) ? "them" : listText(names.map(label))}`;
  const texts = sets.slice(0, 3).map((set) => listText(set.map(label)));
  return texts.join("; or ") + (sets.length > 3 ? `; or one of ${sets.length - 3} more sets` : "");
}

const sameNames = (names: readonly string[], before: readonly (readonly string[])[]): boolean =>
  JSON.stringify(names.toSorted()) === JSON.stringify([...new Set(before.flat())].toSorted());

const COUNTS = ["none", "one", "two", "three", "four", "five"];

const choose = (n: number, k: number): number => {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return Math.round(ways);
};

/**
 * When two who name the same winner would come apart: the one value of either whose least relative change does it, and
 * the nearest `g` where that is another one. Empty where they do not agree.
 */
export function stopAgreeing(scenario: Scenario, { apart }: CruxesAnswer, sides: Sides): string {
  if (apart === null) return "";
  const flips = apart.filter(({ kind }) => kind === "flips");
  const [nearest] = flips;
  if (nearest === undefined) {
    const open = apart.some(({ kind }) => kind === "open") ? " that could be worked out" : "";
    return `No single value${open} would part ${isAboutReader(sides) ? "you" : "them"}: whatever one of them is, the winner stays.`;
  }
  const rate = flips.find(({ of }) => of === "g");
  const more = rate === undefined || rate === nearest ? "" : `, or if ${moveText(scenario, rate, sides)}`;
  return `${isAboutReader(sides) ? "You" : "They"} would stop agreeing if ${moveText(scenario, nearest, sides)}${more}.`;
}

/** Whether the reader is one of the two, or the two are others. */
const isAboutReader = ({ a, b }: Sides): boolean => a === "you" || b === "you";

/** `your g, now 3/2, went above 19/8: there B wins` */
function moveText(scenario: Scenario, { side, of, now, at, winners }: NearestFlip, sides: Sides): string {
  const name = sides[side];
  const whose = name === "you" ? "your" : `${name}'s`;
  const [here, there] = [toFloat(now), at === null ? Number.NaN : toFloat(at)];
  const then = namesText(scenario, winners) || "nobody";
  const way = there < here ? "below" : "above";
  const verb = winners.length > 1 ? "tie" : "wins";
  return `${whose} ${labelOf(scenario, of)}, now ${exactText(now)}, went ${way} ${at === null ? "" : exactText(at)}: there ${then} ${verb}`;
}

/** Whether a difference turns a side, as a word or two. */
export function turnsText(turned: Turns): string {
  switch (turned) {
    case "alone":
      return "yes";
    case "with others":
      return "with others";
    case "no":
    case "not found":
      return turned;
    default:
      return unreachable(turned);
  }
}
