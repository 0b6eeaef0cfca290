import * as exact from "@crux/core/exact";
import { primitive, squarefree } from "./divide.ts";
import { type Charge, divideExactly } from "./divide-exactly.ts";
import { pairsOf } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";

/** The highest degree of factors that are looked for. */
const HIGHEST = 3;
/** Most divisors of one value, and most candidates for one degree, that are tried. */
const MOST_DIVISORS = 600;
const MOST_CANDIDATES = 60_000;

/**
 * A factor of degree 1, 2 or 3 in one atom, the lowest first, of a polynomial that is of higher degree in it; undefined
 * when there is none, or there are too many candidates. After Kronecker: a factor's values at 0, 1 and -1 and its leading
 * coefficient divide those of the polynomial, and four of these make up a cubic. Candidates are sieved with whole
 * numbers put in for the atoms; what is left is believed when it divides.
 */
export function smallFactor(p: Polynomial, atom: number, charge: Charge): Polynomial | undefined {
  const { core } = primitive(p);
  const degree = poly.degreeIn(core, atom);
  const search = searchOf(core, atom, charge);
  for (const root of [1, -1])
    if (degree > 1 && poly.isZero(valueAt(core, atom, root)))
      return poly.subtract(poly.atomPower(atom), poly.whole(root));
  for (let of = 1; of <= HIGHEST && 2 * of <= degree; of += 1) {
    const found = factorOfDegree(search, of);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Search = {
  readonly p: Polynomial;
  readonly atom: number;
  readonly charge: Charge;
  /** Values of `p` where whole numbers stand for all other atoms, at a few numbers for this one. */
  readonly sieve: readonly { readonly at: bigint; readonly value: bigint }[];
};

const PLACES = [2n, 3n, -2n, 5n, -3n];

function searchOf(p: Polynomial, atom: number, charge: Charge): Search {
  const sieve = PLACES.map((at) => ({ at, value: numberOf(p, (one) => (one === atom ? at : sample(one))) }));
  return { p, atom, charge, sieve: sieve.filter(({ value }) => value !== 0n) };
}

/** Whole numbers that have little to do with one another, so that few candidates divide by chance. */
const sample = (atom: number): bigint => [101n, 211n, 307n, 401n, 503n, 601n, 701n][atom % 7] ?? 1n;

function numberOf(p: Polynomial, value: (atom: number) => bigint): bigint {
  let sum = 0n;
  for (const { coefficient, monomial } of p.terms.values())
    sum += pairsOf(monomial).reduce((all, [atom, n]) => all * value(atom) ** BigInt(n), coefficient.num);
  return sum;
}

/** A divisor, with its sign, and its value where numbers stand for all atoms. */
type Divisor = { readonly of: Polynomial; readonly value: bigint };

function factorOfDegree(search: Search, degree: number): Polynomial | undefined {
  const { p, atom, charge } = search;
  const parts = poly.coefficientsIn(p, atom);
  const leads = divisorsOf(parts[parts.length - 1] ?? poly.zero, charge);
  const starts = divisorsOf(parts[0] ?? poly.zero, charge);
  const ones =
    degree < 2
      ? [[]]
      : divisorsOf(valueAt(p, atom, 1), charge)
          .flatMap(bothSigns)
          .map((v) => [v]);
  const minusOnes =
    degree < 3
      ? [[]]
      : divisorsOf(valueAt(p, atom, -1), charge)
          .flatMap(bothSigns)
          .map((v) => [v]);
  let tried = 0;
  for (const lead of leads)
    for (const start of starts.flatMap(bothSigns))
      for (const one of ones)
        for (const other of minusOnes) {
          tried += 1;
          if (tried > MOST_CANDIDATES) return undefined;
          charge(1);
          const values = [start, lead, ...one, ...other];
          if (
            !passes(
              search,
              interpolated(
                values.map(({ value }) => value),
                bigints,
              ),
            )
          )
            continue;
          const coefficients = interpolated(
            values.map(({ of }) => of),
            polynomials,
          );
          const factor = poly.fromCoefficients(coefficients, atom);
          if (divideExactly(p, factor, charge) !== undefined) return factor;
        }
  return undefined;
}

/** What coefficients are calculated in. */
type Ring<T> = { readonly minus: (a: T, b: T) => T; readonly halved: (a: T) => T };

const bigints: Ring<bigint> = { minus: (a, b) => a - b, halved: (a) => a / 2n };
const polynomials: Ring<Polynomial> = {
  minus: poly.subtract,
  halved: (a) => poly.scale(a, exact.ratio(1n, 2n)),
};

/** Coefficients from the constant one up, by the values at 0, of the leading coefficient, at 1 and at -1. */
function interpolated<T>([start, lead, one, other]: readonly T[], { minus, halved }: Ring<T>): T[] {
  if (start === undefined || lead === undefined) return [];
  if (one === undefined) return [start, lead];
  if (other === undefined) return [start, minus(minus(one, start), lead), lead];
  const odd = halved(minus(one, other));
  return [start, minus(minus(one, odd), start), minus(odd, lead), lead];
}

/** Whether the numbers that a candidate is worth divide those of the polynomial. */
const passes = ({ sieve }: Search, coefficients: readonly bigint[]): boolean =>
  sieve.every(({ at, value }) => {
    const own = coefficients.reduceRight((sum, part) => sum * at + part, 0n);
    return own !== 0n && value % own === 0n;
  });

const bothSigns = ({ of, value }: Divisor): Divisor[] => [
  { of, value },
  { of: poly.negate(of), value: -value },
];

/** Divisors up to sign: those of its number times products of its factors; the simplest first. */
function divisorsOf(p: Polynomial, charge: Charge): Divisor[] {
  if (poly.isZero(p)) return [];
  const { factor, factors } = allFactors(p, charge);
  let out = divisorsOfNumber(exact.absolute(factor).num).map((n) => poly.whole(n));
  for (const { base, multiplicity } of factors) {
    const before = out;
    for (let i = 1; i <= multiplicity && out.length < MOST_DIVISORS; i += 1)
      out = [...out, ...before.map((d) => poly.multiply(d, poly.power(base, i, charge)))];
  }
  return out.map((of) => ({ of, value: numberOf(of, sample) }));
}

function divisorsOfNumber(n: bigint): bigint[] {
  const out: bigint[] = [];
  for (let d = 1n; d <= 1_000n && d * d <= n; d += 1n)
    if (n % d === 0n) out.push(d, ...(d * d === n ? [] : [n / d]));
  return out;
}

/** Square-free factors, taken apart further where they have small factors themselves. */
function allFactors(p: Polynomial, charge: Charge): ReturnType<typeof squarefree> {
  const { factor, factors } = squarefree(p, charge);
  const finer = factors.flatMap(({ base, multiplicity }) =>
    split(base, charge).map((one) => ({ base: one, multiplicity })),
  );
  return { factor, factors: finer };
}

function split(p: Polynomial, charge: Charge): Polynomial[] {
  const [main] = poly.atomsOf(p).sort((a, b) => poly.degreeIn(p, a) - poly.degreeIn(p, b));
  if (main === undefined || poly.degreeIn(p, main) < 2) return [p];
  const found = smallFactor(p, main, charge);
  const rest = found === undefined ? undefined : divideExactly(p, found, charge);
  return found === undefined || rest === undefined ? [p] : [found, ...split(rest, charge)];
}

/** `p` with a whole number put in for an atom. */
const valueAt = (p: Polynomial, atom: number, at: number): Polynomial =>
  poly
    .coefficientsIn(p, atom)
    .reduceRight((sum, part) => poly.add(poly.scale(sum, exact.integer(at)), part), poly.zero);
