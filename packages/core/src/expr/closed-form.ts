import { bitLength, integerRoot } from "../exact/integer.ts";
import type { Rational } from "../exact/rational.ts";
import * as exact from "../exact/rational.ts";

/**
 * Sums of products of rational numbers and fixed positive reals (primes under a root, logarithms of primes, pi, e, …),
 * kept in one order. Two sums with the same form are equal; two that differ may be equal all the same.
 */

/** Exponents of generators by key. The exponent of a prime lies strictly between 0 and 1. */
type Monomial = ReadonlyMap<string, Rational>;
/** Coefficients by the printed monomial. */
export type ClosedForm = ReadonlyMap<string, { readonly monomial: Monomial; readonly coefficient: Rational }>;

/** Sums longer than this are given up on. */
const MOST_SUMMANDS = 64;
const MOST_BITS = 4_096;
const TRIAL_LIMIT = 2_000;

const keyOf = (monomial: Monomial): string =>
  [...monomial]
    .map(([name, exponent]) => `${name}^${exact.printRational(exponent)}`)
    .sort()
    .join(" ");

/** The form of one product; whole powers of primes go into the coefficient. Undefined when it grows too long. */
export function product(
  coefficient: Rational,
  factors: Iterable<readonly [string, Rational]>,
): ClosedForm | undefined {
  const exponents = new Map<string, Rational>();
  for (const [name, exponent] of factors) {
    exponents.set(name, exact.add(exponents.get(name) ?? exact.zero, exponent));
  }
  let value = coefficient;
  const monomial = new Map<string, Rational>();
  for (const [name, exponent] of exponents) {
    const prime = primeOf(name);
    const whole = prime === undefined ? 0n : exact.floor(exponent);
    if (prime !== undefined && whole !== 0n) {
      const bits = BigInt(bitLength(prime)) * (whole < 0n ? -whole : whole);
      if (bits > BigInt(MOST_BITS)) return undefined;
      value = exact.multiply(value, exact.power(exact.integer(prime), Number(whole)));
    }
    const rest = exact.subtract(exponent, exact.integer(whole));
    if (!exact.isZero(rest)) monomial.set(name, rest);
  }
  if (exact.isZero(value)) return new Map();
  return exact.size(value) > MOST_BITS
    ? undefined
    : new Map([[keyOf(monomial), { monomial, coefficient: value }]]);
}

/** The form of an exact number. */
export const rationalForm = (value: Rational): ClosedForm | undefined => product(value, []);

/** The exact number that a form is; undefined when it is not one. */
export function rationalOf(form: ClosedForm): Rational | undefined {
  if (form.size === 0) return exact.zero;
  return form.size === 1 ? form.get("")?.coefficient : undefined;
}

/** The sum of two forms. */
export function addForms(a: ClosedForm, b: ClosedForm): ClosedForm | undefined {
  const sum = new Map(a);
  for (const [key, { monomial, coefficient }] of b) {
    const total = exact.add(sum.get(key)?.coefficient ?? exact.zero, coefficient);
    if (exact.isZero(total)) sum.delete(key);
    else sum.set(key, { monomial, coefficient: total });
  }
  return sum.size > MOST_SUMMANDS ? undefined : sum;
}

/** The product of two forms. */
export function multiplyForms(a: ClosedForm, b: ClosedForm): ClosedForm | undefined {
  let total: ClosedForm | undefined = new Map();
  for (const left of a.values()) {
    for (const right of b.values()) {
      const factors = [...left.monomial, ...right.monomial];
      const part = product(exact.multiply(left.coefficient, right.coefficient), factors);
      total = part && total && addForms(total, part);
      if (total === undefined) return undefined;
    }
  }
  return total;
}

/** The form's only summand; undefined when there are none or several. */
export function onlySummand(
  form: ClosedForm,
): { readonly monomial: Monomial; readonly coefficient: Rational } | undefined {
  const [first, second] = form.values();
  return second === undefined ? first : undefined;
}

/** A form to a fractional power, for one summand whose coefficient is positive; undefined otherwise. */
export function powerOfForm(form: ClosedForm, exponent: Rational): ClosedForm | undefined {
  const summand = onlySummand(form);
  if (summand === undefined || exact.sign(summand.coefficient) <= 0) return undefined;
  const primes = factorsOf(summand.coefficient);
  const all = [...primes, ...summand.monomial];
  return product(
    exact.one,
    all.map(([name, power]) => [name, exact.multiply(power, exponent)] as const),
  );
}

/** The text of a form: equal texts mean equal numbers. */
export const textOfForm = (form: ClosedForm): string =>
  [...form]
    .map(([key, { coefficient }]) => `${exact.printRational(coefficient)} ${key}`)
    .sort()
    .join(" + ");

const PRIME = "p";

/** The prime (or product of large primes) that a generator's name stands for. */
const primeOf = (name: string): bigint | undefined =>
  name.startsWith(PRIME) && /^p\d+$/.test(name) ? BigInt(name.slice(1)) : undefined;

/** Prime factors of a positive fraction with their exponents; a large cofactor without small factors counts as one. */
export function factorsOf(value: Rational): readonly (readonly [string, Rational])[] {
  const factors: (readonly [string, Rational])[] = [];
  for (const [n, sign] of [
    [value.num, 1n],
    [value.den, -1n],
  ] as const) {
    for (const [prime, exponent] of wholeFactors(n))
      factors.push([`${PRIME}${prime}`, exact.integer(sign * exponent)]);
  }
  return factors;
}

function wholeFactors(n: bigint): readonly (readonly [bigint, bigint])[] {
  const factors: (readonly [bigint, bigint])[] = [];
  let rest = n;
  for (
    let prime = 2n;
    prime < BigInt(TRIAL_LIMIT) && prime * prime <= rest;
    prime += prime === 2n ? 1n : 2n
  ) {
    let exponent = 0n;
    while (rest % prime === 0n) [rest, exponent] = [rest / prime, exponent + 1n];
    if (exponent > 0n) factors.push([prime, exponent]);
  }
  if (rest === 1n) return factors;
  // A cofactor that is a perfect power is taken apart, so that sqrt(p^2) is p.
  for (let degree = 7; degree > 1; degree--) {
    const root = integerRoot(rest, degree);
    if (root ** BigInt(degree) === rest) return [...factors, [root, BigInt(degree)]];
  }
  return [...factors, [rest, 1n]];
}
