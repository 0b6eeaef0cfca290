import type { Budget } from "@crux/core";
import {
  divide,
  floor,
  integer,
  isInteger,
  isOne,
  min,
  multiply,
  negate,
  one,
  type Rational,
  sign,
  subtract,
  zero,
} from "@crux/core/exact";
import { type Algebra, baseAtom, cannot, numberOfRatio } from "./algebra.ts";
import { isPositive, signOfPolynomial } from "./numeric-sign.ts";
import { perfectRoot } from "./perfect-root.ts";
import {
  type Atom,
  commonPowers,
  constant,
  constantOf,
  contentOf,
  fromAtom,
  inversePowers,
  isSurelyPositive,
  monomial,
  type Polynomial,
  type Powers,
  product,
  type Ratio,
  scale,
  singleOf,
  unit,
  wholePower,
} from "./polynomial.ts";
import { factors } from "./primes.ts";
import {
  addRatios,
  invertRatio,
  multiplyRatios,
  negateRatio,
  powerOfRatio,
  scaleRatio,
  subtractRatios,
  whole,
} from "./quotient.ts";

/** The quotient turned upside down; refused if it is zero. */
export function inverse(of: Ratio, algebra: Algebra): Ratio {
  return of.num.size === 0 ? cannot("a formula divides by 0") : invertRatio(of, algebra.budget);
}

/** `base ^ exponent`; where the exponent is not a rational number, the base is positive wherever this is real. */
export function power(base: Ratio, exponent: Ratio, algebra: Algebra): Ratio {
  const top = constantOf(exponent.num);
  const bottom = constantOf(exponent.den);
  if (top === undefined || bottom === undefined) {
    return exponential(multiplyRatios(exponent, logarithm(base, algebra), algebra.budget), algebra);
  }
  const value = divide(top, bottom);
  if (!isInteger(value)) return rationalPower(base, value, algebra);
  if (base.num.size === 0 && value.num <= 0n)
    return cannot("a formula has 0 to a power that is not positive");
  algebra.budget.spend(Number(value.num < 0n ? -value.num : value.num), "raising to a power");
  return powerOfRatio(base, Number(value.num), algebra.budget);
}

/** A quotient to a rational power that is not whole; it is at least 0 wherever this is real. */
export function rationalPower(base: Ratio, exponent: Rational, algebra: Algebra): Ratio {
  if (base.num.size === 0) return sign(exponent) > 0 ? base : cannot("a formula has 0 to a negative power");
  const { num, den } = upright(base, algebra);
  if (isPositive(den, algebra) || isPositive(num, algebra))
    return quotientPower({ num, den }, exponent, algebra);
  // Of which sign the parts are is open, but not of which their product and the square of the denominator are.
  const known = algebra.seen[numberOfRatio(base, algebra)] ?? base;
  const [top, bottom] = [product(known.num, known.den, algebra.budget), squared(known.den, algebra)];
  return quotientPower({ num: top, den: bottom }, exponent, algebra);
}

function quotientPower({ num, den }: Ratio, exponent: Rational, algebra: Algebra): Ratio {
  const up = polynomialPower(num, exponent, algebra);
  const down = polynomialPower(den, exponent, algebra);
  return multiplyRatios(up, inverse(down, algebra), algebra.budget);
}

/** `content * positive powers * the rest`, where the rest is a sum with whole coefficients or 1. */
function parts(p: Polynomial, algebra: Algebra): { content: Rational; powers: Powers; rest: Polynomial } {
  const content = contentOf(p);
  const single = singleOf(p);
  if (
    single !== undefined &&
    sign(single.coefficient) > 0 &&
    single.powers.every(([atom]) => isAtLeastZero(atom))
  ) {
    return { content: single.coefficient, powers: single.powers, rest: unit };
  }
  const powers = commonPowers(p);
  const shrink = { num: content.den, den: content.num };
  return { content, powers, rest: product(p, monomial(shrink, inversePowers(powers)), algebra.budget) };
}

/** Roots of numbers and of sums that are factors of every summand, which they leave without negative powers. */
function commonRoots(p: Polynomial): Powers {
  const [first, ...others] = [...p.values()];
  return (first?.powers ?? []).flatMap(([atom, exponent]) => {
    if (atom.kind !== "base" && atom.kind !== "prime") return [];
    const powers = others.map((one) => one.powers.find(([other]) => other.key === atom.key)?.[1] ?? zero);
    const least = powers.reduce(min, exponent);
    return sign(least) > 0 ? [[atom, least] as const] : [];
  });
}

/** A sum that is at least 0 as a power of another one that is. */
function rootOf(p: Polynomial, algebra: Algebra): { readonly root: Polynomial; readonly times: Rational } {
  for (const k of p.size < 3 ? [] : [2, 3]) {
    const found = perfectRoot(p, k, algebra.budget);
    const turn = found && (k === 3 ? 1 : signOfPolynomial(found, algebra));
    if (found === undefined || (turn !== 1 && turn !== -1)) continue;
    const { root, times } = rootOf(turn === 1 ? found : scale(found, negate(one)), algebra);
    return { root, times: multiply(times, integer(k)) };
  }
  return { root: p, times: one };
}

const isAtLeastZero = (atom: Atom): boolean => atom.positive || atom.kind === "base";

function polynomialPower(p: Polynomial, exponent: Rational, algebra: Algebra): Ratio {
  const { content, powers, rest } = parts(p, algebra);
  let result = numberPower(content, exponent, algebra);
  for (const [atom, before] of powers) {
    result = multiplyRatios(result, atomPower(atom, multiply(before, exponent), algebra), algebra.budget);
  }
  const value = constantOf(rest);
  if (value !== undefined && isOne(value)) return result;
  if (value !== undefined) return cannot("a formula has a negative number to a power that is not whole");
  const { root, times } = rootOf(rest, algebra);
  const grown = atomPower(baseAtom(root, isPositive(root, algebra)), multiply(exponent, times), algebra);
  return multiplyRatios(result, grown, algebra.budget);
}

/** An atom to any rational power, with powers of sums that are negative put into the denominator. */
function atomPower(atom: Atom, exponent: Rational, algebra: Algebra): Ratio {
  if (atom.kind === "prime") return primePower(atom, exponent, algebra);
  if (atom.kind !== "base") return whole(fromAtom(atom, exponent));
  const times = floor(exponent);
  const left = fromAtom(atom, subtract(exponent, integer(times)));
  algebra.budget.spend(Number(times < 0n ? -times : times), "raising to a power");
  const all = wholePower(atom.of, Math.abs(Number(times)), algebra.budget);
  if (times >= 0n) return whole(product(all, left, algebra.budget));
  return multiplyRatios(whole(left), inverse(whole(all), algebra), algebra.budget);
}

function primePower(atom: Atom & { kind: "prime" }, exponent: Rational, algebra: Algebra): Ratio {
  algebra.budget.spend(Math.abs(Number(floor(exponent))), "raising to a power");
  return whole(product(fromAtom(atom, exponent), unit, algebra.budget));
}

function numberPower(value: Rational, exponent: Rational, algebra: Algebra): Ratio {
  if (sign(value) < 0) return cannot("a formula has a negative number to a power that is not whole");
  let result = whole(unit);
  for (const [atom, times] of factors(value, algebra.budget)) {
    const grown = primePower(atom, multiply(integer(times), exponent), algebra);
    result = multiplyRatios(result, grown, algebra.budget);
  }
  return result;
}

/** The natural logarithm of a quotient, taken apart where a part is surely positive. */
export function logarithm(of: Ratio, algebra: Algebra): Ratio {
  if (of.num.size === 0) return cannot("a formula has the logarithm of 0");
  const { num, den } = upright(of, algebra);
  const isSure = isPositive(den, algebra) || isPositive(num, algebra);
  // Where it is real, a logarithm is half of that of the square, which comes apart whatever the signs are.
  if (!isSure) return scaleRatio(quotientLog(squared(num, algebra), squared(den, algebra), algebra), HALF);
  return quotientLog(num, den, algebra);
}

const HALF: Rational = Object.freeze({ num: 1n, den: 2n });

const squared = (p: Polynomial, { budget }: Algebra): Polynomial => product(p, p, budget);

const quotientLog = (num: Polynomial, den: Polynomial, algebra: Algebra): Ratio =>
  subtractRatios(polynomialLog(num, algebra), polynomialLog(den, algebra), algebra.budget);

/** The same quotient with both parts turned round where one is seen to be negative. */
function upright(of: Ratio, algebra: Algebra): Ratio {
  const isTurned = [of.num, of.den].some((part) => signOfPolynomial(part, algebra) === -1);
  if (!isTurned) return of;
  const minus = negate(one);
  return { num: scale(of.num, minus), den: scale(of.den, minus) };
}

function polynomialLog(p: Polynomial, algebra: Algebra): Ratio {
  // Where a logarithm is real, the sum is not 0, and neither is a root that all of its summands have in common.
  const roots = p.size === 1 ? [] : commonRoots(p);
  if (roots.length > 0) {
    const left = product(p, monomial(one, inversePowers(roots)), algebra.budget);
    const ofRoots = polynomialLog(monomial(one, roots), algebra);
    return addRatios(ofRoots, polynomialLog(left, algebra), algebra.budget);
  }
  const { content, powers, rest } = parts(p, algebra);
  let result = whole(constant(integer(0)));
  const include = (atom: Atom, times: Rational): void => {
    const term = scaleRatio(atomLog(atom, algebra), times);
    result = addRatios(result, term, algebra.budget);
  };
  for (const [atom, times] of factors(content, algebra.budget)) include(atom, integer(times));
  for (const [atom, times] of powers) include(atom, times);
  const value = constantOf(rest);
  if (value !== undefined && !isOne(value)) return cannot("a formula has the logarithm of a negative number");
  const lambert = oppositeOfLambert(rest);
  if (lambert !== undefined) {
    // W * e^W = z, so that log(-W) = log(-z) - W where W is negative.
    const log = subtractRatios(
      logarithm(negateRatio(lambert.atom.of), algebra),
      whole(fromAtom(lambert.atom)),
      algebra.budget,
    );
    return addRatios(result, scaleRatio(log, lambert.times), algebra.budget);
  }
  if (value === undefined) {
    const { root, times } = rootOf(rest, algebra);
    include(baseAtom(root, isPositive(root, algebra)), times);
  }
  return result;
}

/** The logarithm of an atom: of a power, its exponent times the logarithm of its base. */
function atomLog(atom: Atom, algebra: Algebra): Ratio {
  if (atom.kind === "lambert") {
    return subtractRatios(logarithm(atom.of, algebra), whole(fromAtom(atom)), algebra.budget);
  }
  if (atom.kind !== "power") return whole(logAtom(atom));
  if (atom.base === null) return atom.exponent;
  return { num: multiplyLogs(atom.exponent.num, logAtom(atom.base)), den: atom.exponent.den };
}

type OppositeOfLambert = { readonly atom: Atom & { readonly kind: "lambert" }; readonly times: Rational };

/** The atom W and the odd `times` of a sum that is just `-W^times`, or `(-W)^times`, for a value W of Lambert's function. */
function oppositeOfLambert(p: Polynomial): OppositeOfLambert | undefined {
  const single = singleOf(p);
  const [first, ...others] = single?.powers ?? [];
  if (single === undefined || first === undefined || others.length > 0) return undefined;
  const [atom, times] = first;
  const isOpposite = isOne(negate(single.coefficient)) && isInteger(times) && times.num % 2n !== 0n;
  return isOpposite && atom.kind === "lambert" ? { atom, times } : undefined;
}

function logAtom(of: Atom): Polynomial {
  const positive = of.kind === "prime" || (of.kind === "base" && exceedsOne(of.of));
  return fromAtom({ kind: "log", key: `log(${of.key})`, positive, of });
}

/** The product of two polynomials whose atoms obey no relation. */
function multiplyLogs(p: Polynomial, log: Polynomial): Polynomial {
  const endless: Budget = { spend: () => undefined, left: () => 1 };
  return product(p, log, endless);
}

/** Whether a sum is seen to be more than 1: every summand is positive, and one is a number that is at least 1. */
const exceedsOne = (p: Polynomial): boolean => {
  const number = p.get("")?.coefficient;
  return isSurelyPositive(p) && p.size > 1 && number !== undefined && number.num >= number.den;
};

/** Euler's number to a power, taken apart into one power for each summand of the exponent. */
export function exponential(exponent: Ratio, algebra: Algebra): Ratio {
  let result = whole(unit);
  for (const { coefficient, powers } of exponent.num.values()) {
    const factor = exponentialOf(coefficient, powers, exponent.den, algebra);
    result = multiplyRatios(result, factor, algebra.budget);
  }
  return result;
}

function exponentialOf(times: Rational, powers: Powers, den: Polynomial, algebra: Algebra): Ratio {
  const at = powers.findIndex(([atom, exponent]) => atom.kind === "log" && isOne(exponent));
  const log = powers[at]?.[0];
  const base = log?.kind === "log" ? log.of : null;
  const others = base === null ? powers : [...powers.slice(0, at), ...powers.slice(at + 1)];
  const isPlain = constantOf(den) !== undefined;
  if (isPlain && base !== null && others.length === 0) return atomPower(base, times, algebra);
  const lambert = others.length === 1 ? others[0] : undefined;
  if (isPlain && base === null && lambert?.[0].kind === "lambert" && isOne(lambert[1]) && isInteger(times)) {
    const over = inverse(whole(fromAtom(lambert[0])), algebra);
    const ratio = multiplyRatios(lambert[0].of, over, algebra.budget);
    return powerOfRatio(ratio, Number(times.num), algebra.budget);
  }
  const unitExponent: Ratio = { num: monomial(one, others), den };
  const key = `${base?.key ?? "e"}^(#${numberOfRatio(unitExponent, algebra)})`;
  return whole(fromAtom({ kind: "power", key, positive: true, base, exponent: unitExponent }, times));
}
