import {
  type Budget,
  compareAt,
  differentiate,
  type Expr,
  evaluate,
  exprOfName,
  multiply,
  number,
  substitute,
  subtract,
  sum,
} from "@crux/core";
import { absolute, add, compare, enclosed, integer, max, type Rational, sign, zero } from "@crux/core/exact";
import type { Piece, PiecesProof, Reason } from "../certificate/roots-proof.ts";
import { createAlgebra } from "./algebra.ts";
import { conditionsOf } from "./conditions.ts";
import {
  type Bound,
  compareBounds,
  cutPoint,
  type Extent,
  extentOf,
  rangeBetween,
  signOfBound,
} from "./extended.ts";
import { isIdenticallyZero, sameNormalForm } from "./normal-form.ts";
import { exprAt, rationalAt } from "./read-text.ts";
import { isRealAt } from "./real-at.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { type ClaimedPlace, type FoundRoot, isPositiveDomain, type RootsQuestion } from "./roots-question.ts";
import { compareSpots, type Spot } from "./spot.ts";
import { factorHasNoZero, isRealWhereAsked } from "./zero-free.ts";
import { isZeroNumber } from "./zero-number.ts";

const STEP = "follow the pieces of the domain";

/** What a check of pieces carries along. */
type Task = {
  readonly h: Expr;
  readonly question: RootsQuestion;
  readonly budget: Budget;
};

type Stretch = { readonly low: Bound; readonly high: Bound };

/** A root that a piece has, and how often. */
type Found = { readonly root: number; readonly multiplicity: number };

/** The zeros of a function by pieces of the domain; refused unless they are at these places and nowhere else. */
export function findByPieces(
  question: RootsQuestion,
  proof: PiecesProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  const h = exprAt(proof.of, [...path, "of"]);
  const factor = exprAt(proof.factor, [...path, "factor"]);
  checkFactor(h, factor, question, path, budget);
  const task: Task = { h, question, budget };
  const stretches = proof.pieces.map((piece, index) => stretchOf(piece, index, path));
  checkCover(stretches, question, path);
  const spots = places.map((place, index) => spotOf(place, task, [...path, index]));
  const seen = new Map<number, number>();
  const edges = edgesOf(proof.pieces, stretches);
  for (const [index, piece] of proof.pieces.entries()) {
    const stretch = stretches[index] ?? refuse(STEP, path, "a piece is missing");
    const found = checkPiece(piece.because, stretch, spots, task, [...path, "pieces", index]);
    if (found !== undefined) seen.set(found.root, found.multiplicity);
  }
  return spots.map((spot, index) => {
    const order = seen.get(index) ?? refuse(STEP, [...path, index], "no piece has this root");
    demand(
      isRealAt(question.f, question.of, spot, budget),
      STEP,
      [...path, index],
      "the function is not real there",
    );
    const isEdge = edges.some((edge) => compareSpots(spot, edge, budget) === 0);
    return isEdge
      ? { spot, multiplicity: 1, flips: false }
      : { spot, multiplicity: order, flips: order % 2 === 1 };
  });
}

/** Ends of pieces beyond which the function is not real. */
const edgesOf = (pieces: readonly Piece[], stretches: readonly Stretch[]): readonly Spot[] =>
  pieces.flatMap(({ because }, index) => {
    if (because.kind !== "undefined") return [];
    const { low, high } = stretches[index] ?? { low: "-oo", high: "oo" };
    return [low, high].flatMap((end): Spot[] =>
      typeof end === "string" ? [] : [{ kind: "closed", expr: number(end) }],
    );
  });

function checkFactor(h: Expr, factor: Expr, question: RootsQuestion, path: Path, budget: Budget): void {
  const isPositive = (name: string): boolean => name === question.of && isPositiveDomain(question.domain);
  const algebra = createAlgebra(isPositive, budget);
  const isProduct = sameNormalForm(h, multiply(factor, question.f), algebra);
  demand(isProduct, STEP, [...path, "of"], "it is not the function times the factor");
  demand(factorHasNoZero(factor, question, budget), STEP, [...path, "factor"], "it may be 0 somewhere");
  const isReal = isRealWhereAsked(h, question, budget);
  demand(isReal, STEP, [...path, "of"], "it may be undefined where the function is not");
}

function boundAt(text: string, path: Path): Bound {
  return text === "oo" || text === "-oo" ? text : rationalAt(text, path);
}

function stretchOf(piece: Piece, index: number, path: Path): Stretch {
  const place = [...path, "pieces", index];
  const [low, high] = [boundAt(piece.from, [...place, "from"]), boundAt(piece.to, [...place, "to"])];
  demand(compareBounds(low, high) < 0, STEP, place, "it is empty");
  return { low, high };
}

function checkCover(stretches: readonly Stretch[], { domain }: RootsQuestion, path: Path): void {
  const place = [...path, "pieces"];
  const [first, last] = [stretches[0], stretches.at(-1)];
  const isFull =
    first !== undefined &&
    last !== undefined &&
    compareBounds(first.low, domain.low) <= 0 &&
    compareBounds(last.high, domain.high) >= 0;
  demand(isFull, STEP, place, "they do not cover the domain");
  for (const [index, { low }] of stretches.entries()) {
    const before = stretches[index - 1];
    const touches = before === undefined || compareBounds(before.high, low) === 0;
    demand(touches, STEP, [...place, index, "from"], "it does not begin where the one before ends");
  }
}

/** A claimed root as a number; one without a closed form is where the function changes its sign. */
function spotOf(root: ClaimedPlace, task: Task, path: Path): Spot {
  if (root.exact !== null) return { kind: "closed", expr: root.exact };
  const [low, high] = root.isolating ?? refuse(STEP, path, "it has neither a closed form nor a range");
  const signAt = (x: Rational): -1 | 0 | 1 => signOf(task, x, path);
  demand(
    signAt(low) * signAt(high) === -1,
    STEP,
    [...path, "isolating"],
    "the sign does not change between its ends",
  );
  return { kind: "crossing", range: { low, high }, signAt };
}

/** Sign of the function at a fraction. */
function signOf({ h, question, budget }: Task, x: Rational, path: Path): -1 | 0 | 1 {
  budget.spend(50, "evaluating");
  const found = compareAt(h, number(0), new Map([[question.of, x]]));
  if (found !== "undecided") return found;
  const there = substitute(h, new Map([[question.of, number(x)]]));
  if (
    isIdenticallyZero(
      there,
      createAlgebra(() => false, budget),
    )
  )
    return 0;
  return refuse(STEP, path, "its sign could not be told there");
}

const isOpenEnd = (end: Bound, { question: { domain } }: Task): boolean =>
  typeof end === "string" ||
  (domain.low !== "-oo" && compareBounds(end, domain.low) === 0 && !domain.hasLow) ||
  (domain.high !== "oo" && compareBounds(end, domain.high) === 0 && !domain.hasHigh);

function checkPiece(
  because: Reason,
  stretch: Stretch,
  spots: readonly Spot[],
  task: Task,
  path: Path,
): Found | undefined {
  const inside = rootsIn(stretch, spots, task, path);
  const noRoot = (): undefined => {
    demand(inside.length === 0, STEP, path, "a root is listed here, though there is none");
    return undefined;
  };
  switch (because.kind) {
    case "sign":
      demand(
        hasSign(task.h, because.sign, stretch, task, "strict"),
        STEP,
        path,
        "the function has not that sign throughout",
      );
      return noRoot();
    case "slope":
      return checkSlope(because, stretch, inside, spots, task, path);
    case "order":
      return checkOrder(because, stretch, inside, spots, task, path);
    case "lead":
      checkLead(because, stretch, task, path);
      return noRoot();
    case "undefined":
      checkUndefined(because.part, stretch, spots, task, path);
      return undefined;
  }
}

/** Numbers of the listed roots that belong to a piece, its ends included. */
function rootsIn(stretch: Stretch, spots: readonly Spot[], { budget }: Task, path: Path): readonly number[] {
  const order = (spot: Spot, end: Bound): number => {
    if (typeof end === "string") return end === "oo" ? -1 : 1;
    const found = compareSpots(spot, { kind: "closed", expr: number(end) }, budget);
    return found ?? refuse(STEP, path, "a root is too close to the end of a piece");
  };
  return spots.flatMap((spot, index) =>
    order(spot, stretch.low) >= 0 && order(spot, stretch.high) <= 0 ? [index] : [],
  );
}

const DEEPEST = 14;

/** Whether a formula, where it is real, has one sign on a stretch; the stretch is cut in halves where need be. */
function hasSign(
  expr: Expr,
  wanted: 1 | -1,
  stretch: Stretch,
  task: Task,
  mode: "strict" | "weak",
  needsReal = false,
  depth = 0,
  closed = false,
): boolean {
  const { low, high } = stretch;
  const range = rangeBetween(low, high, !closed && isOpenAtZero(stretch, task));
  const extent = extentOf(expr, task.question.of, range, task.budget);
  if (extent !== undefined && isSigned(extent, wanted, mode) && (extent.isReal || !needsReal)) return true;
  const middle = depth < DEEPEST ? cutPoint(low, high) : undefined;
  if (middle === undefined) return false;
  return [
    { low, high: middle },
    { low: middle, high },
  ].every((half) => hasSign(expr, wanted, half, task, mode, needsReal, depth + 1, closed));
}

const isOpenAtZero = (stretch: Stretch, task: Task): boolean =>
  [stretch.low, stretch.high].some(
    (end) => typeof end !== "string" && sign(end) === 0 && isOpenEnd(end, task),
  );

function isSigned({ low, high, isNonzero }: Extent, wanted: 1 | -1, mode: "strict" | "weak"): boolean {
  const near = wanted === 1 ? signOfBound(low) : -signOfBound(high);
  return near > 0 || (near === 0 && (mode === "weak" || isNonzero));
}

function checkSlope(
  because: Extract<Reason, { kind: "slope" }>,
  stretch: Stretch,
  inside: readonly number[],
  spots: readonly Spot[],
  task: Task,
  path: Path,
): Found | undefined {
  const slope = slopeOf(because.derivative, task, path);
  const isClosed = canBeClosed(stretch, task);
  const rises = hasSign(slope, because.sign, stretch, task, isClosed ? "strict" : "weak", true);
  demand(rises, STEP, path, "the slope has not that sign throughout");
  return isClosed
    ? checkClosedSlope(because.sign, stretch, inside, spots, task, path)
    : checkOpenSlope(because.sign, stretch, inside, task, path);
}

/** Whether a piece has ends at which the function is real. */
function canBeClosed({ low, high }: Stretch, { h, question, budget }: Task): boolean {
  if (typeof low === "string" || typeof high === "string") return false;
  return (
    extentOf(h, question.of, rangeBetween(low, high, false), budget)?.isReal === true ||
    [low, high].every((end) => isNumberAt(h, question.of, end))
  );
}

const isNumberAt = (h: Expr, of: string, at: Rational): boolean =>
  ["exact", "enclosed"].includes(evaluate(h, new Map([[of, at]])).kind);

function slopeOf(text: string | undefined, task: Task, path: Path): Expr {
  const { h, question, budget } = task;
  const own = differentiate(h, question.of) ?? refuse(STEP, path, "it has no derivative");
  if (text === undefined) return own;
  const given = exprAt(text, [...path, "derivative"]);
  const isPositive = (name: string): boolean => name === question.of && isPositiveDomain(question.domain);
  const isSame = sameNormalForm(own, given, createAlgebra(isPositive, budget));
  demand(isSame, STEP, [...path, "derivative"], "it is not the derivative");
  return given;
}

/** On a piece with an open end: the sign at the other end is that towards which the slope leads away from 0. */
function checkOpenSlope(
  slope: 1 | -1,
  { low, high }: Stretch,
  inside: readonly number[],
  task: Task,
  path: Path,
): undefined {
  demand(inside.length === 0, STEP, path, "a root is listed here, though there is none");
  const [end, wanted] = isOpenEnd(high, task) ? [low, slope] : [high, -slope];
  const isClosed = typeof end !== "string" && !isOpenEnd(end, task);
  const isAway = isClosed && signOf(task, end, path) === wanted;
  demand(isAway, STEP, path, "the sign at its end does not rule out a root");
  const stretch = { low, high };
  demand(isRealOn(task.h, stretch, task), STEP, path, "the function is not seen to be real throughout");
  return undefined;
}

function checkClosedSlope(
  slope: 1 | -1,
  { low, high }: Stretch,
  inside: readonly number[],
  spots: readonly Spot[],
  task: Task,
  path: Path,
): Found | undefined {
  if (typeof low === "string" || typeof high === "string")
    return refuse(STEP, path, "its ends are not numbers");
  demand(isRealOn(task.h, { low, high }, task), STEP, path, "the function is not seen to be real throughout");
  const [atLow, atHigh] = [signOf(task, low, path), signOf(task, high, path)];
  const isBeyond = (atLow === 0 && isOpenEnd(low, task)) || (atHigh === 0 && isOpenEnd(high, task));
  if (atLow === slope || atHigh === -slope || isBeyond) {
    demand(inside.length === 0, STEP, path, "a root is listed here, though there is none");
    return undefined;
  }
  const [root, ...more] = inside;
  if (root === undefined || more.length > 0) return refuse(STEP, path, "there is exactly one root here");
  const spot = spots[root] ?? refuse(STEP, path, "there is exactly one root here");
  if (spot.kind === "closed") checkZero(task.h, spot.expr, task, path);
  return { root, multiplicity: 1 };
}

/** Refuses unless a formula is 0 at a number in closed form. */
function checkZero(expr: Expr, at: Expr, { question, budget }: Task, path: Path): void {
  const there = substitute(expr, new Map([[question.of, at]]));
  const isZero = isZeroNumber(there, budget);
  demand(isZero, STEP, path, "the function is not seen to be 0 at the root");
}

const isRealOn = (expr: Expr, stretch: Stretch, task: Task, depth = 0): boolean => {
  const range = rangeBetween(stretch.low, stretch.high, isOpenAtZero(stretch, task));
  if (extentOf(expr, task.question.of, range, task.budget)?.isReal === true) return true;
  const middle = depth < DEEPEST ? cutPoint(stretch.low, stretch.high) : undefined;
  return (
    middle !== undefined &&
    isRealOn(expr, { low: stretch.low, high: middle }, task, depth + 1) &&
    isRealOn(expr, { low: middle, high: stretch.high }, task, depth + 1)
  );
};

function checkOrder(
  because: Extract<Reason, { kind: "order" }>,
  stretch: Stretch,
  inside: readonly number[],
  spots: readonly Spot[],
  task: Task,
  path: Path,
): Found | undefined {
  const at = exprAt(because.at, [...path, "at"]);
  demand(because.order >= 1 && because.order <= 12, STEP, [...path, "order"], "it is not a small number");
  let derivative = task.h;
  for (let order = 0; order < because.order; order += 1) {
    checkZero(derivative, at, task, [...path, "at"]);
    derivative = differentiate(derivative, task.question.of) ?? refuse(STEP, path, "it has no derivative");
  }
  const spot: Spot = { kind: "closed", expr: at };
  const isEnd =
    at.kind === "number" && [stretch.low, stretch.high].some((end) => compareBounds(end, at.value) === 0);
  const isOutside = isEnd && at.kind === "number" && isOpenEnd(at.value, task);
  // Beyond an end that does not belong to the domain the derivative may be infinite: the mean value theorem asks only for its sign inside.
  const rises = hasSign(derivative, because.sign, stretch, task, "strict", true, 0, !isOutside);
  demand(rises, STEP, path, "the derivative has not that sign throughout");
  demand(
    isOutside || rootsIn(stretch, [spot], task, path).length === 1,
    STEP,
    [...path, "at"],
    "it is not on the piece",
  );
  const [root, ...more] = inside;
  if (isOutside) {
    demand(root === undefined, STEP, path, "a root is listed here, though there is none");
    return undefined;
  }
  const isListed =
    root !== undefined && more.length === 0 && compareSpots(spots[root] ?? spot, spot, task.budget) === 0;
  if (!isListed || root === undefined) return refuse(STEP, path, "there is exactly one root here");
  return { root, multiplicity: because.order };
}

function checkLead(
  because: Extract<Reason, { kind: "lead" }>,
  stretch: Stretch,
  task: Task,
  path: Path,
): void {
  const { h, question, budget } = task;
  const summands = because.summands.map((text, index) => exprAt(text, [...path, "summands", index]));
  const rates = because.rates.map((text, index) => exprAt(text, [...path, "rates", index]));
  const lead = summands[because.lead] ?? refuse(STEP, [...path, "lead"], "no summand has that number");
  demand(rates.length === summands.length, STEP, [...path, "rates"], "there is not one for each summand");
  const isPositive = (name: string): boolean => name === question.of && isPositiveDomain(question.domain);
  const algebra = createAlgebra(isPositive, budget);
  demand(
    sameNormalForm(sum(summands), h, algebra),
    STEP,
    [...path, "summands"],
    "they do not add up to the function",
  );
  const atInfinity = stretch.high === "oo";
  const end = atInfinity ? stretch.low : stretch.high;
  const isOpen = atInfinity || isOpenEnd(stretch.low, task);
  demand(isOpen && typeof end !== "string", STEP, path, "the piece has not exactly one open end");
  for (const [index, rate] of rates.entries()) {
    const summand = summands[index] ?? lead;
    const found = subtract(logSlope(summand, question.of, path), logSlope(lead, question.of, path));
    const place = [...path, "rates", index];
    demand(
      sameNormalForm(multiply(exprOfName(question.of), found), rate, algebra),
      STEP,
      place,
      "it is not the rate",
    );
    const falls = index === because.lead || hasSign(rate, atInfinity ? -1 : 1, stretch, task, "weak", true);
    demand(falls, STEP, place, "the summand may outgrow the leading one");
  }
  demand(
    hasSign(lead, because.sign, stretch, task, "strict", true),
    STEP,
    [...path, "lead"],
    "it has not that sign",
  );
  const others = summands.filter((_, index) => index !== because.lead);
  const total = others.reduce(
    (so, one) => add(so, sizeOf({ kind: "divide", left: one, right: lead }, end, task, path)),
    zero,
  );
  demand(compare(total, integer(1)) < 0, STEP, path, "the others outweigh it at the end");
}

const logSlope = (of: Expr, name: string, path: Path): Expr => ({
  kind: "divide",
  left: differentiate(of, name) ?? refuse(STEP, path, "it has no derivative"),
  right: of,
});

/** At least the size of a formula at a fraction. */
function sizeOf(expr: Expr, at: Rational, { question }: Task, path: Path): Rational {
  const value = evaluate(expr, new Map([[question.of, at]]), 128);
  if (value.kind === "exact") return absolute(value.value);
  if (value.kind !== "enclosed") return refuse(STEP, path, "a quotient of summands has no value at the end");
  const { low, high } = enclosed.endsOf(value.range);
  return max(absolute(low), absolute(high));
}

function checkUndefined(
  text: string,
  stretch: Stretch,
  spots: readonly Spot[],
  task: Task,
  path: Path,
): void {
  const { question, budget } = task;
  const part = exprAt(text, [...path, "part"]);
  const condition = conditionsOf(question.f).find(
    ({ expr, relation, isNecessary }) =>
      isNecessary &&
      relation !== "!=" &&
      sameNormalForm(
        expr,
        part,
        createAlgebra(() => false, budget),
      ),
  );
  demand(condition !== undefined, STEP, [...path, "part"], "nothing in the function needs it to be positive");
  const isNegative = hasSign(part, -1, stretch, task, "weak");
  demand(isNegative, STEP, [...path, "part"], "it is not negative throughout");
  // Where it is 0 a root would be real: that may be at an end of the piece only.
  const slope = differentiate(part, question.of);
  const isStrict =
    condition.relation === ">" ||
    hasSign(part, -1, stretch, task, "strict") ||
    (slope !== undefined &&
      ([1, -1] as const).some((sign) => hasSign(slope, sign, stretch, task, "strict", true)));
  demand(isStrict, STEP, [...path, "part"], "it may be 0 inside of the piece");
  const inside = rootsIn(stretch, spots, task, path).filter(
    (index) => !isAtEndOf(stretch, spots[index], budget),
  );
  demand(inside.length === 0, STEP, path, "a root is listed here, though there is none");
}

const isAtEndOf = ({ low, high }: Stretch, spot: Spot | undefined, budget: Budget): boolean =>
  [low, high].some(
    (end) =>
      typeof end !== "string" &&
      spot !== undefined &&
      compareSpots(spot, { kind: "closed", expr: number(end) }, budget) === 0,
  );
