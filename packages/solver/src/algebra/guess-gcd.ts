import * as exact from "@crux/core/exact";
import { type Charge, divideExactly } from "./divide-exactly.ts";
import { exponentOf, multiplyMonomials, without } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";

/** Longest numbers that are worked with, in bits. */
const LONGEST = 40_000;
const TRIES = 5;

/**
 * The gcd of two polynomials with whole coefficients of content 1: large whole numbers are put in for the atoms one
 * after the other, and the gcd of what comes out is read as a polynomial in that number (Char, Geddes, Gonnet 1989).
 * It is believed when it divides both. Undefined when no guess fits or the numbers would be too long.
 */
export function guessGcd(a: Polynomial, b: Polynomial, charge: Charge): Polynomial | undefined {
  const guess = guessAt(a, b, [...new Set([...poly.atomsOf(a), ...poly.atomsOf(b)])], charge);
  if (guess === undefined) return undefined;
  const lead = poly.leadingTerm(guess);
  if (lead === undefined) return undefined;
  const size = exact.invert(poly.content(guess));
  return poly.scale(guess, exact.sign(lead.coefficient) < 0 ? exact.negate(size) : size);
}

/** Gcd with content, in the atoms that are left. */
function guessAt(
  a: Polynomial,
  b: Polynomial,
  atoms: readonly number[],
  charge: Charge,
): Polynomial | undefined {
  const [atom, ...rest] = atoms;
  if (atom === undefined) return poly.constant(gcdOfNumbers(a, b));
  const [one, other] = [largestOf(a), largestOf(b)];
  let point = 2n * one + 29n;
  if (other < one) point = 2n * other + 29n;
  for (let i = 0; i < TRIES; i += 1) {
    const degree = Math.max(poly.degreeIn(a, atom), poly.degreeIn(b, atom));
    const bits = exact.bitLength(point) * degree;
    if (bits > LONGEST) return undefined;
    charge((poly.length(a) + poly.length(b)) * (1 + Math.ceil(bits / 64)));
    const inner = guessAt(putIn(a, atom, point), putIn(b, atom, point), rest, charge);
    const guess = inner === undefined ? undefined : expand(inner, atom, point);
    if (guess !== undefined && divides(guess, a, charge) && divides(guess, b, charge)) return guess;
    point = (point * 73_794n) / 27_011n;
  }
  return undefined;
}

const divides = (guess: Polynomial, p: Polynomial, charge: Charge): boolean =>
  !poly.isZero(guess) && divideExactly(p, guess, charge) !== undefined;

const gcdOfNumbers = (a: Polynomial, b: Polynomial): exact.Rational =>
  exact.ratio(exact.gcd((poly.constantOf(a) ?? exact.zero).num, (poly.constantOf(b) ?? exact.zero).num), 1n);

/** Largest absolute value of a coefficient. */
function largestOf(p: Polynomial): bigint {
  let out = 0n;
  for (const { coefficient } of p.terms.values()) {
    const size = exact.abs(coefficient.num);
    if (size > out) out = size;
  }
  return out;
}

/** `p` with a whole number put in for an atom. */
const putIn = (p: Polynomial, atom: number, point: bigint): Polynomial =>
  poly.collect(
    poly.termsOf(p).map(({ coefficient, monomial }) => ({
      coefficient: exact.multiply(coefficient, exact.integer(point ** BigInt(exponentOf(monomial, atom)))),
      monomial: without(monomial, atom),
    })),
  );

/** Reads each coefficient as digits to the base `point`, from `-point/2` to `point/2`: the powers of the atom. */
function expand(p: Polynomial, atom: number, point: bigint): Polynomial {
  const out: poly.Term[] = [];
  for (const { coefficient, monomial } of p.terms.values()) {
    let rest = coefficient.num;
    for (let i = 0; rest !== 0n; i += 1) {
      let digit = rest % point;
      if (2n * digit > point) digit -= point;
      if (2n * digit < -point) digit += point;
      rest = (rest - digit) / point;
      if (digit === 0n) continue;
      const power = i === 0 ? [] : [atom, i];
      out.push({ coefficient: exact.integer(digit), monomial: multiplyMonomials(monomial, power) });
    }
  }
  return poly.collect(out);
}
