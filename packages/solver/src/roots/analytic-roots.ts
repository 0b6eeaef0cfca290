import { type Budget, type Expr, must, printExpr, type Rational } from "@crux/core";
import { invert, printRational } from "@crux/core/exact";
import { createAtoms, unknownAtom } from "../algebra/atoms.ts";
import { normalise, type Requirement } from "../algebra/normalise.ts";
import * as poly from "../algebra/polynomial.ts";
import { sumToExpr } from "../algebra/to-expr.ts";
import { Undecided, Undefined } from "../algebra/undecided.ts";
import { assembleRoots, type Edge, sortedEdges } from "./assemble.ts";
import { balanced } from "./balanced.ts";
import { closedFormHints } from "./closed-forms.ts";
import { coverDomain } from "./cover.ts";
import { type Summand, summandExpr } from "./growth.ts";
import { toReal } from "./locate.ts";
import { Stuck } from "./pieces.ts";
import type { Method, Prepared, SolvePart } from "./prepared.ts";
import { type Domain, isPositiveDomain, type RootList } from "./root-list.ts";
import { writePolynomial } from "./short-form.ts";
import { smooth } from "./smooth.ts";

/** All roots of a formula with exponentials, logarithms, radicals or irrational constants. */
export function analyticRoots(
  difference: Expr,
  of: string,
  domain: Domain,
  solvePart: SolvePart,
  methods: readonly Method[],
  budget: Budget,
): RootList {
  try {
    const f = prepare(difference, of, domain, solvePart, budget);
    if (poly.isZero(f.num)) {
      const { breaks } = assembleRoots([], f.edges, smooth(difference, of, budget), domain);
      return { kind: "everywhere", breaks, proof: { kind: "identical" } };
    }
    for (const method of [...methods, byPieces]) {
      const found = method(f);
      if (found === undefined) continue;
      const list = assembleRoots(found.zeros, f.edges, smooth(difference, of, budget), domain);
      return { kind: "roots", ...list, proof: found.proof };
    }
  } catch (error) {
    if (error instanceof Undefined)
      return { kind: "undefined", reason: error.message, proof: { kind: "nowhere" } };
    if (error instanceof Undecided || error instanceof Stuck)
      return { kind: "undecided", missing: error.message };
    throw error;
  }
  return { kind: "undecided", missing: "a method for this equation" };
}

function prepare(
  difference: Expr,
  of: string,
  domain: Domain,
  solvePart: SolvePart,
  budget: Budget,
): Prepared {
  const atoms = createAtoms({ positive: isPositiveDomain(domain) ? [of] : [], budget });
  const x = unknownAtom(atoms, of);
  const { value, requires } = normalise(difference, atoms);
  const edges = sortedEdges(
    requires.flatMap((one) => edgesOf(one, solvePart)),
    budget,
  );
  return { difference, of, domain, atoms, x, num: value.num, den: value.den, edges, budget };
}

/** Where a requirement begins or stops to hold. */
function edgesOf(requirement: Requirement, solvePart: SolvePart): Edge[] {
  const list = solvePart(requirement.of);
  const edge = { part: requirement.of, needs: requirement.sign };
  switch (list.kind) {
    case "roots":
      return [...list.roots, ...list.breaks].map(({ at }) => ({ ...edge, at }));
    case "everywhere":
      throw new Undefined("division by zero or a logarithm of zero");
    case "undefined":
      throw new Undefined(list.reason);
    case "undecided":
      throw new Stuck(list.missing);
  }
}

/** Longer sums are left as they were written: multiplied out, they would be too long for a proof. */
const LONGEST = 100;

/** Cuts the domain into pieces until each is settled. */
const byPieces: Method = (f) => {
  // As it stands the formula shows best where it is real, and where it is a long product; multiplied out its ranges are often narrower.
  const asItStands = poly.isOne(f.den) && (f.edges.length > 0 || poly.length(f.num) > LONGEST);
  const over = asItStands ? undefined : balanced(f);
  const sum = over?.sum ?? (asItStands ? f.difference : sumToExpr(f.atoms, f.num));
  const write = over?.write ?? ((one: Summand): Expr => summandExpr(f.atoms, one));
  const h = smooth(sum, f.of, f.budget);
  const hints = closedFormHints(f);
  const { pieces, found } = coverDomain(f, h, { atoms: f.atoms, sum: f.num, x: f.x, write }, hints);
  const key = keyOf(f);
  const zeros = found.map((one, i) => ({
    at: toReal(h, one, hints, `${key} #${i}`),
    multiplicity: one.kind === "exact" ? one.order : 1,
  }));
  const factor = printExpr(over?.factor ?? writePolynomial(f.atoms, f.den));
  return { zeros, proof: { kind: "pieces", of: printExpr(sum), factor, pieces } };
};

/** A text that equations with the same numerator up to a constant share, on the same domain. */
function keyOf({ atoms, num, domain }: Prepared): string {
  const scale = must(poly.leadingTerm(num), "a numerator is not 0").coefficient;
  const end = (at: Rational | null): string => (at === null ? "oo" : printRational(at));
  return `${printExpr(sumToExpr(atoms, poly.scale(num, invert(scale))))} on ${end(domain.low)} to ${end(domain.high)}`;
}
