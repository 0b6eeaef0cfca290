import type { Budget, Edit, Expr, Patch, Rational, Scenario } from "@crux/core";
import { applyPatch, contestOf, definitionsOf, nameIssues, namesOf, number, winnersAt } from "@crux/core";
import { Undecided } from "../algebra/undecided.ts";
import type { Position } from "./difference.ts";
import { OPEN, outcomeTable } from "./outcome-table.ts";
import type { Setting } from "./tabulate.ts";
import { placesIn } from "./value-table.ts";

/** A change that is taken over whole or not at all: edits, another exchange rate, or both. */
export type Change = { readonly patch: Patch; readonly g: Rational | null };

/** Who wins with some of the changes, given by their places: sorted ids as JSON; null where they make no scenario. */
export type Outcomes = {
  readonly of: (places: readonly number[]) => string | null;
  /** The same for the changes that are bits of a number; only below 31 changes. */
  readonly ofBits: (set: number) => string | null;
};

/** Steps of the budget for asking the definition of who wins. */
const STEPS_A_SET = 100;
/** Above this many changes no table is made. */
const MOST_IN_TABLE = 16;
/** A table is made for each set of the changes that do more than give a name another value. */
const MOST_OTHERS = 6;

/** Who wins in a position. Throws `Undecided` where that depends on what is unknown. */
export function winnersIn({ scenario, g }: Position): readonly string[] {
  const found = winnersAt(contestOf(scenario), new Map([["g", g]]));
  if (found.kind === "undecided") throw new Undecided(found.reason);
  return found.winners;
}

/** Winners as a text that is the same for the same programs. */
export const winnersKey = (winners: readonly string[]): string => JSON.stringify(winners.toSorted());

/** The position with some changes made in order; null where these do not make a scenario by themselves. */
export function changed(start: Position, changes: readonly Change[]): Position | null {
  const after = applyPatch(
    start.scenario,
    changes.flatMap(({ patch }) => patch),
  );
  if (!after.ok) return null;
  return { scenario: after.value, g: changes.findLast(({ g }) => g !== null)?.g ?? start.g };
}

/**
 * Who wins with any of the changes made. Where changes only give names other values, all sets are worked out at once
 * from tables; whatever these leave open is asked of the definition of who wins, set by set, when it is wanted.
 */
export function outcomesOf(start: Position, changes: readonly Change[], budget: Budget): Outcomes {
  const known = tabulated(start, changes, budget);
  const asked = new Map<string, string | null>();
  const ask = (places: readonly number[]): string | null => {
    const name = places.join();
    const before = asked.get(name);
    if (before !== undefined) return before;
    budget.spend(STEPS_A_SET, "trying sets of changes");
    const after = changed(
      start,
      places.flatMap((place) => changes[place] ?? []),
    );
    const found = after === null ? null : winnersKey(winnersIn(after));
    asked.set(name, found);
    return found;
  };
  const ofBits = (set: number): string | null => known?.(set) ?? ask(placesOf(set));
  return { ofBits, of: known === null ? ask : (places) => ofBits(bitsOf(places)) };
}

/** The places of the bits of a number, ascending. */
export function placesOf(set: number): readonly number[] {
  const places: number[] = [];
  for (let rest = set; rest !== 0; rest &= rest - 1) places.push(31 - Math.clz32(rest & -rest));
  return places;
}

const bitsOf = (places: readonly number[]): number => places.reduce((set, place) => set | (1 << place), 0);

/** What tables tell of each set, as winners' texts; undefined where they leave it open; null for no tables. */
function tabulated(
  start: Position,
  changes: readonly Change[],
  budget: Budget,
): ((set: number) => string | undefined) | null {
  if (changes.length > MOST_IN_TABLE) return null;
  const settings = changes.map((change) => settingsOf(start.scenario, change));
  const values = settings.flatMap((one, place) => (one === null ? [] : [place]));
  const others = settings.flatMap((one, place) => (one === null ? [place] : []));
  if (others.length > MOST_OTHERS || values.length === 0) return null;
  const set = values.flatMap((place, point) => (settings[place] ?? []).map((one) => ({ point, ...one })));
  const tables = Array.from({ length: 1 << others.length }, (_, some) => {
    const base = withOthers(
      start,
      placesOf(some).flatMap((at) => changes[others[at] ?? 0] ?? []),
      set,
    );
    const table = base && outcomeTable(base, start.g, set, values.length, budget);
    return base && table && { table, keys: keysOf(base) };
  });
  const all = changes.map((_, place) => place);
  const [row, column] = [placesIn(others, all), placesIn(values, all)];
  return (sets) => {
    const known = tables[row[sets] ?? 0];
    const outcome = known?.table[column[sets] ?? 0] ?? OPEN;
    return outcome === OPEN ? undefined : known?.keys(outcome);
  };
}

/** The names that a change gives other values; null where it does anything else. */
function settingsOf(scenario: Scenario, { patch, g }: Change): readonly Omit<Setting, "point">[] | null {
  const names = namesOf(scenario);
  const settings: Omit<Setting, "point">[] = g === null ? [] : [{ name: "g", to: number(g) }];
  for (const edit of patch) {
    const setting = settingOf(scenario, edit);
    if (setting === null || nameIssues(names, setting.to, {}).length > 0) return null;
    settings.push(setting);
  }
  const isOnce = new Set(settings.map(({ name }) => name)).size === settings.length;
  return isOnce ? settings : null;
}

function settingOf(scenario: Scenario, edit: Edit): { readonly name: string; readonly to: Expr } | null {
  if (edit.kind !== "set-cost" && edit.kind !== "set-parameter") return null;
  const name = edit.kind === "set-cost" ? `${edit.axis}(${edit.term})` : edit.parameter;
  const isKnown = edit.to !== null && definitionsOf(scenario).has(name);
  return isKnown ? { name, to: edit.to } : null;
}

/** The scenario with changes that do more than set values; null where these come to nothing by themselves, or meddle. */
function withOthers(start: Position, others: readonly Change[], set: readonly Setting[]): Scenario | null {
  const patch = others.flatMap((one) => one.patch);
  if (others.some(({ g }) => g !== null) || patch.some(({ kind }) => kind === "split-term")) return null;
  const after = applyPatch(start.scenario, patch);
  if (!after.ok) return null;
  const names = namesOf(after.value);
  const known = definitionsOf(after.value);
  const isSound = set.every(({ name, to }) =>
    name === "g" ? true : known.has(name) && nameIssues(names, to, {}).length === 0,
  );
  const isApart = patch.every((edit) => !set.some(({ name }) => touches(edit, name)));
  return isSound && isApart ? after.value : null;
}

/** Whether an edit has to do with what a name stands for, so that the order of edits matters. */
function touches(edit: Edit, name: string): boolean {
  switch (edit.kind) {
    case "set-cost":
      return name === `${edit.axis}(${edit.term})`;
    case "set-parameter":
    case "set-domain":
    case "remove-parameter":
      return name === edit.parameter;
    case "add-parameter":
      return name === edit.parameter.id;
    case "add-term":
      return name === `c(${edit.term.id})` || name === `t(${edit.term.id})`;
    case "remove-term":
    case "split-term":
      return name === `c(${edit.term})` || name === `t(${edit.term})`;
    default:
      return false;
  }
}

/** The text of winners that are given as bits. */
function keysOf({ programs }: Scenario): (winners: number) => string {
  const keys = new Map<number, string>();
  return (winners) => {
    const key = keys.get(winners) ?? winnersKey(placesOf(winners).flatMap((at) => programs[at]?.id ?? []));
    keys.set(winners, key);
    return key;
  };
}
