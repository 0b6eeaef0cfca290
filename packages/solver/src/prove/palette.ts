import type { Comparison } from "@crux/core";
import { nameOf } from "@crux/core";
import * as exact from "@crux/core/exact";
import type { Question } from "./question.ts";

const r = (num: number, den = 1): exact.Rational => exact.ratio(BigInt(num), BigInt(den));

/** Values to try first for a positive unknown: small, simple and varied. */
const POSITIVE: readonly exact.Rational[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [3, 1],
  [4, 1],
  [5, 1],
  [8, 1],
  [1, 4],
  [10, 1],
  [3, 2],
  [12, 1],
  [1, 10],
  [20, 1],
  [50, 1],
  [100, 1],
  [13, 1],
  [1000, 1],
  [1, 100],
  [7, 1],
  [1, 3],
].map(([num, den]) => r(num ?? 1, den));

/** What an unknown may be tried at: the likely values first. */
export type Palette = readonly exact.Rational[];

type Bounds = { low: exact.Rational | null; high: exact.Rational | null };

/** Values to try for each unknown, inside the bounds that held comparisons with numbers set. */
export function palettesOf(question: Question): readonly Palette[] {
  const bounds = new Map<string, Bounds>();
  for (const one of question.held) note(bounds, one);
  return question.unknowns.map((name) =>
    paletteIn(bounds.get(name) ?? { low: null, high: null }, question.isPositive(name)),
  );
}

function note(bounds: Map<string, Bounds>, { left, relation, right }: Comparison): void {
  const [name, other] = [nameOf(left), nameOf(right)];
  const upwards = relation === ">" || relation === ">=";
  if (!upwards && relation !== "<" && relation !== "<=") return;
  if (name !== undefined && right.kind === "number") tighten(bounds, name, upwards, right.value);
  if (other !== undefined && left.kind === "number") tighten(bounds, other, !upwards, left.value);
}

function tighten(bounds: Map<string, Bounds>, name: string, isLow: boolean, value: exact.Rational): void {
  const known = bounds.get(name) ?? { low: null, high: null };
  if (isLow) known.low = known.low === null ? value : exact.max(known.low, value);
  else known.high = known.high === null ? value : exact.min(known.high, value);
  bounds.set(name, known);
}

function paletteIn({ low, high }: Bounds, isPositive: boolean): Palette {
  const all = isPositive
    ? POSITIVE
    : [exact.zero, ...POSITIVE.flatMap((value) => [value, exact.negate(value)])];
  if (low === null && high === null) return all;
  const inside = all.filter(
    (value) =>
      (low === null || exact.compare(value, low) >= 0) && (high === null || exact.compare(value, high) <= 0),
  );
  const from = low ?? (isPositive ? exact.zero : exact.subtract(high ?? exact.zero, r(20)));
  const to = high ?? exact.add(from, r(20));
  const width = exact.subtract(to, from);
  const across = [
    [1, 2],
    [1, 4],
    [3, 4],
    [1, 10],
    [9, 10],
    [1, 100],
    [99, 100],
  ].map(([num, den]) => exact.add(from, exact.multiply(width, r(num ?? 1, den))));
  const ends = [low, high].filter((value) => value !== null);
  return [...ends, ...across.slice(0, 1), ...inside, ...across.slice(1)];
}

/** Numbers from 0 up to 1, in a fixed order without pattern. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
