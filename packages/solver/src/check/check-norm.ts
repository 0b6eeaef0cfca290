import { type Budget, divide, type Expr, multiply } from "@crux/core";
import { divide as divideRationals } from "@crux/core/exact";
import type { NormProof } from "../certificate/roots-proof.ts";
import type { Algebra } from "./algebra.ts";
import { multiplicityAt, placeOfRoot } from "./check-sturm.ts";
import { isInside } from "./inside.ts";
import { isolated } from "./isolate.ts";
import { normalForm } from "./normal-form.ts";
import { isSame, product, scale } from "./polynomial.ts";
import { toRationalFunction } from "./rational-function.ts";
import { exprAt } from "./read-text.ts";
import { isRealAt, signAtSpot } from "./real-at.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedPlace, FoundRoot, RootsQuestion } from "./roots-question.ts";
import { compareSpots, type Spot } from "./spot.ts";
import { byMultiplicity, withoutRepeats } from "./univariate.ts";
import { algebraOf } from "./zero-free.ts";

const STEP = "remove the radicals";

/** The zeros of a function that divides a polynomial; refused unless they are at these places and nowhere else. */
export function findByNorm(
  question: RootsQuestion,
  proof: NormProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  const [cofactor, polynomial, denominator] = [
    exprAt(proof.cofactor, [...path, "cofactor"]),
    exprAt(proof.polynomial, [...path, "polynomial"]),
    exprAt(proof.denominator, [...path, "denominator"]),
  ];
  const isProduct = isMultiple(
    multiply(question.f, cofactor),
    divide(polynomial, denominator),
    algebraOf(question, budget),
  );
  demand(isProduct, STEP, path, "the function times the cofactor is not the quotient");
  const p = polynomialIn(polynomial, [...path, "polynomial"], budget);
  polynomialIn(denominator, [...path, "denominator"], budget);
  const simple = withoutRepeats(p, budget);
  const layers = byMultiplicity(p, budget);
  const spots = places.map((place, index) => placeOfRoot(place, simple, [...path, index], budget));
  const matched = new Set<number>();
  for (const root of isolated(simple, budget)) {
    if (!isInside(root, question.domain, budget)) continue;
    const index = spots.findIndex((spot) => isSameRoot(spot, root, budget));
    if (index >= 0) matched.add(index);
    else checkNoZero(question.f, question.of, root, path, budget);
  }
  return spots.map((spot, index) => {
    demand(matched.has(index), STEP, [...path, index], "it is not in the domain, or listed twice");
    const side = signAtSpot(cofactor, question.of, spot, budget);
    demand(side === 1 || side === -1, STEP, [...path, index], "the cofactor may be 0 there");
    demand(
      isRealAt(question.f, question.of, spot, budget),
      STEP,
      [...path, index],
      "the function is not real there",
    );
    const multiplicity = multiplicityAt(spot, layers, budget);
    return { spot, multiplicity, flips: multiplicity % 2 === 1 };
  });

  function polynomialIn(expr: Expr, place: Path, spend: Budget) {
    const found = toRationalFunction(expr, "x", spend) ?? toRationalFunction(expr, question.of, spend);
    if (found === undefined || found.gaps.length > 1 || found.zeros.length === 0) {
      return refuse(STEP, place, "not a polynomial in the unknown, other than 0");
    }
    return found.zeros;
  }
}

/** Whether two formulas are equal up to a number other than 0. */
function isMultiple(a: Expr, b: Expr, algebra: Algebra): boolean {
  const [left, right] = [normalForm(a, algebra), normalForm(b, algebra)];
  if (left.num.size === 0 || right.num.size === 0) return false;
  const [x, y] = [product(left.num, right.den, algebra.budget), product(right.num, left.den, algebra.budget)];
  const first = x.entries().next().value;
  if (first === undefined) return false;
  const other = y.get(first[0]);
  return other !== undefined && isSame(scale(x, divideRationals(other.coefficient, first[1].coefficient)), y);
}

/** Whether a root that is known to be one of the polynomial is this isolated one. */
function isSameRoot(spot: Spot, root: Spot, budget: Budget): boolean {
  if (root.kind === "closed") return compareSpots(spot, root, budget) === 0;
  const end = (value: typeof root.range.low): Spot => ({ kind: "closed", expr: { kind: "number", value } });
  return (
    compareSpots(spot, end(root.range.low), budget) === 1 &&
    compareSpots(spot, end(root.range.high), budget) === -1
  );
}

/** Refuses unless the function is surely not 0 there, or not real. */
function checkNoZero(f: Expr, of: string, root: Spot, path: Path, budget: Budget): void {
  const found = signAtSpot(f, of, root, budget);
  demand(
    found !== undefined && found !== 0,
    STEP,
    path,
    "a root of the polynomial may be a root that is not listed",
  );
}
