import { must } from "@crux/core";
import { abs } from "@crux/core/exact";
import {
  coefficient,
  degree,
  derivative,
  exactQuotient,
  type IntegerPolynomial,
  lead,
  polynomialGcd,
  primitive,
} from "./integer-polynomial.ts";

/** A factor without repeated roots, and how often each of its roots counts. */
export type SquarefreePart = { readonly polynomial: IntegerPolynomial; readonly multiplicity: number };

/** Factors whose powers multiply to `p` up to a constant: coprime, each without repeated roots (Yun's algorithm). */
export function squarefreeParts(p: IntegerPolynomial): SquarefreePart[] {
  const whole = primitive(p);
  if (degree(whole) < 1) return [];
  if (degree(whole) === 1 || isSurelySquarefree(whole)) return [{ polynomial: whole, multiplicity: 1 }];
  const parts: SquarefreePart[] = [];
  let common = polynomialGcd(whole, derivative(whole));
  let distinct = quotient(whole, common);
  for (let multiplicity = 1; degree(distinct) > 0; multiplicity++) {
    const repeated = polynomialGcd(distinct, common);
    const polynomial = quotient(distinct, repeated);
    if (degree(polynomial) > 0) parts.push({ polynomial, multiplicity });
    common = quotient(common, repeated);
    distinct = repeated;
  }
  return parts;
}

const quotient = (a: IntegerPolynomial, b: IntegerPolynomial): IntegerPolynomial =>
  must(exactQuotient(a, b), "a common divisor divides");

// A prime whose square is a safe integer, so that products of residues are exact as doubles.
const PRIME = 94_906_249;

/** True only if `p` has no repeated root: it has none modulo a prime that does not divide its leading coefficient. */
export function isSurelySquarefree(p: IntegerPolynomial): boolean {
  const modulus = BigInt(PRIME);
  if (abs(lead(p)) % modulus === 0n || degree(p) >= PRIME) return false;
  const residues = (q: IntegerPolynomial): number[] =>
    q.map((c) => Number(((c % modulus) + modulus) % modulus));
  return degreeOfGcd(residues(p), residues(derivative(p))) === 0;
}

function degreeOfGcd(a: number[], b: number[]): number {
  let [high, low] = [stripped(a), stripped(b)];
  while (low.length > 0) [high, low] = [low, remainderModulo(high, low)];
  return high.length - 1;
}

function stripped(p: number[]): number[] {
  while (p.length > 0 && p[p.length - 1] === 0) p.pop();
  return p;
}

function remainderModulo(a: number[], b: readonly number[]): number[] {
  const rest = [...a];
  const inverse = inverseModulo(b[b.length - 1] ?? 1);
  while (rest.length >= b.length) {
    const factor = ((rest.pop() ?? 0) * inverse) % PRIME;
    if (factor === 0) continue;
    const offset = rest.length + 1 - b.length;
    for (let i = 0; i < b.length - 1; i++) {
      const next = ((rest[i + offset] ?? 0) - ((factor * (b[i] ?? 0)) % PRIME)) % PRIME;
      rest[i + offset] = next < 0 ? next + PRIME : next;
    }
  }
  return stripped(rest);
}

function inverseModulo(a: number): number {
  let [r0, r1, s0, s1] = [PRIME, a, 0, 1];
  while (r1 !== 0) {
    const q = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - q * r1];
    [s0, s1] = [s1, s0 - q * s1];
  }
  return ((s0 % PRIME) + PRIME) % PRIME;
}

/** The largest `k` for which `p` is a polynomial in `x^k`; 1 for a constant. */
export function exponentGcd(p: IntegerPolynomial): number {
  let common = 0;
  for (let i = 1; i < p.length; i++) {
    if (coefficient(p, i) !== 0n) {
      let [a, b] = [common, i];
      while (b !== 0) [a, b] = [b, a % b];
      common = a;
    }
  }
  return Math.max(common, 1);
}
