import {
  add,
  type Budget,
  call,
  divide,
  type Expr,
  multiply,
  negate,
  number,
  power,
  type Rational,
  subtract,
  symbol,
} from "@crux/core";
import * as exact from "@crux/core/exact";
import {
  type Algebraic,
  compareAlgebraic,
  compareToRational,
  isSquare,
  narrowed,
  rootsOf,
} from "./algebraic.ts";
import {
  coefficient,
  degree,
  exactQuotient,
  type IntegerPolynomial,
  lead,
  shiftedBy,
} from "./integer-polynomial.ts";
import { exponentGcd } from "./squarefree.ts";

/** The shortest closed form of an algebraic number: square roots where they do, a single root of a number, else `root(p, k)`; null in a very
 * high degree. */
export function algebraicForm(x: Algebraic, budget: Budget): Expr | null {
  return (
    quadraticForm(x, budget) ??
    binomialForm(x, budget) ??
    quadraticFactorForm(x, budget) ??
    numberedForm(x, budget)
  );
}

/** `(-b ± sqrt(d)) / 2a`, with squares taken out of `d` and common factors cancelled. */
function quadraticForm(x: Algebraic, budget: Budget): Expr | undefined {
  if (degree(x.polynomial) !== 2) return undefined;
  const [a, b, c] = [
    coefficient(x.polynomial, 2),
    coefficient(x.polynomial, 1),
    coefficient(x.polynomial, 0),
  ];
  const isUpper = compareToRational(x, exact.ratio(-b, 2n * a)) > 0;
  const [outside, inside] = squareOut(b * b - 4n * a * c);
  budget.spend(1, "writing a root");
  const common = exact.gcd(exact.gcd(b, outside), 2n * a);
  return surd(-b / common, (isUpper ? outside : -outside) / common, inside, (2n * a) / common);
}

/** `d = outside^2 * inside`, as far as small primes tell. */
export function squareOut(d: bigint): [bigint, bigint] {
  if (isSquare(d)) return [exact.integerRoot(d, 2), 1n];
  let [outside, inside] = [1n, d];
  for (let p = 2n; p < 1_000n && p * p <= inside; p += p === 2n ? 1n : 2n) {
    while (inside % (p * p) === 0n) {
      inside /= p * p;
      outside *= p;
    }
  }
  return [outside, inside];
}

/** `(whole + times * sqrt(inside)) / over`, with a positive `over`. */
function surd(whole: bigint, times: bigint, inside: bigint, over: bigint): Expr {
  const root = call("sqrt", number(inside));
  const size = exact.abs(times);
  const scaled = size === 1n ? root : multiply(number(size), root);
  const top =
    whole === 0n
      ? times < 0n
        ? negate(scaled)
        : scaled
      : (times < 0n ? subtract : add)(number(whole), scaled);
  return over === 1n ? top : divide(top, number(over));
}

/** Roots of `q((x + shift)^k)` with `q` of degree 1 or 2, e.g. `2^(1/3)`, `2^(1/365) - 1`, `sqrt((5 + sqrt(13)) / 2)`. */
function binomialForm(x: Algebraic, budget: Budget): Expr | undefined {
  const p = x.polynomial;
  const n = degree(p);
  const shift = exact.ratio(-coefficient(p, n - 1), BigInt(n) * lead(p));
  const centred = exact.isZero(shift) ? p : shiftedBy(p, shift);
  const k = exponentGcd(centred);
  if (k < 2 || n / k > 2) return undefined;
  const isAbove = compareToRational(x, shift) > 0;
  if (!isAbove && k % 2 === 1) return undefined;
  const inner = centred.filter((_, i) => i % k === 0);
  const base = innerForm(inner, x, shift, k, budget);
  if (base === undefined) return undefined;
  const radical = k === 2 ? call("sqrt", base) : power(base, number(exact.ratio(1n, BigInt(k))));
  const signed = isAbove ? radical : negate(radical);
  if (exact.isZero(shift)) return signed;
  if (!isAbove) return subtract(number(shift), radical);
  return shift.num < 0n ? subtract(radical, number(exact.negate(shift))) : add(number(shift), radical);
}

/** The positive root of `q` that is `(x - shift)^k`. */
function innerForm(
  q: IntegerPolynomial,
  x: Algebraic,
  shift: Rational,
  k: number,
  budget: Budget,
): Expr | undefined {
  const candidates = rootsOf(q, budget).map(({ at }) => at);
  if (candidates.length > 1) {
    for (let bits = 32; candidates.length > 1; bits *= 2) {
      const { low, high } = narrowed(x, bits, budget);
      const ends = [low, high].map((end) => exact.power(exact.absolute(exact.subtract(end, shift)), k));
      const [from, to] = [ends.reduce(exact.min), ends.reduce(exact.max)];
      const inside = candidates.filter((one) => {
        const at =
          one.kind === "rational" ? { low: one.value, high: one.value } : narrowed(one, bits, budget);
        return exact.compare(at.low, to) <= 0 && exact.compare(from, at.high) <= 0;
      });
      if (inside.length === 1) candidates.splice(0, candidates.length, ...inside);
    }
  }
  const [only] = candidates;
  if (only === undefined) return undefined;
  return only.kind === "rational" ? number(only.value) : quadraticForm(only, budget);
}

const MOST_FOR_FACTORS = 12;

/** A form by a quadratic factor with rational coefficients: its other root is another real root of the polynomial. */
function quadraticFactorForm(x: Algebraic, budget: Budget): Expr | undefined {
  const p = x.polynomial;
  if (degree(p) < 4 || degree(p) > MOST_FOR_FACTORS) return undefined;
  for (const { at } of rootsOf(p, budget, "real")) {
    if (at.kind === "rational" || compareAlgebraic(x, at, budget) === 0) continue;
    const factor = factorThrough(x, at, budget);
    if (factor === undefined) continue;
    return quadraticForm({ kind: "algebraic", polynomial: factor, at: separated(x, at, budget) }, budget);
  }
  return undefined;
}

function separated(x: Algebraic, other: Algebraic, budget: Budget): Algebraic["at"] {
  for (let bits = 16; ; bits *= 2) {
    const [one, two] = [narrowed(x, bits, budget), narrowed(other, bits, budget)];
    if (exact.compare(one.high, two.low) < 0 || exact.compare(two.high, one.low) < 0) return one;
  }
}

/** The quadratic polynomial with these two roots if it divides: lead * sum and lead * product are then whole. */
function factorThrough(x: Algebraic, y: Algebraic, budget: Budget): IntegerPolynomial | undefined {
  const scale = lead(x.polynomial);
  const bits = exact.bitLength(scale) + 24 + magnitudeOf(x, budget) + magnitudeOf(y, budget);
  const [a, b] = [narrowed(x, bits, budget), narrowed(y, bits, budget)];
  const [p, q] = [exact.midpoint(a.low, a.high), exact.midpoint(b.low, b.high)];
  const near = (v: Rational): bigint =>
    exact.floor(exact.add(exact.multiply(v, exact.integer(scale)), exact.ratio(1n, 2n)));
  const factor = [near(exact.multiply(p, q)), -near(exact.add(p, q)), scale];
  return exactQuotient(x.polynomial, factor) === null ? undefined : factor;
}

const magnitudeOf = (x: Algebraic, budget: Budget): number =>
  Math.max(0, exact.bitLength(exact.floor(exact.absolute(narrowed(x, 1, budget).high))));

const HIGHEST_DEGREE = 400;

/** `root(p, k)`: number `k` among all real roots, ascending. */
function numberedForm(x: Algebraic, budget: Budget): Expr | null {
  if (degree(x.polynomial) > HIGHEST_DEGREE) return null;
  const all = rootsOf(x.polynomial, budget, "real");
  const index = all.findIndex(({ at }) => compareAlgebraic(at, x, budget) === 0);
  return call("root", polynomialExpr(x.polynomial), number(index + 1));
}

/** The polynomial as a formula in `x`, highest power first. */
export function polynomialExpr(p: IntegerPolynomial, of: Expr = symbol("x")): Expr {
  let sum: Expr | undefined;
  for (let i = degree(p); i >= 0; i--) {
    const c = coefficient(p, i);
    if (c === 0n) continue;
    const size = exact.abs(c);
    const variable = i === 1 ? of : power(of, number(i));
    const term = i === 0 ? number(size) : size === 1n ? variable : multiply(number(size), variable);
    sum = sum === undefined ? (c < 0n ? negate(term) : term) : (c < 0n ? subtract : add)(sum, term);
  }
  return sum ?? number(0);
}
