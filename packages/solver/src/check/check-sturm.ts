import { type Budget, type Expr, number } from "@crux/core";
import { compare, type Rational } from "@crux/core/exact";
import { createAlgebra } from "./algebra.ts";
import { normalForm } from "./normal-form.ts";
import { toRationalFunction } from "./rational-function.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedPlace, Domain, FoundRoot, RootsQuestion } from "./roots-question.ts";
import { enclose, type Spot } from "./spot.ts";
import {
  byMultiplicity,
  countBetween,
  countRoots,
  gcd,
  signAt,
  type Univariate,
  withoutRepeats,
} from "./univariate.ts";

const STEP = "count the roots by Sturm's theorem";

/** The zeros of a quotient of polynomials; refused unless they are at these places and nowhere else. */
export function findBySturm(
  question: RootsQuestion,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  const f = toRationalFunction(question.f, question.of, budget);
  if (f === undefined) return refuse(STEP, path, "not a quotient of polynomials with rational coefficients");
  demand(f.zeros.length > 0, STEP, path, "it is zero everywhere");
  const simple = withoutRepeats(f.zeros, budget);
  const all = countIn(simple, question.domain, budget);
  demand(all === places.length, STEP, path, `${places.length} roots are listed, but there are ${all}`);
  const layers = byMultiplicity(f.zeros, budget);
  return places.map((place, index) => {
    const spot = placeOfRoot(place, simple, [...path, index], budget);
    const multiplicity = multiplicityAt(spot, layers, budget);
    return { spot, multiplicity, flips: multiplicity % 2 === 1 };
  });
}

function countIn(p: Univariate, { low, high, hasLow, hasHigh }: Domain, budget: Budget): number {
  const isRoot = (end: Rational | "oo" | "-oo"): boolean => typeof end !== "string" && signAt(p, end) === 0;
  const atLow = hasLow && isRoot(low) ? 1 : 0;
  return atLow + (hasHigh ? countRoots(p, low, high, budget) : countBetween(p, low, high, budget));
}

/** A place at which a polynomial without repeated roots has one; refused if it has not. */
export function placeOfRoot(place: ClaimedPlace, simple: Univariate, path: Path, budget: Budget): Spot {
  if (place.exact !== null) {
    demand(isRootOf(place.exact, simple, budget), STEP, [...path, "exact"], "it is not a root");
    return { kind: "closed", expr: place.exact };
  }
  const [low, high] = place.isolating ?? refuse(STEP, path, "it has neither a closed form nor a range");
  demand(compare(low, high) < 0, STEP, [...path, "isolating"], "the range is empty");
  const alone =
    countRoots(simple, low, high, budget) === 1 && signAt(simple, low) * signAt(simple, high) === -1;
  demand(alone, STEP, [...path, "isolating"], "the range does not hold exactly one root");
  return { kind: "crossing", range: { low, high }, signAt: (x) => signAt(simple, x) };
}

/** Whether a closed form is proved to be a root of a polynomial. */
export function isRootOf(exact: Expr, p: Univariate, budget: Budget): boolean {
  if (exact.kind === "number") return signAt(p, exact.value) === 0;
  if (exact.kind === "call" && exact.name === "root") return isRootOfShared(exact, p, budget);
  const algebra = createAlgebra(() => false, budget);
  return normalForm(horner(p, exact), algebra).num.size === 0;
}

/** `root(q, k)` is a root of `p` if it is one of what `p` and `q` have in common. */
function isRootOfShared(exact: Expr & { kind: "call" }, p: Univariate, budget: Budget): boolean {
  const [formula] = exact.args;
  const q = formula && toRationalFunction(formula, "x", budget);
  if (q === undefined || q.gaps.length > 1 || q.zeros.length === 0) return false;
  const shared = withoutRepeats(gcd(p, q.zeros, budget), budget);
  const simple = withoutRepeats(q.zeros, budget);
  for (const bits of [64, 256, 1024, 4096]) {
    const range = enclose({ kind: "closed", expr: exact }, bits, budget);
    if (range === undefined) return false;
    if (compare(range.low, range.high) === 0) return signAt(p, range.low) === 0;
    if (countRoots(simple, range.low, range.high, budget) !== 1) continue;
    return countRoots(shared, range.low, range.high, budget) === 1;
  }
  return false;
}

/** The value of a polynomial as a formula. */
export function horner(p: Univariate, x: Expr): Expr {
  return p.reduceRight<Expr>(
    (so, coefficient) => ({
      kind: "add",
      left: { kind: "multiply", left: so, right: x },
      right: number(coefficient),
    }),
    number(0),
  );
}

/** How many of the layers, each of which has roots of at least one more multiplicity, have a root there. */
export function multiplicityAt(spot: Spot, layers: readonly Univariate[], budget: Budget): number {
  const has = (layer: Univariate): boolean =>
    spot.kind === "closed"
      ? isRootOf(spot.expr, layer, budget)
      : countRoots(layer, spot.range.low, spot.range.high, budget) === 1;
  return layers.filter(has).length;
}
