import { compareAt, type Expr, multiply, number, substitute, unknownsOf } from "@crux/core";
import { compare, integer, type Rational } from "@crux/core/exact";
import type { Gap, OneUnknown, OneUnknownPart } from "../certificate/claim-proof.ts";
import { type Algebra, createAlgebra } from "./algebra.ts";
import { checkRoots } from "./check-roots.ts";
import { claimedRoot } from "./check-values.ts";
import { conditionsOf, isTrivial } from "./conditions.ts";
import { type KnownFact, says } from "./facts.ts";
import { normalForm, sameNormalForm } from "./normal-form.ts";
import { everything } from "./range.ts";
import { exprAt, rationalAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { type ClaimedRoot, type Domain, positive } from "./roots-question.ts";
import { isSurelyPositive, sureSign } from "./sign.ts";
import { compareSpots, type Spot } from "./spot.ts";

const STEP = "show that facts about one quantity contradict each other";
const X = "x";

type Part = {
  readonly as: Expr;
  readonly relation: KnownFact["relation"];
  readonly roots: readonly ClaimedRoot[];
  readonly spots: readonly Spot[];
};

/** Refuses unless the facts, all about the quantity `of`, are never true together. */
export function checkOneUnknown(
  tree: OneUnknown,
  of: Expr,
  facts: readonly KnownFact[],
  algebra: Algebra,
  path: Path,
): void {
  const domain = isPositiveQuantity(tree, of, facts, algebra, path) ? positive : everything;
  const parts = tree.parts.map((part, index) =>
    checkPart(part, of, facts, domain, algebra, [...path, "parts", index]),
  );
  const cuts = tree.cuts.map((cut, index) => rationalAt(cut, [...path, "cuts", index]));
  for (const [index, cut] of cuts.entries()) {
    const before = cuts[index - 1] ?? (domain === positive ? integer(0) : undefined);
    const place = [...path, "cuts", index];
    demand(
      before === undefined || compare(before, cut) < 0,
      STEP,
      place,
      "the cuts are not ascending in the domain",
    );
    demand(
      parts.some((part) => isFalseAt(part, cut)),
      STEP,
      place,
      "no fact is seen to be false there",
    );
  }
  demand(tree.gaps.length === cuts.length + 1, STEP, [...path, "gaps"], "there is not one for each range");
  for (const [index, gap] of tree.gaps.entries()) {
    const low = cuts[index - 1] ?? (domain === positive ? integer(0) : null);
    const high = cuts[index] ?? null;
    checkGap(gap, parts, { low, high }, algebra, [...path, "gaps", index]);
  }
}

function isPositiveQuantity(
  tree: OneUnknown,
  of: Expr,
  facts: readonly KnownFact[],
  algebra: Algebra,
  path: Path,
): boolean {
  if (tree.positive === null) return isSurelyPositive(of, algebra);
  const fact = facts[tree.positive];
  const isPositive = fact !== undefined && says(fact, normalForm(of, algebra), ">", algebra);
  demand(isPositive, STEP, [...path, "positive"], "the fact does not say that it is positive");
  return true;
}

function checkPart(
  part: OneUnknownPart,
  of: Expr,
  facts: readonly KnownFact[],
  domain: Domain,
  algebra: Algebra,
  path: Path,
): Part {
  const fact = facts[part.fact] ?? refuse(STEP, path, `no fact has the number ${part.fact}`);
  const as = exprAt(part.as, [...path, "as"]);
  demand(
    unknownsOf(as).every((name) => name === X),
    STEP,
    [...path, "as"],
    "it has another unknown than x",
  );
  const times = exprAt(part.times, [...path, "times"]);
  demand(isSurelyPositive(times, algebra), STEP, [...path, "times"], "it is not surely positive");
  const isFact = sameNormalForm(fact.expr, multiply(times, substitute(as, new Map([[X, of]]))), algebra);
  demand(isFact, STEP, path, "it is not the fact in another form");
  const inX = createAlgebra((name) => name === X && domain === positive, algebra.budget);
  const isReal = conditionsOf(as).every(
    (condition) =>
      isTrivial(condition) ||
      isSurelyPositive(condition.expr, inX) ||
      (condition.relation === "!=" && sureSign(condition.expr, inX) === -1),
  );
  demand(isReal, STEP, [...path, "as"], "it is not seen to be real throughout");
  const roots = part.roots.map((root, index) => claimedRoot(root, [...path, "roots", index], algebra.budget));
  const question = { f: as, of: X, domain };
  const spots = checkRoots(question, part.proof, roots, [...path, "roots"], algebra.budget);
  if (spots === "everywhere") return refuse(STEP, path, "it is zero everywhere");
  return { as, relation: fact.relation, roots, spots };
}

function isFalseAt({ as, relation }: Part, at: Rational): boolean {
  const order = compareAt(as, number(0), new Map([[X, at]]));
  if (order === "undecided") return false;
  return relation === "!="
    ? order === 0
    : relation === "="
      ? order !== 0
      : relation === ">"
        ? order <= 0
        : order < 0;
}

type Range = { readonly low: Rational | null; readonly high: Rational | null };

const spotOf = (value: Rational): Spot => ({ kind: "closed", expr: number(value) });

/** Numbers of the roots of a part that lie inside of an open range; refused where that can't be told. */
function rootsInside(part: Part, { low, high }: Range, algebra: Algebra, path: Path): readonly number[] {
  return part.spots.flatMap((spot, index) => {
    const fromLow = low === null ? 1 : compareSpots(spot, spotOf(low), algebra.budget);
    const fromHigh = high === null ? -1 : compareSpots(spot, spotOf(high), algebra.budget);
    demand(fromLow !== undefined && fromHigh !== undefined, STEP, path, "a root is too close to a cut");
    return fromLow === 1 && fromHigh === -1 ? [index] : [];
  });
}

function partAt(parts: readonly Part[], index: number, path: Path): Part {
  return parts[index] ?? refuse(STEP, path, `no part has the number ${index}`);
}

function checkGap(gap: Gap, parts: readonly Part[], range: Range, algebra: Algebra, path: Path): void {
  if (gap.kind === "meet") checkMeeting(gap, parts, range, algebra, path);
  else checkFalsehood(gap, parts, range, algebra, path);
}

function checkFalsehood(
  gap: Extract<Gap, { kind: "false" }>,
  parts: readonly Part[],
  range: Range,
  algebra: Algebra,
  path: Path,
): void {
  const part = partAt(parts, gap.part, path);
  const sample = rationalAt(gap.sample, [...path, "sample"]);
  demand(isBetween(sample, range), STEP, [...path, "sample"], "it is not inside of the range");
  const inside = rootsInside(part, range, algebra, path);
  const touching = part.relation === ">" && inside.every((index) => part.roots[index]?.flips === false);
  demand(inside.length === 0 || touching, STEP, path, "the fact may hold at a root or beyond it");
  const avoidsRoots = inside.every((index) => {
    const spot = part.spots[index];
    return spot !== undefined && compareSpots(spot, spotOf(sample), algebra.budget) !== 0;
  });
  demand(avoidsRoots && isFalseAt(part, sample), STEP, [...path, "sample"], "the fact is not false there");
}

const isBetween = (x: Rational, { low, high }: Range): boolean =>
  (low === null || compare(low, x) < 0) && (high === null || compare(x, high) < 0);

function checkMeeting(
  gap: Extract<Gap, { kind: "meet" }>,
  parts: readonly Part[],
  range: Range,
  algebra: Algebra,
  path: Path,
): void {
  const only = (index: number): { part: Part; spot: Spot } => {
    const part = partAt(parts, index, path);
    const inside = rootsInside(part, range, algebra, path);
    const spot = inside.length === 1 ? part.spots[inside[0] ?? -1] : undefined;
    return { part, spot: spot ?? refuse(STEP, path, "there is not exactly one root in the range") };
  };
  const [left, right] = [only(gap.left), only(gap.right)];
  demand(
    compareSpots(left.spot, right.spot, algebra.budget) === 0,
    STEP,
    path,
    "the two roots are not seen to be equal",
  );
  const isOpen = [left, right].some(({ part }) => part.relation === ">" || part.relation === "!=");
  demand(isOpen, STEP, path, "both facts may hold at the root");
  const [below, above] = [rationalAt(gap.leftSample, path), rationalAt(gap.rightSample, path)];
  const isSplit =
    isBetween(below, range) &&
    isBetween(above, range) &&
    compareSpots(spotOf(below), left.spot, algebra.budget) === -1 &&
    compareSpots(spotOf(above), left.spot, algebra.budget) === 1;
  demand(isSplit, STEP, path, "the samples are not on both sides of the root");
  demand(
    isFalseAt(left.part, below) && isFalseAt(right.part, above),
    STEP,
    path,
    "a fact is not false at its sample",
  );
}
