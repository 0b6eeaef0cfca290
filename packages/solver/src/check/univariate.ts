import type { Budget } from "@crux/core";
import { gcd as integerGcd, lcm, type Rational, sign as signOf } from "@crux/core/exact";

/**
 * A polynomial in one unknown with whole coefficients, lowest degree first, no trailing zero; `[]` is zero.
 * Only positive factors are ever dropped from one, so signs and roots stay as they were.
 */
export type Univariate = readonly bigint[];

const trim = (coefficients: readonly bigint[]): bigint[] => {
  const result = [...coefficients];
  while (result.length > 0 && result[result.length - 1] === 0n) result.pop();
  return result;
};

/** The polynomial with these coefficients, lowest degree first, times a positive number that makes them whole. */
export function fromRationals(coefficients: readonly Rational[]): Univariate {
  const common = coefficients.reduce((so, one) => lcm(so, one.den), 1n);
  return primitive(coefficients.map((one) => one.num * (common / one.den)));
}

/** The polynomial divided by the greatest common divisor of its coefficients. */
export function primitive(p: readonly bigint[]): Univariate {
  const content = p.reduce((so, one) => (so === 1n ? so : integerGcd(so, one)), 0n);
  return content > 1n ? trim(p.map((one) => one / content)) : trim(p);
}

/** Degree; -1 for zero. */
export const degree = (p: Univariate): number => p.length - 1;

const at = (p: Univariate, index: number): bigint => p[index] ?? 0n;
const lead = (p: Univariate): bigint => at(p, p.length - 1);

/** The derivative. */
export const derivative = (p: Univariate): Univariate =>
  trim(p.slice(1).map((one, i) => one * BigInt(i + 1)));

/** The product. */
export function times(p: Univariate, q: Univariate): Univariate {
  if (p.length === 0 || q.length === 0) return [];
  const result = new Array<bigint>(p.length + q.length - 1).fill(0n);
  for (const [i, a] of p.entries()) {
    for (const [j, b] of q.entries()) result[i + j] = (result[i + j] ?? 0n) + a * b;
  }
  return result;
}

/** Sign of the polynomial at a fraction: the value times a power of the denominator, in whole numbers. */
export function signAt(p: Univariate, x: Rational): -1 | 0 | 1 {
  let value = 0n;
  let scale = 1n;
  for (let i = p.length - 1; i >= 0; i -= 1) {
    value = value * x.num + at(p, i) * scale;
    scale *= x.den;
  }
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

/** A positive multiple of the remainder of `p` by a non-zero `q`. */
function remainder(p: Univariate, q: Univariate, budget: Budget): Univariate {
  const rest = [...p];
  const factor = lead(q) < 0n ? -lead(q) : lead(q);
  const turn = lead(q) < 0n ? -1n : 1n;
  while (rest.length >= q.length) {
    budget.spend(q.length, "dividing polynomials");
    const top = (rest.pop() ?? 0n) * turn;
    const shift = rest.length - (q.length - 1);
    for (let i = 0; i < rest.length; i += 1) {
      rest[i] = (rest[i] ?? 0n) * factor - (i >= shift ? top * at(q, i - shift) : 0n);
    }
  }
  return primitive(rest);
}

const PRIME = 2_147_483_647n;

/** Whether `p` and `q` are seen to have no common factor modulo a prime; false says nothing. */
function coprimeModulo(p: Univariate, q: Univariate): boolean {
  const reduce = (one: bigint): bigint => ((one % PRIME) + PRIME) % PRIME;
  let [a, b] = [trim(p.map(reduce)), trim(q.map(reduce))];
  if (a.length !== p.length || b.length !== q.length) return false;
  while (b.length > 0) {
    const inverse = powerModulo(b[b.length - 1] ?? 0n, PRIME - 2n);
    while (a.length >= b.length) {
      const factor = ((a[a.length - 1] ?? 0n) * inverse) % PRIME;
      const shift = a.length - b.length;
      a = trim(a.map((one, i) => (i >= shift ? reduce(one - factor * (b[i - shift] ?? 0n)) : one)));
    }
    [a, b] = [b, a];
  }
  return a.length === 1;
}

function powerModulo(base: bigint, exponent: bigint): bigint {
  let [result, square, left] = [1n, base, exponent];
  while (left > 0n) {
    if (left % 2n === 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
    left /= 2n;
  }
  return result;
}

/** The greatest common divisor, with a positive leading coefficient; `gcd(0, 0)` is zero. */
export function gcd(p: Univariate, q: Univariate, budget: Budget): Univariate {
  if (p.length > 1 && q.length > 1 && coprimeModulo(p, q)) return [1n];
  let [a, b] = [primitive(p), primitive(q)];
  while (b.length > 0) {
    budget.spend(1, "dividing polynomials");
    [a, b] = [b, remainder(a, b, budget)];
  }
  return lead(a) < 0n ? a.map((one) => -one) : a;
}

/** `p / q` up to a positive factor, for a `q` that divides `p`. */
export function quotient(p: Univariate, q: Univariate): Univariate {
  const factor = lead(q) < 0n ? -lead(q) : lead(q);
  const turn = lead(q) < 0n ? -1n : 1n;
  let rest = [...p];
  let result: bigint[] = [];
  while (rest.length >= q.length) {
    const top = (rest.pop() ?? 0n) * turn;
    const shift = rest.length - (q.length - 1);
    result = result.map((one) => one * factor);
    result.push(top);
    rest = rest.map((one, i) => one * factor - (i >= shift ? top * at(q, i - shift) : 0n));
  }
  return primitive(result.reverse());
}

/** A factor that has each root of `p` exactly once. */
export function withoutRepeats(p: Univariate, budget: Budget): Univariate {
  const common = gcd(p, derivative(p), budget);
  return common.length <= 1 ? p : quotient(p, common);
}

/** `p` without every root that it shares with `q`. */
export function withoutRootsOf(p: Univariate, q: Univariate, budget: Budget): Univariate {
  let rest = p;
  for (;;) {
    const common = gcd(rest, q, budget);
    if (common.length <= 1) return rest;
    rest = quotient(rest, common);
  }
}

/** The polynomials whose roots are the roots of `p` of multiplicity at least 1, 2, …; each has them once. */
export function byMultiplicity(p: Univariate, budget: Budget): readonly Univariate[] {
  const result: Univariate[] = [];
  let rest = p;
  while (rest.length > 1) {
    const simple = withoutRepeats(rest, budget);
    result.push(simple);
    rest = quotient(rest, simple);
  }
  return result;
}

const changes = (signs: readonly (-1 | 0 | 1)[]): number => {
  const seen = signs.filter((one) => one !== 0);
  return seen.filter((one, i) => i > 0 && one !== seen[i - 1]).length;
};

const bigSign = (n: bigint): -1 | 0 | 1 => (n > 0n ? 1 : n < 0n ? -1 : 0);

/** A bound of a count: a fraction, or an end of the line. */
export type End = Rational | "-oo" | "oo";

/**
 * Number of distinct roots in the half-open range `(from, to]`, by Sturm's theorem.
 * For all positive numbers Descartes' rule of signs is tried first: no change of sign means no root, one means one.
 */
export function countRoots(p: Univariate, from: End, to: End, budget: Budget): number {
  if (p.length <= 1) return 0;
  if (to === "oo" && typeof from !== "string" && signOf(from) === 0) {
    const variations = changes(p.map(bigSign));
    if (variations <= 1) return variations;
  }
  const chain = sturmChain(p, budget);
  return changes(signsAt(chain, from)) - changes(signsAt(chain, to));
}

function sturmChain(p: Univariate, budget: Budget): readonly Univariate[] {
  const chain: Univariate[] = [primitive(p), primitive(derivative(p))];
  for (;;) {
    const [a, b] = [chain[chain.length - 2] ?? [], chain[chain.length - 1] ?? []];
    if (b.length === 0) return chain.slice(0, -1);
    chain.push(remainder(a, b, budget).map((one) => -one));
  }
}

function signsAt(chain: readonly Univariate[], end: End): readonly (-1 | 0 | 1)[] {
  if (end === "oo") return chain.map((p) => bigSign(lead(p)));
  if (end === "-oo") return chain.map((p) => bigSign(degree(p) % 2 === 0 ? lead(p) : -lead(p)));
  return chain.map((p) => signAt(p, end));
}

/** Number of distinct roots strictly between two ends. */
export function countBetween(p: Univariate, from: End, to: End, budget: Budget): number {
  const closed = countRoots(p, from, to, budget);
  return typeof to !== "string" && signAt(p, to) === 0 ? closed - 1 : closed;
}
