import type { Budget, Expr } from "@crux/core";
import { equals } from "@crux/core/exact";
import { Stuck } from "./pieces.ts";
import { compareReals, type Real, rationalReal, simplestBetweenReals } from "./real.ts";
import { type Break, type Domain, inDomain, type Root, type Side } from "./root-list.ts";
import type { Smooth } from "./smooth.ts";

/** A place at which part of a formula is zero, and what the formula needs of that part to be real. */
export type Edge = {
  readonly at: Real;
  readonly part: Expr;
  readonly needs: "nonzero" | "positive" | "nonnegative";
};

/** A zero of the numerator. */
export type Zero = { readonly at: Real; readonly multiplicity: number };

/** Sign of `a - b`; `Stuck` where it cannot be told. */
export function order(a: Real, b: Real, budget: Budget): -1 | 0 | 1 {
  const sign = compareReals(a, b, budget);
  if (sign === "undecided") throw new Stuck("whether two roots are equal");
  return sign;
}

/** The edges from left to right. */
export const sortedEdges = (edges: readonly Edge[], budget: Budget): Edge[] =>
  edges.length < 2 ? [...edges] : [...edges].sort((a, b) => order(a.at, b.at, budget));

type Event = { readonly at: Real; readonly multiplicity: number; readonly edges: readonly Edge[] };

/** The zeros at which the whole is real, and the places around which it is not; with the signs on both sides. */
export function assembleRoots(
  zeros: readonly Zero[],
  edges: readonly Edge[],
  f: Smooth,
  domain: Domain,
): { readonly roots: readonly Root[]; readonly breaks: readonly Break[] } {
  const events = mergedEvents(zeros, edges, f.budget).filter(({ at }) => isWithin(domain, at, f.budget));
  const sides = sidesBetween(events, f, domain);
  const roots: Root[] = [];
  const breaks: Break[] = [];
  for (const [i, event] of events.entries()) {
    const before = sides[i] ?? null;
    const after = sides[i + 1] ?? null;
    const isReal = event.edges.every(({ needs }) => needs === "nonnegative");
    if (event.edges.length > 0 && (before !== null || after !== null))
      breaks.push({ at: event.at, before, after });
    if (event.multiplicity > 0 && isReal && (before !== null || after !== null)) {
      const flips = before !== null && after !== null && before === -after && before !== 0;
      roots.push({ at: event.at, multiplicity: event.multiplicity, flips, before, after });
    }
  }
  return { roots, breaks };
}

function mergedEvents(zeros: readonly Zero[], edges: readonly Edge[], budget: Budget): Event[] {
  const all: Event[] = [
    ...zeros.map((zero) => ({ ...zero, edges: [] })),
    ...edges.map((edge) => ({ at: edge.at, multiplicity: 0, edges: [edge] })),
  ];
  if (all.length > 1) all.sort((a, b) => order(a.at, b.at, budget));
  const merged: Event[] = [];
  for (const event of all) {
    const last = merged[merged.length - 1];
    if (last !== undefined && order(last.at, event.at, budget) === 0) {
      merged[merged.length - 1] = {
        at: last.at,
        multiplicity: last.multiplicity + event.multiplicity,
        edges: [...last.edges, ...event.edges],
      };
    } else merged.push(event);
  }
  return merged;
}

/** Whether a number belongs to the domain. */
export function isWithin(domain: Domain, at: Real, budget: Budget): boolean {
  if (at.kind === "rational") return inDomain(domain, at.value);
  const { low, high } = domain;
  if (low !== null && order(at, rationalReal(low), budget) <= 0) return false;
  return high === null || order(at, rationalReal(high), budget) < 0;
}

/** Sign of `f` before, between and after the events; null where it is not real, or outside the domain. */
function sidesBetween(events: readonly Event[], f: Smooth, domain: Domain): Side[] {
  const isEnd = (event: Event | undefined, end: Domain["low"]): boolean =>
    event?.at.kind === "rational" && end !== null && equals(event.at.value, end);
  const sides: Side[] = [];
  for (let i = 0; i <= events.length; i++) {
    const [from, to] = [events[i - 1], events[i]];
    if ((i === 0 && isEnd(to, domain.low)) || (i === events.length && isEnd(from, domain.high))) {
      sides.push(null);
      continue;
    }
    const low = from?.at ?? (domain.low === null ? undefined : rationalReal(domain.low));
    const high = to?.at ?? (domain.high === null ? undefined : rationalReal(domain.high));
    sides.push(events.length === 0 ? null : (f.signAt(simplestBetweenReals(low, high, f.budget)) ?? null));
  }
  return sides;
}
