import { type Budget, compareAt, divide, type Expr, multiply, number, power, subtract } from "@crux/core";
import { add, integer, midpoint, type Rational, ratio, zero } from "@crux/core/exact";
import type { FactorProof, LogarithmProof, RootsProof, TwoTermsProof } from "../certificate/roots-proof.ts";
import { findByCases } from "./check-choice.ts";
import { findByNorm } from "./check-norm.ts";
import { findByPieces } from "./check-pieces.ts";
import { findBySturm } from "./check-sturm.ts";
import { findBySubstitution } from "./check-substitution.ts";
import { conditionsOf, isTrivial } from "./conditions.ts";
import { isInside } from "./inside.ts";
import { isIdenticallyZero, sameNormalForm } from "./normal-form.ts";
import { toRationalFunction } from "./rational-function.ts";
import { exprAt } from "./read-text.ts";
import { isRealAt } from "./real-at.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedPlace, ClaimedRoot, Domain, FoundRoot, RootsQuestion } from "./roots-question.ts";
import { isSurelyPositive, sureSign } from "./sign.ts";
import { compareSpots, type Spot } from "./spot.ts";
import { countRoots } from "./univariate.ts";
import { vanishesAt } from "./vanishes.ts";
import { algebraOf, factorHasNoZero, isRealWhereAsked } from "./zero-free.ts";

const STEP = "check that the roots are complete";

/**
 * Refuses `roots` unless they are all the zeros in the domain, ascending, with their multiplicities and flips.
 * Gives back where they are, or `everywhere` where the function is zero wherever it is defined.
 */
export function checkRoots(
  question: RootsQuestion,
  proof: RootsProof,
  roots: readonly ClaimedRoot[],
  path: Path,
  budget: Budget,
): readonly Spot[] | "everywhere" {
  const found = findRoots(question, proof, roots, path, budget);
  if (found === "everywhere") {
    demand(roots.length === 0, STEP, path, "roots are listed though it is zero everywhere");
    return found;
  }
  for (const [index, { multiplicity, flips }] of found.entries()) {
    const root = roots[index] ?? refuse(STEP, path, "a root is missing");
    const place = [...path, index];
    demand(root.multiplicity === multiplicity, STEP, [...place, "multiplicity"], `it is ${multiplicity}`);
    demand(root.flips === flips, STEP, [...place, "flips"], `it is ${flips}`);
  }
  return found.map(({ spot }) => spot);
}

function findRoots(
  question: RootsQuestion,
  proof: RootsProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] | "everywhere" {
  if (proof.kind === "identical") {
    const isZero = isIdenticallyZero(question.f, algebraOf(question, budget));
    demand(isZero, STEP, path, "it is not seen to be zero everywhere");
    return "everywhere";
  }
  const found = findBy(question, proof, places, path, budget);
  checkOrder(
    found.map(({ spot }) => spot),
    question.domain,
    path,
    budget,
  );
  return found.map((root) =>
    isAtEnd(root.spot, question.domain, budget) ? { ...root, flips: false } : root,
  );
}

function findBy(
  question: RootsQuestion,
  proof: Exclude<RootsProof, { kind: "identical" }>,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  switch (proof.kind) {
    case "nowhere":
      demand(isRealNowhere(question, budget), STEP, path, "it is not seen to be undefined everywhere");
      demand(places.length === 0, STEP, path, "roots are listed though there is none");
      return [];
    case "sturm":
      return findBySturm(question, places, path, budget);
    case "substitution":
      return findBySubstitution(question, proof, places, path, budget);
    case "norm":
      return findByNorm(question, proof, places, path, budget);
    case "pieces":
      return findByPieces(question, proof, places, path, budget);
    case "logarithm":
      return findByLogarithm(question, proof, places, path, budget);
    case "two-terms":
      return findByTwoTerms(question, proof, places, path, budget);
    case "factors":
      return findByFactors(question, proof, places, path, budget);
    case "cases":
      return findByCases(question, proof, places, path, budget, findRoots);
  }
}

function checkOrder(spots: readonly Spot[], domain: Domain, path: Path, budget: Budget): void {
  for (const [index, spot] of spots.entries()) {
    const before = spots[index - 1];
    const rises = before === undefined || compareSpots(before, spot, budget) === -1;
    demand(rises, STEP, [...path, index], "it is not above the one before it");
    demand(isInside(spot, domain, budget), STEP, [...path, index], "it is outside of the domain");
  }
}

function isAtEnd(spot: Spot, { low, high, hasLow, hasHigh }: Domain, budget: Budget): boolean {
  const ends = [...(hasLow ? [low] : []), ...(hasHigh ? [high] : [])];
  return ends.some(
    (end) =>
      typeof end !== "string" && compareSpots(spot, { kind: "closed", expr: number(end) }, budget) === 0,
  );
}

/** Whether some part of the function is surely not as it has to be, anywhere in the domain. */
function isRealNowhere(question: RootsQuestion, budget: Budget): boolean {
  const algebra = algebraOf(question, budget);
  return conditionsOf(question.f).some(({ expr, relation, isNecessary }) => {
    if (!isNecessary) return false;
    const found = sureSign(expr, algebra);
    if (found === undefined) return false;
    return relation === "!=" ? found === 0 : relation === ">" ? found !== 1 : found === -1;
  });
}

/** The logarithm is one to one: a difference of logarithms is 0 where that of their arguments is. */
function findByLogarithm(
  question: RootsQuestion,
  proof: LogarithmProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  const [first, second, factor] = [
    exprAt(proof.first, [...path, "first"]),
    exprAt(proof.second, [...path, "second"]),
    exprAt(proof.factor, [...path, "factor"]),
  ];
  const algebra = algebraOf(question, budget);
  const gap: Expr = subtract(
    { kind: "call", name: "log", args: [first] },
    { kind: "call", name: "log", args: [second] },
  );
  // Both sides of this are positive where the function is real, so that their logarithms are equal, too.
  const grown: Expr = { kind: "call", name: "exp", args: [divide(question.f, factor)] };
  const isSame = sameNormalForm(grown, divide(first, second), algebra);
  demand(isSame, STEP, path, "the function is not the factor times the difference of the logarithms");
  const side = sureSign(factor, algebra);
  demand(side === 1 || side === -1, STEP, [...path, "factor"], "it may be 0");
  for (const one of [...conditionsOf(question.f), ...conditionsOf(gap)]) {
    demand(
      isTrivial(one) || isPositiveThroughout(one.expr, question, budget),
      STEP,
      path,
      "a logarithm may be undefined",
    );
  }
  const inner = { ...question, f: subtract(first, second) };
  const found = findRoots(inner, proof.roots, places, path, budget);
  return found === "everywhere" ? refuse(STEP, path, "it is zero everywhere") : found;
}

/** The logarithm is one to one: a difference of positive formulas is 0 where that of their logarithms is. */
function findByTwoTerms(
  question: RootsQuestion,
  proof: TwoTermsProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  const [first, second, factor] = [
    exprAt(proof.first, [...path, "first"]),
    exprAt(proof.second, [...path, "second"]),
    exprAt(proof.factor, [...path, "factor"]),
  ];
  const algebra = algebraOf(question, budget);
  const isSame = sameNormalForm(question.f, multiply(factor, subtract(first, second)), algebra);
  demand(isSame, STEP, path, "the function is not the factor times the difference");
  demand(factorHasNoZero(factor, question, budget), STEP, [...path, "factor"], "it may be 0 somewhere");
  for (const [name, term] of Object.entries({ first, second })) {
    const isReal = isRealWhereAsked(term, { ...question, f: number(1) }, budget);
    demand(isReal && sureSign(term, algebra) === 1, STEP, [...path, name], "it may not be positive");
  }
  // Both are real, so that the base of a power is, too; multiplied out, a power would hide its logarithm.
  const logOf = (of: Expr): Expr =>
    of.kind === "power" && isSurelyPositive(of.left, algebra)
      ? multiply(of.right, logOf(of.left))
      : { kind: "call", name: "log", args: [of] };
  const inner = { ...question, f: subtract(logOf(first), logOf(second)) };
  const found = findRoots(inner, proof.roots, places, path, budget);
  if (found === "everywhere") return refuse(STEP, path, "it is zero everywhere");
  for (const [index, { spot }] of found.entries()) {
    const isThere = isRealAt(question.f, question.of, spot, budget);
    demand(isThere, STEP, [...path, index], "the function is not real there");
  }
  return found;
}

/** Whether a formula is positive on the whole domain: by its parts, or as a quotient of polynomials without zeros. */
function isPositiveThroughout(expr: Expr, question: RootsQuestion, budget: Budget): boolean {
  if (isSurelyPositive(expr, algebraOf(question, budget))) return true;
  const f = toRationalFunction(expr, question.of, budget);
  if (f === undefined || f.zeros.length === 0) return false;
  const { low, high } = question.domain;
  const none = [f.zeros, f.gaps].every((p) => p.length <= 1 || countRoots(p, low, high, budget) === 0);
  return none && compareAt(expr, number(0), new Map([[question.of, insideOf(low, high)]])) === 1;
}

/** A point of a range that is not empty. */
function insideOf(low: Domain["low"], high: Domain["high"]): Rational {
  if (typeof low === "string") return typeof high === "string" ? zero : add(high, integer(-1));
  return typeof high === "string" ? add(low, integer(1)) : midpoint(low, high);
}

/** A product is 0 where a factor is. */
function findByFactors(
  question: RootsQuestion,
  proof: FactorProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
): readonly FoundRoot[] {
  const factor = exprAt(proof.factor, [...path, "factor"]);
  const parts = proof.parts.map((part, index) => ({
    ...part,
    expr: exprAt(part.of, [...path, "parts", index, "of"]),
  }));
  const product = parts.reduce<Expr>(
    (so, { expr, multiplicity, degree = 1 }) =>
      multiply(so, power(expr, number(ratio(BigInt(multiplicity), BigInt(degree))))),
    factor,
  );
  demand(
    sameNormalForm(question.f, product, algebraOf(question, budget)),
    STEP,
    path,
    "the function is not the product",
  );
  demand(factorHasNoZero(factor, question, budget), STEP, [...path, "factor"], "it may be 0 somewhere");
  const totals = places.map(
    (): { spot: Spot | null; multiplicity: number; turns: number; isEdge: boolean } => ({
      spot: null,
      multiplicity: 0,
      turns: 0,
      isEdge: false,
    }),
  );
  for (const [index, { expr, multiplicity, degree, roots }] of parts.entries()) {
    const inner = { ...question, f: expr };
    const numbers = places.flatMap((place, at) => (vanishesAt(expr, place, question, budget) ? [at] : []));
    const mine = numbers.flatMap((at) => places[at] ?? []);
    const found = findRoots(inner, roots, mine, [...path, "parts", index], budget);
    if (found === "everywhere") return refuse(STEP, [...path, "parts", index], "it is zero everywhere");
    for (const [at, root] of found.entries()) {
      const total = totals[numbers[at] ?? -1];
      if (total === undefined) continue;
      total.spot ??= root.spot;
      // A radical counts once; it has no sign of its own, and ends where its part changes sign.
      total.multiplicity += degree === undefined ? multiplicity * root.multiplicity : 1;
      total.turns += degree === undefined ? multiplicity * root.multiplicity : 0;
      total.isEdge ||= degree !== undefined && root.multiplicity % 2 === 1;
    }
  }
  return totals.map(({ spot, multiplicity, turns, isEdge }, index) => {
    if (spot === null) return refuse(STEP, [...path, index], "no part vanishes there");
    demand(
      isRealAt(question.f, question.of, spot, budget),
      STEP,
      [...path, index],
      "the function is not real there",
    );
    return { spot, multiplicity, flips: !isEdge && turns % 2 === 1 };
  });
}
