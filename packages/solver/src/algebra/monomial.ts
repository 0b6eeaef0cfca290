/**
 * A product of powers of atoms as a flat list `[atom, exponent, atom, exponent, …]`: atoms ascending,
 * exponents positive. The empty list is 1.
 */
export type Monomial = readonly number[];

/** The monomial 1. */
export const unit: Monomial = [];

/** A text that is the same for equal monomials and no others. */
export const keyOf = (m: Monomial): string => m.join(",");

/** Merges two monomials, combining the exponents of each atom; exponents that come out as 0 are left out. */
function merge(a: Monomial, b: Monomial, combine: (left: number, right: number) => number): number[] {
  const out: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    const atom = Math.min(left, right);
    const exponent = combine(left === atom ? (a[i + 1] ?? 0) : 0, right === atom ? (b[j + 1] ?? 0) : 0);
    if (exponent !== 0) out.push(atom, exponent);
    if (left === atom) i += 2;
    if (right === atom) j += 2;
  }
  return out;
}

/** The product. */
export function multiplyMonomials(a: Monomial, b: Monomial): Monomial {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return merge(a, b, (left, right) => left + right);
}

/** `a / b`, or undefined when `b` does not divide `a`. */
export function divideMonomials(a: Monomial, b: Monomial): Monomial | undefined {
  if (b.length === 0) return a;
  const out = merge(a, b, (left, right) => left - right);
  return out.some((value, index) => index % 2 === 1 && value < 0) ? undefined : out;
}

/** The greatest common divisor. */
export const gcdMonomials = (a: Monomial, b: Monomial): Monomial => merge(a, b, Math.min);

/** Exponent of an atom. */
export function exponentOf(m: Monomial, atom: number): number {
  for (let i = 0; i < m.length; i += 2) if (m[i] === atom) return m[i + 1] ?? 0;
  return 0;
}

/** The monomial without an atom. */
export function without(m: Monomial, atom: number): Monomial {
  for (let i = 0; i < m.length; i += 2) if (m[i] === atom) return [...m.slice(0, i), ...m.slice(i + 2)];
  return m;
}

/** The pairs of atom and exponent. */
export function pairsOf(m: Monomial): [number, number][] {
  const out: [number, number][] = [];
  for (let i = 0; i < m.length; i += 2) out.push([m[i] ?? 0, m[i + 1] ?? 0]);
  return out;
}

/** Lexicographic order that respects multiplication: the earliest atom counts most. */
export function compareMonomials(a: Monomial, b: Monomial): number {
  for (let i = 0; ; i += 2) {
    const left = a[i];
    const right = b[i];
    if (left === undefined) return right === undefined ? 0 : -1;
    if (right === undefined) return 1;
    if (left !== right) return left < right ? 1 : -1;
    const difference = (a[i + 1] ?? 0) - (b[i + 1] ?? 0);
    if (difference !== 0) return difference;
  }
}

/** Sum of all exponents. */
export const totalDegree = (m: Monomial): number =>
  m.reduce((sum, value, index) => (index % 2 === 1 ? sum + value : sum), 0);
