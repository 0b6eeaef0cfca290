import type { Budget, Comparison, Contest, Rational } from "@crux/core";
import { holdsAt } from "@crux/core";
import { zero } from "@crux/core/exact";
import { Undecided } from "../algebra/undecided.ts";
import { type Real, rationalReal, simplestBetweenReals } from "../roots/real.ts";
import type { Domain } from "../roots/root-list.ts";
import { factsAbout } from "./axis-facts.ts";
import { inOrder, type MapAxis, zerosOf } from "./zeros.ts";

/**
 * The axis with the open interval that it runs over: the positive numbers for `g` and positive unknowns, all numbers
 * for others, less what facts about the axis alone exclude. Throws `Undecided` where that is no single interval
 * with rational ends.
 */
export function axisOf(contest: Contest, over: string, budget: Budget): MapAxis {
  const isPositive = over === "g" || contest.positive.includes(over) || !contest.unknowns.includes(over);
  const domain: Domain = { low: isPositive ? zero : null, high: null };
  const limits = factsAbout(contest, over);
  return { over, domain: limits.length === 0 ? domain : limited(limits, { over, domain }, budget) };
}

/** The only interval between zeros of the limits on which all of them hold. */
function limited(limits: readonly Comparison[], axis: MapAxis, budget: Budget): Domain {
  const places = limits.flatMap(({ left, right }) => {
    const { zero: roots, breaks } = zerosOf(left, right, axis, budget);
    return [...(roots === "everywhere" ? [] : roots.map((root) => root.at)), ...breaks];
  });
  const { low, high } = axis.domain;
  const ends: (Real | undefined)[] = [
    low === null ? undefined : rationalReal(low),
    ...inOrder(places, budget),
    high === null ? undefined : rationalReal(high),
  ];
  const allowed = ends.slice(1).flatMap((_, cell) => {
    const env = new Map([[axis.over, simplestBetweenReals(ends[cell], ends[cell + 1], budget)]]);
    return limits.every((limit) => holdsAt(limit, env) === true) ? [cell] : [];
  });
  const [first, last] = [allowed[0], allowed.at(-1)];
  if (first === undefined || last === undefined)
    throw new Undecided(`an interval for ${axis.over}: there is none`);
  if (last - first !== allowed.length - 1)
    throw new Undecided(`one interval for ${axis.over}: there are several`);
  return { low: endOf(ends[first], axis.over), high: endOf(ends[last + 1], axis.over) };
}

function endOf(end: Real | undefined, over: string): Rational | null {
  if (end === undefined) return null;
  if (end.kind !== "rational") throw new Undecided(`a range of ${over} with rational ends`);
  return end.value;
}
