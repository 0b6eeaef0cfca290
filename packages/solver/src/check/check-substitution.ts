import {
  type Budget,
  compareAt,
  differentiate,
  type Expr,
  evaluate,
  multiply,
  number,
  substitute,
} from "@crux/core";
import { isZero } from "@crux/core/exact";
import type { SubstitutionProof } from "../certificate/roots-proof.ts";
import { multiplicityAt } from "./check-sturm.ts";
import { conditionsOf } from "./conditions.ts";
import { type Bound, extentOf, rangeBetween } from "./extended.ts";
import { isolated } from "./isolate.ts";
import { sameNormalForm } from "./normal-form.ts";
import { toRationalFunction } from "./rational-function.ts";
import { exprAt } from "./read-text.ts";
import { isRealAt } from "./real-at.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedPlace, FoundRoot, RootsQuestion } from "./roots-question.ts";
import { sureSign } from "./sign.ts";
import { compareSpots, type Spot } from "./spot.ts";
import { byMultiplicity, signAt, type Univariate, withoutRepeats } from "./univariate.ts";
import { algebraOf, factorHasNoZero } from "./zero-free.ts";
import { isZeroNumber } from "./zero-number.ts";

const STEP = "put a new unknown in";
const Y = "y";

/** The zeros of a polynomial in one monotone function; refused unless they are at these places and nowhere else. */
export function findBySubstitution(
  question: RootsQuestion,
  proof: SubstitutionProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  const by = exprAt(proof.by, [...path, "by"]);
  const polynomial = exprAt(proof.polynomial, [...path, "polynomial"]);
  const factor = exprAt(proof.factor, [...path, "factor"]);
  const p = toRationalFunction(polynomial, Y, budget);
  if (p === undefined || p.gaps.length > 1 || p.zeros.length === 0) {
    return refuse(STEP, [...path, "polynomial"], "not a polynomial in y");
  }
  const inX = substitute(polynomial, new Map([[Y, by]]));
  const isSame = sameNormalForm(question.f, multiply(factor, inX), algebraOf(question, budget));
  demand(isSame, STEP, path, "the function is not the factor times the polynomial");
  demand(factorHasNoZero(factor, question, budget), STEP, [...path, "factor"], "it may be 0 somewhere");
  const direction = directionOf(by, question, budget, path);
  const simple = withoutRepeats(p.zeros, budget);
  const ends = endsOf(by, direction, question, budget, path);
  const ys = isolated(simple, budget).filter((y) => isWithin(y, ends, simple, path, budget));
  demand(
    ys.length === places.length,
    STEP,
    path,
    `${places.length} roots are listed, but there are ${ys.length}`,
  );
  const ascending = direction === 1 ? ys : ys.toReversed();
  const layers = byMultiplicity(p.zeros, budget);
  return places.map((place, index) => {
    const spot = placeOf(place, inX, question, [...path, index], budget);
    demand(
      isRealAt(question.f, question.of, spot, budget),
      STEP,
      [...path, index],
      "the function is not real there",
    );
    const y = ascending[index] ?? refuse(STEP, path, "a root is missing");
    const multiplicity = multiplicityAt(y, layers, budget);
    return { spot, multiplicity, flips: multiplicity % 2 === 1 };
  });
}

/** Whether the function of the substitution rises or falls wherever it is real, all in one stretch. */
function directionOf(by: Expr, question: RootsQuestion, budget: Budget, path: Path): 1 | -1 {
  const algebra = algebraOf(question, budget);
  const slope = differentiate(by, question.of) ?? refuse(STEP, [...path, "by"], "it has no derivative");
  const guards = conditionsOf(by).filter(({ relation }) => relation === ">");
  const cleared = guards.reduce((so, { expr }) => multiply(so, expr), slope);
  const found = sureSign(cleared, algebra);
  const isInOnePiece = guards.length <= 1;
  if (isInOnePiece && (found === 1 || found === -1)) return found;
  return refuse(STEP, [...path, "by"], "it is not seen to be monotone");
}

type Ends = {
  readonly low: Spot | "-oo";
  readonly high: Spot | "oo";
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
};

/** The ends of what the function of the substitution is worth on the domain. */
function endsOf(by: Expr, direction: 1 | -1, question: RootsQuestion, budget: Budget, path: Path): Ends {
  const { low, high, hasLow, hasHigh } = question.domain;
  const limits = extentOf(by, question.of, rangeBetween(low, high, !hasLow), budget);
  const spot = (end: Bound, limit: Bound | undefined): Spot | "-oo" | "oo" => {
    const there = typeof end === "string" ? undefined : substitute(by, new Map([[question.of, number(end)]]));
    if (there !== undefined && ["exact", "enclosed"].includes(evaluate(there, new Map()).kind)) {
      return { kind: "closed", expr: there };
    }
    if (limit === "oo" || limit === "-oo") return limit;
    const isNull = limit !== undefined && isZero(limit);
    return isNull
      ? { kind: "closed", expr: number(0) }
      : refuse(STEP, [...path, "by"], "its range is not seen");
  };
  const rises = direction === 1;
  const [bottom, top] = rises ? [low, high] : [high, low];
  const [least, most] = [spot(bottom, limits?.low), spot(top, limits?.high)];
  if (least === "oo" || most === "-oo") return refuse(STEP, [...path, "by"], "its range is not seen");
  return { low: least, high: most, hasLow: rises ? hasLow : hasHigh, hasHigh: rises ? hasHigh : hasLow };
}

function isWithin(
  y: Spot,
  { low, high, hasLow, hasHigh }: Ends,
  p: Univariate,
  path: Path,
  budget: Budget,
): boolean {
  const order = (end: Spot): number => {
    const exact = end.kind === "closed" ? evaluate(end.expr, new Map()) : undefined;
    if (exact?.kind === "exact" && signAt(p, exact.value) === 0 && y.kind === "crossing") {
      const { low: from, high: to } = y.range;
      const inRange = compareSpots({ kind: "closed", expr: number(from) }, end, budget) === -1;
      const beforeEnd = compareSpots(end, { kind: "closed", expr: number(to) }, budget) === -1;
      if (inRange && beforeEnd) return 0;
    }
    return compareSpots(y, end, budget) ?? refuse(STEP, path, "a root is too close to the end of the range");
  };
  const [fromLow, fromHigh] = [low === "-oo" ? 1 : order(low), high === "oo" ? -1 : order(high)];
  return (fromLow > 0 || (fromLow === 0 && hasLow)) && (fromHigh < 0 || (fromHigh === 0 && hasHigh));
}

/** A place at which a function is 0: in closed form, or where its sign changes. */
export function placeOf(
  place: ClaimedPlace,
  f: Expr,
  question: RootsQuestion,
  path: Path,
  budget: Budget,
): Spot {
  if (place.exact !== null) {
    const there = substitute(f, new Map([[question.of, place.exact]]));
    const isRoot = isZeroNumber(there, budget);
    demand(isRoot, STEP, [...path, "exact"], "it is not seen to be a root");
    return { kind: "closed", expr: place.exact };
  }
  const [low, high] = place.isolating ?? refuse(STEP, path, "it has neither a closed form nor a range");
  const signThere = (x: typeof low): -1 | 0 | 1 => {
    budget.spend(20, "evaluating");
    const found = compareAt(f, number(0), new Map([[question.of, x]]));
    return found === "undecided" ? refuse(STEP, path, "its sign could not be told") : found;
  };
  const changes = signThere(low) * signThere(high) === -1;
  demand(changes, STEP, [...path, "isolating"], "the sign does not change between its ends");
  return { kind: "crossing", range: { low, high }, signAt: signThere };
}
