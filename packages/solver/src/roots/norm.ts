import { type Expr, multiply, printExpr } from "@crux/core";
import * as q from "@crux/core/exact";
import { atomAt } from "../algebra/atoms.ts";
import * as poly from "../algebra/polynomial.ts";
import * as ratios from "../algebra/ratio.ts";
import { sumToExpr } from "../algebra/to-expr.ts";
import { rootsOf } from "./algebraic.ts";
import { polynomialExpr } from "./algebraic-form.ts";
import { isWithin, type Zero } from "./assemble.ts";
import { fromRationals, type IntegerPolynomial } from "./integer-polynomial.ts";
import { pieceRange, Stuck } from "./pieces.ts";
import type { Method, Prepared } from "./prepared.ts";
import { Nowhere, signOfRange } from "./range.ts";
import { type RangeFunction, rangeFunction } from "./range-of.ts";
import { encloseReal, type Real } from "./real.ts";

/** Larger products are not written out. */
const MOST_TERMS = 400;
const HIGHEST_DEGREE = 400;

/**
 * Algebraic formulas: radicals are removed one after the other by multiplying with the conjugates, which leaves a
 * polynomial with rational coefficients; each of its roots is a root of the formula or of the conjugates.
 */
export const byNorm: Method = (f) => {
  const product = normOf(f);
  if (product === undefined) return undefined;
  const p = fromRationals(
    poly.coefficientsIn(product.norm, f.x).map((one) => poly.constantOf(one) ?? q.zero),
  );
  const scale = q.divide(
    poly.constantOf(poly.coefficientsIn(product.norm, f.x)[p.length - 1] ?? poly.one) ?? q.one,
    q.integer(p[p.length - 1] ?? 1n),
  );
  const sum = sumToExpr(f.atoms, f.num);
  const cofactor = sumToExpr(f.atoms, product.cofactor);
  const zeros = rootsAmong(f, p, sum, cofactor);
  if (zeros === undefined) return undefined;
  // Long sums are written out as they are: to look for factors could take far longer than the whole proof.
  const whole = poly.isOne(f.den) ? cofactor : multiply(cofactor, sumToExpr(f.atoms, f.den));
  return {
    zeros,
    proof: {
      kind: "norm",
      cofactor: printExpr(whole),
      polynomial: printExpr(polynomialExpr(p, { kind: "symbol", name: f.of })),
      denominator: q.printRational(q.invert(scale)),
    },
  };
};

type Norm = { readonly norm: poly.Polynomial; readonly cofactor: poly.Polynomial };

/** A multiple of the numerator without roots, and what it was multiplied with. */
function normOf(f: Prepared): Norm | undefined {
  if (poly.length(f.num) > MOST_TERMS) return undefined;
  let norm = f.num;
  let cofactor = poly.one;
  for (;;) {
    const others = poly.atomsOf(norm).filter((atom) => atom !== f.x);
    const atom = others[others.length - 1];
    if (poly.degreeIn(norm, f.x) > HIGHEST_DEGREE) return undefined;
    if (atom === undefined) return { norm, cofactor };
    if (others.some((one) => atomAt(f.atoms, one).kind !== "root")) return undefined;
    const factor = conjugates(f, norm, atom);
    if (factor === undefined) return undefined;
    norm = ratios.product(f.atoms, norm, factor);
    cofactor = ratios.product(f.atoms, cofactor, factor);
    if (poly.isZero(norm) || poly.length(norm) > MOST_TERMS || poly.length(cofactor) > MOST_TERMS)
      return undefined;
  }
}

/** The product of the other conjugates of `p` under the root `atom`: a factor that frees it of that root. */
function conjugates(f: Prepared, p: poly.Polynomial, atom: number): poly.Polynomial | undefined {
  const relation = f.atoms.relations.get(atom);
  if (relation === undefined) return undefined;
  const { step } = relation;
  if (step > 12) return undefined;
  // The adjugate of the matrix of multiplication by p, applied to 1: by Faddeev and LeVerrier's recursion.
  let factor = poly.one;
  for (let k = 1; k < step; k++) {
    const product = ratios.product(f.atoms, p, factor);
    const trace = traceOver(f, product, atom, step);
    factor = poly.subtract(product, poly.scale(trace, q.ratio(1n, BigInt(k))));
    if (poly.length(factor) > MOST_TERMS) return undefined;
  }
  return factor;
}

/** Trace of multiplication by `p` over the field below a root: `step` times the part without the root. */
function traceOver(f: Prepared, p: poly.Polynomial, atom: number, step: number): poly.Polynomial {
  f.budget.spend(poly.length(p), "removing roots");
  return poly.scale(poly.coefficientsIn(p, atom)[0] ?? poly.zero, q.integer(step));
}

/** The roots of `p` at which the formula vanishes: there the cofactor does not. Undefined if both may vanish. */
function rootsAmong(f: Prepared, p: IntegerPolynomial, sum: Expr, cofactor: Expr): Zero[] | undefined {
  const where =
    f.domain.low !== null && q.sign(f.domain.low) >= 0 && f.domain.lowIncluded !== true ? "positive" : "real";
  const [one, other] = [rangeFunction(sum, f.of), rangeFunction(cofactor, f.of)];
  const zeros: Zero[] = [];
  for (const { at, multiplicity } of rootsOf(p, f.budget, where)) {
    if (!isWithin(f.domain, at, f.budget)) continue;
    const which = vanishing(f, at, one, other);
    if (which === "neither told") return undefined;
    if (which === "formula") zeros.push({ at, multiplicity });
  }
  return zeros;
}

function vanishing(
  f: Prepared,
  at: Real,
  one: RangeFunction,
  other: RangeFunction,
): "formula" | "cofactor" | "neither told" {
  for (let bits = 32; bits <= 1024; bits *= 4) {
    f.budget.spend(bits, "telling roots from those of conjugates");
    const first = signNear(one, at, bits, f);
    const second = signNear(other, at, bits, f);
    if (first !== 0) return "cofactor";
    if (second !== undefined && second !== 0) return "formula";
  }
  return "neither told";
}

/** Sign of a formula around a number; undefined where it is not real there. */
function signNear(at: RangeFunction, x: Real, bits: number, f: Prepared): -1 | 0 | 1 | undefined {
  const { low, high } = encloseReal(x, bits, f.budget);
  try {
    const value = at(pieceRange(low, high, bits + 32), bits + 32);
    return value.partial ? 0 : signOfRange(value);
  } catch (error) {
    if (error instanceof Nowhere) return undefined;
    if (error instanceof Stuck) return 0;
    throw error;
  }
}
