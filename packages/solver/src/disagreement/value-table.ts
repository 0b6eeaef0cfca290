import type { Env, Expr, Operation, Rational } from "@crux/core";
import { evaluate, mapChildren, symbol } from "@crux/core";
import type { Enclosure } from "@crux/core/exact";
import * as exact from "@crux/core/exact";

/** An exact number, a range that holds it, or null where it is not known to be a real number. */
export type Entry = Rational | Enclosure | null;

/**
 * What a formula is worth for every choice among the points that it depends on: entry `i` is for the points
 * `points[k]` of the bits `k` of `i` taken over.
 */
export type ValueTable = { readonly points: readonly number[]; readonly entries: readonly Entry[] };

/** Precision of ranges; where it does not suffice, the definition of who wins is asked. */
const BITS = 96;

/** Whether an entry is a fraction, not a range. */
export const isExact = (entry: Entry): entry is Rational => entry !== null && "num" in entry;

/** The table of a formula without any name that is chosen. */
export const constantTable = (expr: Expr): ValueTable => ({ points: [], entries: [worth(expr, new Map())] });

/** The table of a sum, product and so on, from those of its two sides. */
export function combineTables(kind: Operation, left: ValueTable, right: ValueTable): ValueTable {
  const points = unionOf([left, right]);
  const [one, other] = [placesIn(left.points, points), placesIn(right.points, points)];
  const entries: Entry[] = [];
  for (let i = 0; i < 1 << points.length; i += 1) {
    entries.push(combine(kind, left.entries[one[i] ?? 0] ?? null, right.entries[other[i] ?? 0] ?? null));
  }
  return { points, entries };
}

/** The table of `expr`, whose direct parts have these tables. */
export function tableOfParts(expr: Expr, parts: readonly ValueTable[]): ValueTable {
  const points = unionOf(parts);
  const places = parts.map((part) => placesIn(part.points, points));
  let count = 0;
  const bare = mapChildren(expr, () => symbol(`part ${count++}`));
  const entries = Array.from({ length: 1 << points.length }, (_, i) => {
    const values = parts.map((part, k) => part.entries[places[k]?.[i] ?? 0] ?? null);
    return values.includes(null)
      ? null
      : worth(bare, new Map(values.flatMap((value, k) => (value === null ? [] : [[`part ${k}`, value]]))));
  });
  return { points, entries };
}

/** A value, or another one for each point that sets it; null where several do. */
export function chosenTable(
  otherwise: ValueTable,
  set: readonly { readonly point: number; readonly table: ValueTable }[],
): ValueTable {
  const own = { points: set.map(({ point }) => point), entries: [] };
  const points = unionOf([otherwise, own, ...set.map(({ table }) => table)]);
  const at = (table: ValueTable): readonly Entry[] => {
    const places = placesIn(table.points, points);
    return Array.from(places, (place) => table.entries[place] ?? null);
  };
  const plain = at(otherwise);
  const others = set.map(({ point, table }) => ({ bit: 1 << points.indexOf(point), entries: at(table) }));
  const entries = plain.map((entry, i) => {
    const taken = others.filter(({ bit }) => (i & bit) !== 0);
    return taken.length === 0 ? entry : taken.length === 1 ? (taken[0]?.entries[i] ?? null) : null;
  });
  return { points, entries };
}

/** The sign of `left - right`; undefined where it can't be told from these entries. */
export function orderOf(left: Entry, right: Entry): -1 | 0 | 1 | undefined {
  if (left === null || right === null) return undefined;
  if (isExact(left) && isExact(right)) return exact.compare(left, right);
  return exact.enclosed.signOf(exact.enclosed.subtract(ranged(left), ranged(right), BITS));
}

/** For each choice among the points `all`, the place of the same choice in a table over `some` of them. */
export function placesIn(some: readonly number[], all: readonly number[]): Uint32Array {
  const places = new Uint32Array(1 << all.length);
  for (const [k, point] of all.entries()) {
    const at = some.indexOf(point);
    const half = 1 << k;
    for (let i = 0; i < half; i += 1) places[half + i] = (places[i] ?? 0) | (at < 0 ? 0 : 1 << at);
  }
  return places;
}

const unionOf = (tables: readonly Pick<ValueTable, "points">[]): readonly number[] =>
  [...new Set(tables.flatMap(({ points }) => points))].toSorted((a, b) => a - b);

const ranged = (entry: Rational | Enclosure): Enclosure =>
  isExact(entry) ? exact.enclosed.encloseRational(entry, BITS) : entry;

function combine(kind: Operation, left: Entry, right: Entry): Entry {
  if (left === null || right === null) return null;
  if (isExact(left) && isExact(right)) {
    if (kind === "add") return exact.add(left, right);
    if (kind === "subtract") return exact.subtract(left, right);
    if (kind === "multiply") return exact.multiply(left, right);
  } else {
    if (kind === "add") return exact.enclosed.add(ranged(left), ranged(right), BITS);
    if (kind === "subtract") return exact.enclosed.subtract(ranged(left), ranged(right), BITS);
  }
  const sides: Expr = { kind, left: symbol("left"), right: symbol("right") };
  return worth(
    sides,
    new Map([
      ["left", left],
      ["right", right],
    ]),
  );
}

function worth(expr: Expr, env: Env): Entry {
  const value = evaluate(expr, env, BITS);
  if (value.kind === "exact") return value.value;
  return value.kind === "enclosed" ? value.range : null;
}
