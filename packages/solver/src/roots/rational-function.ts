import { type Budget, type Expr, nameOf } from "@crux/core";
import { bitLength, isInteger, sign, size } from "@crux/core/exact";
import { add, degree, type IntegerPolynomial, multiply, scale } from "./integer-polynomial.ts";

/** A quotient of polynomials in one unknown, as it was written: nothing is cancelled. */
export type RationalFunction = { readonly num: IntegerPolynomial; readonly den: IntegerPolynomial };

/** A formula as a quotient of polynomials, and the denominators that must not vanish for it to be real. */
export type ReadFunction = RationalFunction & { readonly denominators: readonly IntegerPolynomial[] };

/** Larger polynomials (degree times bits) are not written out. */
const LARGEST = 4_000_000;

const HIGHEST_DEGREE = 2_000;

/** Reads `expr` as a quotient of polynomials in the unknown `of`; undefined if it is not one, or is too large. */
export function readRationalFunction(expr: Expr, of: string, budget: Budget): ReadFunction | undefined {
  const denominators: IntegerPolynomial[] = [];
  const value = read(expr, of, denominators, budget);
  return value && { ...value, denominators };
}

const ONE: IntegerPolynomial = [1n];

function read(
  expr: Expr,
  of: string,
  dens: IntegerPolynomial[],
  budget: Budget,
): RationalFunction | undefined {
  budget.spend(1, "reading an equation");
  switch (expr.kind) {
    case "number":
      return { num: expr.value.num === 0n ? [] : [expr.value.num], den: [expr.value.den] };
    case "symbol":
    case "cost":
      return nameOf(expr) === of ? { num: [0n, 1n], den: ONE } : undefined;
    case "constant":
    case "call":
      return undefined;
    case "negate": {
      const value = read(expr.of, of, dens, budget);
      return value && { num: scale(value.num, -1n), den: value.den };
    }
    case "power":
      return readPower(expr.left, expr.right, of, dens, budget);
    default: {
      const left = read(expr.left, of, dens, budget);
      const right = left && read(expr.right, of, dens, budget);
      return left && right && combine(expr.kind, left, right, dens, budget);
    }
  }
}

type Arithmetic = "add" | "subtract" | "multiply" | "divide";

function combine(
  kind: Arithmetic,
  a: RationalFunction,
  b: RationalFunction,
  dens: IntegerPolynomial[],
  budget: Budget,
): RationalFunction | undefined {
  budget.spend(a.num.length * b.num.length + a.den.length * b.den.length, "multiplying polynomials");
  if (!fits(a) || !fits(b)) return undefined;
  switch (kind) {
    case "add":
    case "subtract": {
      const right = kind === "add" ? b.num : scale(b.num, -1n);
      if (isSame(a.den, b.den)) return { num: add(a.num, right), den: a.den };
      return { num: add(multiply(a.num, b.den), multiply(right, a.den)), den: multiply(a.den, b.den) };
    }
    case "multiply":
      return { num: multiply(a.num, b.num), den: multiply(a.den, b.den) };
    case "divide":
      if (degree(b.num) !== 0) dens.push(b.num);
      return { num: multiply(a.num, b.den), den: multiply(a.den, b.num) };
  }
}

const isSame = (p: IntegerPolynomial, q: IntegerPolynomial): boolean =>
  p.length === q.length && p.every((c, i) => c === q[i]);

const bitsOf = (p: IntegerPolynomial): number => p.reduce((most, c) => Math.max(most, bitLength(c)), 1);
const fits = ({ num, den }: RationalFunction): boolean =>
  num.length < 8 && den.length < 8 ? true : num.length * bitsOf(num) + den.length * bitsOf(den) < LARGEST;

function readPower(
  below: Expr,
  above: Expr,
  of: string,
  dens: IntegerPolynomial[],
  budget: Budget,
): RationalFunction | undefined {
  if (above.kind !== "number" || !isInteger(above.value)) return undefined;
  const exponent = above.value;
  const base = read(below, of, dens, budget);
  if (base === undefined || size(exponent) > 20) return undefined;
  const times = Math.abs(Number(exponent.num));
  if (Math.max(degree(base.num), degree(base.den)) * times > HIGHEST_DEGREE) return undefined;
  const length = Math.max(base.num.length, base.den.length);
  if ((length * times) ** 2 * Math.max(bitsOf(base.num), bitsOf(base.den)) > 100 * LARGEST) return undefined;
  if (sign(exponent) < 0 && degree(base.num) !== 0) dens.push(base.num);
  const num = raised(base.num, times, budget);
  const den = raised(base.den, times, budget);
  return sign(exponent) < 0 ? { num: den, den: num } : { num, den };
}

function raised(p: IntegerPolynomial, times: number, budget: Budget): IntegerPolynomial {
  let result: IntegerPolynomial = ONE;
  for (const bit of times.toString(2)) {
    budget.spend(result.length * result.length + p.length, "raising a polynomial to a power");
    result = multiply(result, result);
    if (bit === "1") result = multiply(result, p);
  }
  return result;
}
