import { type Budget, type Expr, number } from "@crux/core";
import { compare, type Rational } from "@crux/core/exact";
import { createAlgebra } from "./algebra.ts";
import { normalForm } from "./normal-form.ts";
import { toRationalFunction } from "./rational-function.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedRoot, Domain, RootsQuestion } from "./roots-question.ts";
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

/** Refuses `roots` unless they are all zeros of a quotient of polynomials, ascending; gives back where they are. */
export function checkSturm(
  question: RootsQuestion,
  roots: readonly ClaimedRoot[],
  path: Path,
  budget: Budget,
): readonly Spot[] {
  const f = toRationalFunction(question.f, question.of, budget);
  if (f === undefined) return refuse(STEP, path, "not a quotient of polynomials with rational coefficients");
  demand(f.zeros.length > 0, STEP, path, "it is zero everywhere");
  const simple = withoutRepeats(f.zeros, budget);
  const all = countIn(simple, question.domain, budget);
  demand(all === roots.length, STEP, path, `${roots.length} roots are listed, but there are ${all}`);
  const layers = byMultiplicity(f.zeros, budget);
  return roots.map((root, index) => {
    const place = [...path, index];
    const spot = checkRoot(root, simple, place, budget);
    checkMultiplicity(root, spot, layers, place, budget);
    return spot;
  });
}

function countIn(p: Univariate, { low, high, hasLow, hasHigh }: Domain, budget: Budget): number {
  const isRoot = (end: Rational | "oo" | "-oo"): boolean => typeof end !== "string" && signAt(p, end) === 0;
  const atLow = hasLow && isRoot(low) ? 1 : 0;
  return atLow + (hasHigh ? countRoots(p, low, high, budget) : countBetween(p, low, high, budget));
}

function checkRoot(root: ClaimedRoot, simple: Univariate, path: Path, budget: Budget): Spot {
  if (root.exact === null) {
    const [low, high] = root.isolating ?? refuse(STEP, path, "it has neither a closed form nor a range");
    demand(compare(low, high) < 0, STEP, [...path, "isolating"], "the range is empty");
    const alone =
      countRoots(simple, low, high, budget) === 1 && signAt(simple, low) * signAt(simple, high) === -1;
    demand(alone, STEP, [...path, "isolating"], "the range does not hold exactly one root");
    return { kind: "crossing", range: { low, high }, signAt: (x) => signAt(simple, x) };
  }
  const spot: Spot = { kind: "closed", expr: root.exact };
  demand(isRootOf(root.exact, simple, budget), STEP, [...path, "exact"], "it is not a root");
  return spot;
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
function horner(p: Univariate, x: Expr): Expr {
  return p.reduceRight<Expr>(
    (so, coefficient) => ({
      kind: "add",
      left: { kind: "multiply", left: so, right: x },
      right: number(coefficient),
    }),
    number(0),
  );
}

function checkMultiplicity(
  root: ClaimedRoot,
  spot: Spot,
  layers: readonly Univariate[],
  path: Path,
  budget: Budget,
): void {
  const wrong = (seen: string): never =>
    refuse(STEP, [...path, "multiplicity"], `not ${root.multiplicity}: ${seen}`);
  const inLayer = (index: number): boolean => {
    const layer = layers[index];
    return (
      layer !== undefined &&
      (spot.kind === "crossing" ? crosses(spot, layer) : isRootOf(spot.expr, layer, budget))
    );
  };
  const crosses = (at: Spot & { kind: "crossing" }, layer: Univariate): boolean =>
    countRoots(layer, at.range.low, at.range.high, budget) === 1;
  if (root.multiplicity < 1 || !inLayer(root.multiplicity - 1)) wrong("it is less");
  if (inLayer(root.multiplicity)) wrong("it is more");
  const flips = root.multiplicity % 2 === 1;
  demand(root.flips === flips, STEP, [...path, "flips"], `not ${root.flips}: the multiplicity decides`);
}
