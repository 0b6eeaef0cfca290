import { assert, must } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt, expPower, logAtom, printRatio, rootPower } from "./atoms.ts";
import { factorsOf } from "./factors.ts";
import { pairsOf, without } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";
import { factorRational } from "./primes.ts";
import type { Ratio } from "./ratio.ts";
import * as ratios from "./ratio.ts";
import { surelyPositive, sureSignOfRatio } from "./sign.ts";
import { Undecided, Undefined } from "./undecided.ts";

/** A factor of a product of powers; bases are atoms, or polynomials of content 1 and positive leading coefficient. */
type Part = { readonly base: Polynomial; readonly exponent: number };

/** `value = factor * product of base^exponent`, the bases square-free and the factor a number other than 0. */
function partsOf(atoms: Atoms, value: Ratio): { factor: exact.Rational; parts: Part[] } {
  const num = factorsOf(atoms, value.num);
  const den = factorsOf(atoms, value.den);
  const parts = [
    ...num.factors.map(({ base, multiplicity }) => ({ base, exponent: multiplicity })),
    ...den.factors.map(({ base, multiplicity }) => ({ base, exponent: -multiplicity })),
  ];
  return { factor: exact.divide(num.factor, den.factor), parts };
}

/** The most bits of a power that is written out: three times what a formula may evaluate to. */
const LONGEST = 20_000;

/** The largest whole exponent that sums are raised to. */
const HIGHEST = 4096;

/** `value^exponent` for a whole exponent, refused when the result would be huge. */
export function wholePower(atoms: Atoms, value: Ratio, exponent: number): Ratio {
  const bits = [...poly.termsOf(value.num), ...poly.termsOf(value.den)].reduce(
    (most, { coefficient }) => Math.max(most, exact.size(coefficient)),
    1,
  );
  const single = poly.length(value.num) === 1 && poly.length(value.den) === 1;
  const fits =
    Number.isSafeInteger(exponent) && (bits <= 2 && single ? true : Math.abs(exponent) * bits < LONGEST);
  if (!fits || (!single && Math.abs(exponent) > HIGHEST))
    throw new Undecided("a power is too large to write out");
  return ratios.power(atoms, value, exponent);
}

/**
 * `value^(num / den)` for `value >= 0`. Where the sign of `value` is open the result is right wherever it is
 * not negative (for a negative exponent: positive); `Undefined` when it is negative everywhere.
 */
export function rationalPower(atoms: Atoms, value: Ratio, exponent: exact.Rational): Ratio {
  if (exact.isInteger(exponent)) return wholePower(atoms, value, Number(exponent.num));
  if (ratios.isZero(value)) {
    if (exact.sign(exponent) < 0) throw new Undefined("a negative power of 0");
    return ratios.zero;
  }
  const { factor, parts } = partsOf(atoms, value);
  const open = parts.filter(({ base }) => !surelyPositive(atoms, base));
  if (open.length === 0 && exact.sign(factor) < 0) throw new Undefined("a root of a negative number");
  let out = numberPower(atoms, exact.absolute(factor), exponent);
  for (const part of parts)
    if (!open.includes(part)) out = ratios.multiply(atoms, out, partPower(atoms, part, exponent));
  return ratios.multiply(atoms, out, openPower(atoms, exact.sign(factor), open, exponent));
}

/** A positive number to a fractional power, as roots of primes. */
function numberPower(atoms: Atoms, value: exact.Rational, exponent: exact.Rational): Ratio {
  let out = ratios.one;
  for (const { prime, exponent: times } of factorRational(value))
    out = ratios.multiply(
      atoms,
      out,
      chainPower(atoms, poly.whole(prime), exact.multiply(exponent, exact.integer(times))),
    );
  return out;
}

const partPower = (atoms: Atoms, part: Part, exponent: exact.Rational): Ratio =>
  chainPower(atoms, part.base, exact.multiply(exponent, exact.integer(part.exponent)));

/** `base^exponent` for a base that is not negative: a whole power times a root. */
function chainPower(atoms: Atoms, base: Polynomial, exponent: exact.Rational): Ratio {
  const inner = finerPower(atoms, base, exponent);
  if (inner !== undefined) return inner;
  const whole = exact.floor(exponent);
  const rest = exact.subtract(exponent, exact.integer(whole));
  const head = wholePower(atoms, ratios.fromPolynomial(base), Number(whole));
  if (exact.isZero(rest)) return head;
  if (rest.den > 1_000n) throw new Undecided("a root of very high degree");
  const root = rootPower(atoms, base, Number(rest.num), Number(rest.den));
  return ratios.multiply(atoms, head, ratios.fromPolynomial(root));
}

/** A power of an atom that is itself a root or an exponential, as a power of what it is made from. */
function finerPower(atoms: Atoms, base: Polynomial, exponent: exact.Rational): Ratio | undefined {
  const atom = soleAtomOf(base);
  if (atom === undefined || exact.isInteger(exponent)) return undefined;
  const what = atomAt(atoms, atom);
  if (what.kind === "root")
    return chainPower(atoms, what.of, exact.divide(exponent, exact.integer(what.degree)));
  if (what.kind !== "exp") return undefined;
  return expChain(atoms, what.base, what.direction, exact.divide(exponent, exact.integer(what.degree)));
}

/** The atom that a polynomial consists of, if it is one. */
export function soleAtomOf(p: Polynomial): number | undefined {
  const [term, more] = poly.termsOf(p);
  if (term === undefined || more !== undefined || !exact.isOne(term.coefficient)) return undefined;
  return term.monomial.length === 2 && term.monomial[1] === 1 ? term.monomial[0] : undefined;
}

/** Power of the product of those parts whose sign is open, times `sign`; the product is taken not to be negative. */
function openPower(atoms: Atoms, sign: number, open: readonly Part[], exponent: exact.Rational): Ratio {
  const [only, more] = open;
  if (only === undefined) return ratios.one;
  const oriented = sign < 0 ? { base: poly.negate(only.base), exponent: only.exponent } : only;
  if (more === undefined && only.exponent % 2 !== 0) return partPower(atoms, oriented, exponent);
  if (more === undefined && sign > 0) {
    const size = ratios.fromPolynomial(absolute(atoms, only.base));
    const scaled = exact.multiply(exponent, exact.integer(only.exponent));
    if (exact.isInteger(scaled)) return wholePower(atoms, size, Number(scaled.num));
    return chainPower(atoms, size.num, scaled);
  }
  return wholeRadicand(atoms, sign, open, exponent);
}

/** `|p|`: `p` or `-p` where the sign is sure, else the root of its square. */
export function absolute(atoms: Atoms, p: Polynomial): Polynomial {
  if (poly.isZero(p) || surelyPositive(atoms, p)) return p;
  const opposite = poly.negate(p);
  if (surelyPositive(atoms, opposite)) return opposite;
  return rootPower(atoms, ratios.product(atoms, p, p), 1, 2);
}

/** Power of a product that is not negative as a root of one radicand, over the size of its denominator. */
function wholeRadicand(atoms: Atoms, sign: number, open: readonly Part[], exponent: exact.Rational): Ratio {
  const degree = Number(exponent.den);
  const product = (parts: readonly Part[]): Polynomial =>
    parts.reduce(
      (all, { base, exponent: n }) => ratios.product(atoms, all, poly.power(base, Math.abs(n), atoms.charge)),
      poly.one,
    );
  const num = product(open.filter((part) => part.exponent > 0));
  const den = product(open.filter((part) => part.exponent < 0));
  // the radicand num/den keeps its sign when it is multiplied by an even power of den
  const lift = degree % 2 === 0 ? degree : 2 * degree;
  const full = poly.scale(
    ratios.product(atoms, num, poly.power(den, lift - 1, atoms.charge)),
    exact.integer(sign < 0 ? -1 : 1),
  );
  const root = chainPower(atoms, full, exponent);
  const size = wholePower(
    atoms,
    ratios.fromPolynomial(absolute(atoms, den)),
    (lift / degree) * Number(exponent.num),
  );
  return ratios.divide(atoms, root, size);
}

/**
 * `log(value)`, for `value > 0`: a sum of logarithms of primes and of square-free polynomials.
 * `Undefined` when `value` is 0 or negative everywhere.
 */
export function logarithm(atoms: Atoms, value: Ratio): Ratio {
  if (ratios.isZero(value)) throw new Undefined("the logarithm of 0");
  const { factor, parts } = partsOf(atoms, value);
  const open = parts.filter(({ base }) => !surelyPositive(atoms, base));
  if (open.length === 0 && exact.sign(factor) < 0) throw new Undefined("the logarithm of a negative number");
  const oriented = open.length === 1 && open.every(({ exponent }) => exponent % 2 !== 0);
  let out = ratios.zero;
  for (const { prime, exponent } of factorRational(exact.absolute(factor)))
    out = ratios.add(
      atoms,
      out,
      ratios.fromPolynomial(poly.scale(logOf(atoms, poly.whole(prime), true), exact.integer(exponent))),
    );
  for (const part of parts) {
    const isOpen = open.includes(part);
    const base = isOpen && oriented && exact.sign(factor) < 0 ? poly.negate(part.base) : part.base;
    const one = logOfBase(atoms, base, !isOpen || oriented);
    out = ratios.add(atoms, out, ratios.scale(one, exact.integer(part.exponent)));
  }
  return out;
}

/** `log |p|`; `p` and `-p` share one atom, which is oriented as it was first met. */
function logOf(atoms: Atoms, p: Polynomial, oriented: boolean): Polynomial {
  const opposite = poly.negate(p);
  const same = atoms.keys.get(`log ${poly.print(opposite)}`);
  return poly.atomPower(same ?? logAtom(atoms, p, oriented));
}

/** Logarithm of one factor; roots and exponentials are taken apart. */
function logOfBase(atoms: Atoms, base: Polynomial, oriented: boolean): Ratio {
  const atom = soleAtomOf(base);
  const what = atom === undefined ? undefined : atomAt(atoms, atom);
  if (what?.kind === "root")
    return ratios.scale(
      // an unknown is a power of its finest root again, which would lead back here
      soleAtomOf(what.of) === undefined
        ? logarithm(atoms, ratios.fromPolynomial(what.of))
        : logOfBase(atoms, what.of, oriented),
      exact.ratio(1n, BigInt(what.degree)),
    );
  if (what?.kind === "exp") {
    const along = ratios.scale(what.direction, exact.ratio(1n, BigInt(what.degree)));
    if (what.base === "e") return along;
    return ratios.multiply(atoms, along, logarithm(atoms, ratios.fromPolynomial(what.base)));
  }
  return ratios.fromPolynomial(logOf(atoms, base, oriented));
}

/** `e^exponent`: each summand becomes a power of a prime, of the argument of a logarithm, or of `e`. */
export function exponential(atoms: Atoms, exponent: Ratio): Ratio {
  let out = ratios.one;
  for (const term of poly.termsOf(exponent.num))
    out = ratios.multiply(atoms, out, exponentialOfTerm(atoms, term, exponent.den));
  return out;
}

function exponentialOfTerm(atoms: Atoms, term: poly.Term, den: Polynomial): Ratio {
  const log = pairsOf(term.monomial).find(([atom, n]) => n === 1 && atomAt(atoms, atom).kind === "log");
  const base = log === undefined ? "e" : baseOfLog(atoms, log[0]);
  const monomial = log === undefined ? term.monomial : without(term.monomial, log[0]);
  const direction = ratios.ratio(atoms, poly.monomialOf(exact.one, monomial), den);
  const size = must(poly.leadingTerm(direction.num), "a direction is not 0").coefficient;
  const times = exact.multiply(term.coefficient, size);
  const along = ratios.scale(direction, exact.invert(size));
  const lambert = base === "e" ? expOfLambert(atoms, along) : undefined;
  if (lambert !== undefined && exact.isInteger(times)) return wholePower(atoms, lambert, Number(times.num));
  return powerAlong(atoms, base, along, times);
}

/** The positive number whose logarithm an atom is. */
function baseOfLog(atoms: Atoms, atom: number): Polynomial {
  const what = atomAt(atoms, atom);
  assert(what.kind === "log", "a base comes from a logarithm");
  return what.oriented ? what.of : absolute(atoms, what.of);
}

/** `exp(W(z)) = z / W(z)` for either real branch of the Lambert function, where `z` is surely not 0. */
function expOfLambert(atoms: Atoms, direction: Ratio): Ratio | undefined {
  const atom = poly.isOne(direction.den) ? soleAtomOf(direction.num) : undefined;
  const what = atom === undefined ? undefined : atomAt(atoms, atom);
  if (what?.kind !== "call" || what.name !== "lambertw") return undefined;
  const z = must(what.args[0], "lambertw has an argument");
  return sureSignOfRatio(atoms, z) === undefined ? undefined : ratios.divide(atoms, z, direction);
}

/** `base^(direction * times)`; a constant direction gives roots and whole powers. */
function powerAlong(atoms: Atoms, base: Polynomial | "e", direction: Ratio, times: exact.Rational): Ratio {
  if (base !== "e" && ratios.constantOf(direction) !== undefined)
    return rationalPower(atoms, ratios.fromPolynomial(base), times);
  return expChain(atoms, base, direction, times);
}

function expChain(atoms: Atoms, base: Polynomial | "e", direction: Ratio, times: exact.Rational): Ratio {
  const size = exact.absolute(times);
  const unit = isShort(size) ? exact.one : longStep(atoms, base, direction, size);
  const steps = exact.divide(size, unit);
  const kernel = expPower(atoms, base, ratios.scale(direction, unit), Number(steps.num), Number(steps.den));
  return exact.sign(times) < 0
    ? ratios.ratio(atoms, poly.one, kernel)
    : ratios.ratio(atoms, kernel, poly.one);
}

/** Whether a power can be written as one of a common root with others along its direction. */
const isShort = ({ num, den }: exact.Rational): boolean => den <= 1_000_000n && num <= 100_000n;

/** The first very long or very short step along a direction is the unit of others that are short in terms of it. */
function longStep(
  atoms: Atoms,
  base: Polynomial | "e",
  direction: Ratio,
  size: exact.Rational,
): exact.Rational {
  const key = `${base === "e" ? "e" : poly.print(base)} ^ ${printRatio(direction)}`;
  const known = atoms.longSteps.get(key);
  if (known !== undefined && isShort(exact.divide(size, known))) return known;
  if (known === undefined) atoms.longSteps.set(key, size);
  return size;
}

/** `base^exponent` for `base > 0` and any exponent. */
export function symbolicPower(atoms: Atoms, base: Ratio, exponent: Ratio): Ratio {
  const value = ratios.constantOf(exponent);
  if (value !== undefined) return rationalPower(atoms, base, value);
  return exponential(atoms, ratios.multiply(atoms, exponent, logarithm(atoms, base)));
}
