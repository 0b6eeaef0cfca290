import type { Budget, Comparison } from "@crux/core";
import * as exact from "@crux/core/exact";
import { createAtoms, unknownAtom } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import * as poly from "../algebra/polynomial.ts";
import { isolateRoots } from "../roots/isolate-roots.ts";
import { closedForm, toValue } from "../roots/real.ts";
import { type Domain, positiveDomain, type Root } from "../roots/root-list.ts";
import type { Equation, EquationSolution, Solved } from "./equation.ts";

/** Solves an equation in which no other unknown occurs than the one it is solved for. */
export function solveNumeric(equation: Equation, budget: Budget): Solved {
  const { left, right, for: of } = equation;
  const domain = equation.domain === null ? positiveDomain : domainOf(equation.domain, of, budget);
  if (domain === undefined) return { kind: "undecided", missing: "a domain that is one range of numbers" };
  if (domain === "empty") return solved("nowhere", [], { kind: "recompute" });
  const list = isolateRoots({ left, right, of, domain }, budget);
  switch (list.kind) {
    case "undecided":
      return list;
    case "everywhere":
      return solved("everywhere", [], { kind: "roots", roots: list.proof });
    case "undefined":
      return solved("nowhere", [], { kind: "roots", roots: list.proof });
    case "roots": {
      const solutions = list.roots.map((root) => toSolution(root, budget));
      const holds = solutions.length === 0 ? "nowhere" : "somewhere";
      return solved(holds, solutions, { kind: "roots", roots: list.proof });
    }
  }
}

type Decided = Exclude<Solved, { readonly kind: "undecided" }>;

const solved = (
  holds: Decided["holds"],
  solutions: readonly EquationSolution[],
  proof: Decided["proof"],
): Decided => ({ kind: "solutions", holds, solutions, conditions: [], degenerate: [], proof });

const toSolution = ({ at, multiplicity, flips }: Root, budget: Budget): EquationSolution => ({
  ...toValue(at, budget),
  multiplicity,
  flips,
  conditions: [],
  expr: closedForm(at, budget),
  real: at,
});

/** The range that comparisons of a number with the unknown describe; undefined when they do something else. */
export function domainOf(
  comparisons: readonly Comparison[],
  name: string,
  budget: Budget,
): Domain | "empty" | undefined {
  let domain: Domain = { low: null, high: null };
  for (const one of comparisons) {
    const limit = limitOf(one, name, budget);
    if (limit === undefined) return undefined;
    domain = narrowed(domain, limit);
  }
  const { low, high } = domain;
  if (low === null || high === null) return domain;
  const order = exact.compare(low, high);
  const isPoint = order === 0 && domain.lowIncluded === true && domain.highIncluded === true;
  return order > 0 || (order === 0 && !isPoint) ? "empty" : domain;
}

type Limit = {
  readonly at: exact.Rational;
  readonly side: "low" | "high" | "both";
  readonly included: boolean;
};

/** `a*x + b RELATION 0` as a limit of `x`. */
function limitOf({ left, relation, right }: Comparison, name: string, budget: Budget): Limit | undefined {
  const atoms = createAtoms({ positive: [], budget });
  const x = unknownAtom(atoms, name);
  const { value } = normalise({ kind: "subtract", left, right }, atoms);
  const [offset = poly.zero, slope, more] = poly.coefficientsIn(value.num, x);
  const a = slope === undefined ? undefined : poly.constantOf(slope);
  const b = poly.constantOf(offset);
  if (!poly.isOne(value.den) || a === undefined || b === undefined || more !== undefined || relation === "!=")
    return undefined;
  const at = exact.negate(exact.divide(b, a));
  if (relation === "=") return { at, side: "both", included: true };
  const up = (relation === ">" || relation === ">=") === exact.sign(a) > 0;
  return { at, side: up ? "low" : "high", included: relation === ">=" || relation === "<=" };
}

function narrowed(domain: Domain, { at, side, included }: Limit): Domain {
  let out = domain;
  if (side !== "high") {
    const order = out.low === null ? 1 : exact.compare(at, out.low);
    if (order > 0) out = { ...out, low: at, lowIncluded: included };
    else if (order === 0 && !included) out = { ...out, lowIncluded: false };
  }
  if (side !== "low") {
    const order = out.high === null ? -1 : exact.compare(at, out.high);
    if (order < 0) out = { ...out, high: at, highIncluded: included };
    else if (order === 0 && !included) out = { ...out, highIncluded: false };
  }
  return out;
}
