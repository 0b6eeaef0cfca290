import type { Budget, Expr } from "@crux/core";
import { number } from "@crux/core";
import { Undecided } from "../algebra/undecided.ts";
import type { RootsProof } from "../certificate/roots-proof.ts";
import { isolateRoots } from "../roots/isolate-roots.ts";
import { compareReals, type Real } from "../roots/real.ts";
import type { Domain, Root } from "../roots/root-list.ts";

/** The axis of a winner map: its name and the open interval that it runs over. */
export type MapAxis = { readonly over: string; readonly domain: Domain };

/** Where a function of the axis is zero, and where it stops or starts being a real number. */
export type Zeros = {
  readonly zero: "everywhere" | readonly Root[];
  readonly breaks: readonly Real[];
  readonly proof: RootsProof;
};

/** Complete zeros of `left - right`; throws `Undecided` where they cannot be shown to be complete. */
export function zerosOf(left: Expr, right: Expr, axis: MapAxis, budget: Budget): Zeros {
  const found = isolateRoots({ left, right, of: axis.over, domain: axis.domain }, budget);
  switch (found.kind) {
    case "roots":
      return { zero: found.roots, breaks: found.breaks.map((one) => one.at), proof: found.proof };
    case "everywhere":
      return { zero: "everywhere", breaks: found.breaks.map((one) => one.at), proof: found.proof };
    case "undefined":
      return { zero: [], breaks: [], proof: found.proof };
    case "undecided":
      throw new Undecided(found.missing);
  }
}

/** Complete zeros of one formula. */
export const zerosOfFormula = (expr: Expr, axis: MapAxis, budget: Budget): Zeros =>
  zerosOf(expr, number(0), axis, budget);

/** The numbers in ascending order, each once; throws `Undecided` where two cannot be told apart. */
export function inOrder(numbers: readonly Real[], budget: Budget): readonly Real[] {
  const out: Real[] = [];
  const sorted = [...numbers].sort((a, b) => order(a, b, budget));
  for (const one of sorted) {
    const last = out.at(-1);
    if (last === undefined || order(last, one, budget) !== 0) out.push(one);
  }
  return out;
}

/** Place of `one` in an ascending list that holds an equal number. */
export function placeIn(list: readonly Real[], one: Real, budget: Budget): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = list[middle];
    if (at !== undefined && order(at, one, budget) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function order(a: Real, b: Real, budget: Budget): -1 | 0 | 1 {
  const result = compareReals(a, b, budget);
  if (result === "undecided") throw new Undecided("whether two places on the axis are the same");
  return result;
}
