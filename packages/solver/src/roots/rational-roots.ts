import type { Budget, Rational } from "@crux/core";
import { equals, sign } from "@crux/core/exact";
import { type CountedRoot, compareAlgebraic, rootsOf } from "./algebraic.ts";
import { coefficient, degree, type IntegerPolynomial, signAt } from "./integer-polynomial.ts";
import type { ReadFunction } from "./rational-function.ts";
import { simplestBetweenReals } from "./real.ts";
import {
  type Break,
  type Domain,
  inDomain,
  isPositiveDomain,
  type Root,
  type RootList,
  type Side,
} from "./root-list.ts";

/** All zeros of a quotient of polynomials on a domain. */
export function rationalRoots(f: ReadFunction, domain: Domain, budget: Budget): RootList {
  if (f.den.length === 0 || f.denominators.some((one) => one.length === 0)) {
    return { kind: "undefined", reason: "division by zero", proof: { kind: "nowhere" } };
  }
  const events = eventsOf(f, domain, budget);
  const isEdge = ({ at }: Event): boolean => at.kind === "rational" && !isInside(domain, at.value);
  if (f.num.length === 0) {
    const breaks = events.map(({ at }): Break => ({ at, before: 0, after: 0 }));
    return { kind: "everywhere", breaks, proof: { kind: "identical" } };
  }
  const roots: Root[] = [];
  const breaks: Break[] = [];
  let current: Side = events.length === 0 ? null : firstSign(f, domain, events[0]?.at, budget);
  for (const event of events) {
    const edge = isEdge(event);
    const after: Side = event.order % 2 === 0 ? current : current === 1 ? -1 : 1;
    const [before, next] = edge ? sidesAtEnd(domain, event, current) : [current, after];
    if (event.excluded) breaks.push({ at: event.at, before, after: next });
    else
      roots.push({
        at: event.at,
        multiplicity: event.order,
        flips: !edge && before !== next,
        before,
        after: next,
      });
    if (!edge) current = after;
  }
  return { kind: "roots", roots, breaks, proof: { kind: "sturm" } };
}

/** A point at which numerator or denominators vanish; `order` is that of the zero (negative: of the pole). */
type Event = { readonly at: CountedRoot["at"]; readonly order: number; readonly excluded: boolean };

function eventsOf(f: ReadFunction, domain: Domain, budget: Budget): Event[] {
  const where = isPositiveDomain(domain) ? "positive" : "real";
  const zeros = rootsOf(f.num, budget, where).map((one) => ({ ...one, excluded: false }));
  const poles = rootsOf(f.den, budget, where).map((one) => ({
    ...one,
    multiplicity: -one.multiplicity,
    excluded: true,
  }));
  const gaps = f.denominators.flatMap((one) =>
    rootsOf(one, budget, where).map(({ at }) => ({ at, multiplicity: 0, excluded: true })),
  );
  const all = [...zeros, ...poles, ...gaps];
  const merged: Event[] = [];
  for (const { at, multiplicity, excluded } of all.sort((a, b) => compareAlgebraic(a.at, b.at, budget))) {
    const last = merged[merged.length - 1];
    if (last !== undefined && compareAlgebraic(last.at, at, budget) === 0) {
      merged[merged.length - 1] = {
        at,
        order: last.order + multiplicity,
        excluded: last.excluded || excluded,
      };
    } else merged.push({ at, order: multiplicity, excluded });
  }
  return domain.high === null && where === "positive" && domain.low?.num === 0n
    ? merged
    : merged.filter(({ at }) => isWithin(domain, at, budget));
}

function isWithin(domain: Domain, at: CountedRoot["at"], budget: Budget): boolean {
  if (at.kind === "rational") return inDomain(domain, at.value);
  const side = (end: Rational): number => compareAlgebraic(at, { kind: "rational", value: end }, budget);
  return (domain.low === null || side(domain.low) > 0) && (domain.high === null || side(domain.high) < 0);
}

const isInside = (domain: Domain, x: Rational): boolean =>
  inDomain({ low: domain.low, high: domain.high }, x);

/** Sign just before the first event, or just after it if it is the low end itself. */
function firstSign(
  f: ReadFunction,
  domain: Domain,
  first: CountedRoot["at"] | undefined,
  budget: Budget,
): 1 | -1 {
  if (domain.low !== null && sign(domain.low) === 0)
    return signRightOfZero(f.num) === signRightOfZero(f.den) ? 1 : -1;
  const low = domain.low === null ? undefined : ({ kind: "rational", value: domain.low } as const);
  const isLow = low !== undefined && first !== undefined && compareAlgebraic(low, first, budget) === 0;
  const all = isLow ? rootsOf(f.num, budget, "real").concat(rootsOf(f.den, budget, "real")) : [];
  const next = all.map(({ at }) => at).filter((at) => compareAlgebraic(at, low ?? at, budget) > 0);
  const high = isLow ? next.sort((a, b) => compareAlgebraic(a, b, budget))[0] : first;
  const sample = simplestBetweenReals(low, high, budget);
  return signAt(f.num, sample) === signAt(f.den, sample) ? 1 : -1;
}

function signRightOfZero(p: IntegerPolynomial): -1 | 0 | 1 {
  for (let i = 0; i <= degree(p); i++) {
    const c = coefficient(p, i);
    if (c !== 0n) return c > 0n ? 1 : -1;
  }
  return 0;
}

/** At an end that belongs to the domain only one side counts. */
function sidesAtEnd(domain: Domain, event: Event, current: Side): [Side, Side] {
  const isLow = event.at.kind === "rational" && domain.low !== null && equals(event.at.value, domain.low);
  return isLow ? [null, current] : [current, null];
}
