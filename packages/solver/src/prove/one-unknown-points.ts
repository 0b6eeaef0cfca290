import { type Budget, type Comparison, exprOfName, printExpr } from "@crux/core";
import { isolateRoots } from "../roots/isolate-roots.ts";
import { closedForm, compareReals, type Real, simplestBetweenReals } from "../roots/real.ts";
import { positiveDomain } from "../roots/root-list.ts";
import type { Hunt } from "./trial.ts";

/** For a question about one unknown: tries every root of its comparisons, and a point between each two. */
export function seekAtRoots(hunt: Hunt, budget: Budget): void {
  const [name, more] = hunt.question.unknowns;
  if (name === undefined || more !== undefined) return;
  const places = placesOf(hunt, name, budget).sort((a, b) => {
    const order = compareReals(a, b, budget);
    return order === "undecided" ? 0 : order;
  });
  const low: Real | undefined = hunt.question.isPositive(name)
    ? { kind: "rational", value: { num: 0n, den: 1n } }
    : undefined;
  const ends = [low, ...places, undefined];
  for (const [i, place] of ends.entries()) {
    if (i === ends.length - 1 || hunt.isOver) return;
    const next = ends[i + 1];
    if (place !== undefined && next !== undefined && compareReals(place, next, budget) !== -1) continue;
    hunt.offerExactly(new Map([[name, simplestBetweenReals(place, next, budget)]]));
  }
}

/** The same at the roots themselves, which takes closed forms; equalities hold nowhere else. */
export function seekOnRoots(hunt: Hunt, budget: Budget): void {
  const [name, more] = hunt.question.unknowns;
  if (name === undefined || more !== undefined) return;
  for (const place of placesOf(hunt, name, budget)) {
    if (hunt.isOver) return;
    const value = closedForm(place, budget);
    if (value !== null) hunt.offerExactly(new Map([[name, value.kind === "number" ? value.value : value]]));
  }
}

function placesOf(hunt: Hunt, name: string, budget: Budget): Real[] {
  const domain = hunt.question.isPositive(name) ? positiveDomain : { low: null, high: null };
  const seen = new Set<string>();
  const roots = ({ left, right }: Comparison): Real[] => {
    const key = `${printExpr(left)} = ${printExpr(right)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const list = isolateRoots({ left, right, of: printExpr(exprOfName(name)), domain }, budget);
    if (list.kind === "undecided" || list.kind === "undefined") return [];
    const breaks = list.breaks.map(({ at }) => at);
    return list.kind === "roots" ? [...list.roots.map(({ at }) => at), ...breaks] : breaks;
  };
  return [...hunt.question.held, ...hunt.question.claim.comparisons].flatMap(roots);
}
