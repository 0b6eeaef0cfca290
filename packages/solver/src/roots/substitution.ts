import { call, divide, type Expr, multiply, must, number, printExpr } from "@crux/core";
import * as q from "@crux/core/exact";
import { type Atom, type Atoms, atomAt, dependsOn } from "../algebra/atoms.ts";
import { pairsOf } from "../algebra/monomial.ts";
import { normalise } from "../algebra/normalise.ts";
import * as poly from "../algebra/polynomial.ts";
import { type Algebraic, compareAlgebraic, narrowed, type RationalReal, rootsOf } from "./algebraic.ts";
import { algebraicForm, polynomialExpr } from "./algebraic-form.ts";
import { degree, fromRationals, type IntegerPolynomial } from "./integer-polynomial.ts";
import { closedReal } from "./locate.ts";
import { pieceRange } from "./pieces.ts";
import type { Method, Prepared } from "./prepared.ts";
import { invert, log, multiply as times } from "./range.ts";
import { rangeFunction } from "./range-of.ts";
import { type Located, type Real, rationalReal } from "./real.ts";
import { inDomain } from "./root-list.ts";
import { writePolynomial, writeRatio } from "./short-form.ts";

/** Polynomials with rational coefficients in the unknown itself, or in one exponential `b^(r*x)` of it. */
export const bySubstitution: Method = (f) => {
  const main = soleKernel(f);
  if (main === undefined || poly.degreeIn(f.num, main) > LONGEST) return undefined;
  const coefficients = poly.coefficientsIn(f.num, main).map((one) => poly.constantOf(one));
  if (coefficients.some((one) => one === undefined)) return undefined;
  const p = fromRationals(coefficients.map((one) => one ?? q.zero));
  if (main === f.x) {
    const where =
      f.domain.low !== null && q.sign(f.domain.low) >= 0 && !f.domain.lowIncluded ? "positive" : "real";
    return { zeros: rootsOf(p, f.budget, where), proof: normProof(f, p) };
  }
  const rate = rateOf(f, atomAt(f.atoms, main));
  if (rate === undefined || f.domain.low === null || q.sign(f.domain.low) < 0) return undefined;
  const zeros = rootsOf(p, f.budget).flatMap(({ at, multiplicity }) => {
    const x = inverse(f, at, rate);
    return x === undefined ? [] : [{ at: x, multiplicity }];
  });
  const by = printExpr(writePolynomial(f.atoms, poly.atomPower(main)));
  const factor = printExpr(writeRatio(f.atoms, { num: poly.constant(scaleOf(coefficients, p)), den: f.den }));
  return { zeros, proof: { kind: "substitution", by, polynomial: inY(p), factor } };
};

/** Longer polynomials in an exponential are left to the search. */
const LONGEST = 200;

const inY = (p: IntegerPolynomial): string => printExpr(polynomialExpr(p, { kind: "symbol", name: "y" }));

/** What the primitive polynomial was multiplied with. */
function scaleOf(coefficients: readonly (q.Rational | undefined)[], p: IntegerPolynomial): q.Rational {
  const top = coefficients[degree(p)] ?? q.one;
  return q.divide(top, q.integer(p[degree(p)] ?? 1n));
}

const normProof = (
  f: Prepared,
  p: IntegerPolynomial,
): { kind: "norm"; cofactor: string; polynomial: string; denominator: string } => ({
  kind: "norm",
  cofactor: printExpr(writeRatio(f.atoms, { num: poly.one, den: poly.one })),
  polynomial: printExpr(polynomialExpr(p, { kind: "symbol", name: f.of })),
  denominator: "1",
});

/** The only atom that depends on the unknown. */
function soleKernel(f: Prepared): number | undefined {
  const [only, more] = poly.atomsOf(f.num).filter((atom) => dependsOn(f.atoms, atom, f.x));
  return more === undefined ? only : undefined;
}

/** For `b^(r*x)`: the constant `r * log(b)`, split so that it prints well; undefined for other kernels. */
export type ExponentialRate = { readonly times: Expr; readonly log: Expr };

/** The rate of an exponential kernel whose exponent is a constant times the unknown. */
export function rateOf(
  f: { readonly atoms: Atoms; readonly x: number },
  what: Atom,
): ExponentialRate | undefined {
  if (what.kind !== "exp") return undefined;
  if (what.base !== "e" && poly.constantOf(what.base) === undefined) return undefined;
  const [term, more] = poly.termsOf(what.direction.num);
  if (term === undefined || more !== undefined || !isConstantIn(f, what.direction.den)) return undefined;
  const pairs = pairsOf(term.monomial);
  if (
    pairs.some(([atom, n]) => (atom === f.x ? n !== 1 : dependsOn(f.atoms, atom, f.x))) ||
    !pairs.some(([atom]) => atom === f.x)
  )
    return undefined;
  const others = poly.monomialOf(
    q.divide(term.coefficient, q.integer(what.degree)),
    pairs.filter(([atom]) => atom !== f.x).flat(),
  );
  const times = writeRatio(f.atoms, { num: others, den: what.direction.den });
  return { times, log: what.base === "e" ? number(1) : call("log", writePolynomial(f.atoms, what.base)) };
}

const isConstantIn = (f: { readonly atoms: Atoms; readonly x: number }, p: poly.Polynomial): boolean =>
  !poly.atomsOf(p).some((atom) => dependsOn(f.atoms, atom, f.x));

/** `log(y) / rate`; undefined where it is 0 and the domain begins after that. */
function inverse(f: Prepared, y: RationalReal | Algebraic, rate: ExponentialRate): Real | undefined {
  const side = compareAlgebraic(y, { kind: "rational", value: q.one }, f.budget);
  if (side === 0) return inDomain(f.domain, q.zero) ? rationalReal(q.zero) : undefined;
  if (y.kind === "rational") {
    const plain = divide(call("log", number(y.value)), multiply(rate.times, rate.log));
    return closedReal(shortened(f.atoms, plain) ?? plain);
  }
  const form = must(algebraicForm(y, f.budget), "a polynomial of moderate degree has numbered roots");
  return closedReal(tidyQuotient(form, rate.times, rate.log), logarithmOf(y, rate));
}

/** Encloses `log(y) / rate` through the interval of `y`. */
function logarithmOf(y: Algebraic, rate: ExponentialRate): Located["enclose"] {
  const below = rangeFunction(multiply(rate.times, rate.log), "");
  return (bits, budget) => {
    for (let more = 16; ; more *= 2) {
      const { low, high } = narrowed(y, bits + more, budget);
      const at = pieceRange(low, high, bits + more);
      const value = times(log(at, bits + more), invert(below(at, bits + more), bits + more), bits + more);
      if (typeof value.low !== "object" || typeof value.high !== "object") continue;
      const [from, to] = [q.toRational(value.low), q.toRational(value.high)];
      const width = q.subtract(to, from);
      if (width.num << BigInt(bits) <= width.den) return { low: from, high: to };
    }
  };
}

const isOne = (expr: Expr): boolean => expr.kind === "number" && q.isOne(expr.value);

function tidyQuotient(y: Expr, times: Expr, log: Expr): Expr {
  const top = call("log", y);
  const over = isOne(times) ? log : isOne(log) ? times : multiply(times, log);
  return isOne(over) ? top : divide(top, over);
}

/** The formula in normal form where it has one. */
export function shortened(atoms: Atoms, expr: Expr): Expr | undefined {
  if (hasRoot(expr)) return undefined;
  return writeRatio(atoms, normalise(expr, atoms).value);
}

const hasRoot = (expr: Expr): boolean =>
  JSON.stringify(expr, (_, v: unknown) => (typeof v === "bigint" ? `${v}` : v)).includes('"name":"root"');
