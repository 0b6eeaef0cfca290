import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import type { Decided } from "./formula.ts";
import type { Hunt } from "./trial.ts";

/** How far a point is from where one condition holds, in doubles: 0 or less where it does. */
type Gap = (at: Float64Array) => number;

/** Looks for a point at which the comparisons are as decided, by small moves from random starts; offers what it finds. */
export function climb(
  hunt: Hunt,
  decided: Decided,
  starts: number,
  random: () => number,
  budget: Budget,
): void {
  const gaps = gapsOf(hunt, decided);
  const { names } = hunt.glance;
  const positive = names.map((name) => hunt.question.isPositive(name));
  for (let start = 0; start < starts; start += 1) {
    const at = Float64Array.from(positive, (isPositive) => {
      const size = 10 ** (random() * 4 - 2);
      return isPositive || random() < 0.5 ? size : -size;
    });
    descend(at, gaps, positive, random, budget);
    for (const digits of [1, 2, 4]) {
      const point = new Map(names.map((name, i) => [name, rounded(at[i] ?? 1, digits)]));
      if (hunt.offer(point)) return;
    }
  }
}

function gapsOf(hunt: Hunt, decided: Decided): Gap[] {
  const gaps = hunt.glance.held.map((one) => gapOf(one, true));
  for (const [i, one] of hunt.glance.claim.entries()) {
    const way = decided[i];
    if (way !== undefined) gaps.push(gapOf(one, way));
  }
  return gaps;
}

function gapOf({ left, right, relation }: Hunt["glance"]["claim"][number], way: boolean): Gap {
  const difference: Gap = (at) => {
    const [a, b] = [left(at), right(at)];
    const size = Math.abs(a) + Math.abs(b);
    return size === 0 ? 0 : (a - b) / size;
  };
  const isEqual = (relation === "=") === way && (relation === "=" || relation === "!=");
  if (isEqual) return (at) => Math.abs(difference(at));
  if (relation === "=" || relation === "!=") return (at) => 1e-3 - Math.abs(difference(at));
  const below = (relation === "<" || relation === "<=") === way;
  return below ? difference : (at) => -difference(at);
}

/** Gaps count a little beyond the edge, so that points come to lie inside. */
const total = (gaps: readonly Gap[], at: Float64Array): number => {
  let sum = 0;
  for (const gap of gaps) {
    const value = gap(at);
    if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
    sum += Math.max(0, value + 1e-3);
  }
  return sum;
};

function descend(
  at: Float64Array,
  gaps: readonly Gap[],
  positive: readonly boolean[],
  random: () => number,
  budget: Budget,
): void {
  let best = total(gaps, at);
  let size = 1;
  for (let round = 0; round < 60 && best > 0 && size > 1e-5; round += 1) {
    let moved = false;
    for (let i = 0; i < at.length; i += 1) {
      budget.spend(gaps.length, "looking for points");
      const old = at[i] ?? 1;
      for (const way of [1, -1]) {
        const step = way * size * (0.5 + random());
        at[i] = positive[i] ? old * Math.exp(step) : old + step * Math.max(1, Math.abs(old));
        const now = total(gaps, at);
        if (now < best) {
          best = now;
          moved = true;
          break;
        }
        at[i] = old;
      }
    }
    size = moved ? size * 1.2 : size / 2;
  }
}

/** A short fraction near a double: within one part in `10^digits`. */
function rounded(value: number, digits: number): exact.Rational {
  if (!Number.isFinite(value) || value === 0) return exact.zero;
  const near = exact.parseRational(value.toPrecision(12)) ?? exact.zero;
  const width = exact.multiply(exact.absolute(near), exact.ratio(1n, 10n ** BigInt(digits)));
  return exact.simplestBetween(exact.subtract(near, width), exact.add(near, width));
}
