import type { Budget, Expr } from "@crux/core";
import {
  add as addRational,
  compare,
  digitsCost,
  equals,
  floor,
  gcd,
  integer,
  isZero,
  lcm,
  min,
  multiply as multiplyRational,
  negate as negateRational,
  one,
  power,
  printRational,
  type Rational,
  ratio,
  sign,
  subtract as subtractRational,
} from "@crux/core/exact";

/**
 * A factor of a summand that is not taken apart further.
 * `unknown`, `pi`, `log`, `lambert`, `power` and `opaque` obey no relation among themselves;
 * `prime`, `base` and `root` do, and every product is reduced by it.
 */
export type Atom = { readonly key: string; readonly positive: boolean } & (
  | { readonly kind: "unknown" | "pi" | "opaque" }
  /** A whole number above 1; only its fractional powers stay, whole ones go into the coefficient. */
  | { readonly kind: "prime"; readonly value: bigint }
  /** A sum; only its powers between 0 and 1 stay, whole ones are multiplied out. It is at least 0 where its power is real. */
  | { readonly kind: "base"; readonly of: Polynomial }
  /** A root of a monic polynomial, given by what the highest power is equal to, lowest power first. */
  | { readonly kind: "root"; readonly highest: readonly Rational[]; readonly expr: Expr }
  /** The natural logarithm of an atom. */
  | { readonly kind: "log"; readonly of: Atom }
  /** `base ^ (numerator / denominator)` where the numerator is one summand with coefficient 1; `base` null is Euler's number. */
  | { readonly kind: "power"; readonly base: Atom | null; readonly exponent: Ratio }
  /** Lambert's function of `of` on one branch. */
  | { readonly kind: "lambert"; readonly of: Ratio; readonly expr: Expr }
);

/** Atoms with their exponents, sorted by key, no exponent 0. */
export type Powers = readonly (readonly [Atom, Rational])[];
/** A coefficient, not 0, times a product of powers of atoms. */
export type Summand = { readonly coefficient: Rational; readonly powers: Powers };
/** A sum of summands by the text of their powers; the empty map is zero. */
export type Polynomial = ReadonlyMap<string, Summand>;
/** A quotient; the denominator is not the empty sum. */
export type Ratio = { readonly num: Polynomial; readonly den: Polynomial };

/** The sum with no summand. */
export const zeroPolynomial: Polynomial = new Map();

/** Text that two products of powers share exactly if they are the same. */
export const keyOf = (powers: Powers): string =>
  powers.map(([atom, exponent]) => `${atom.key}^${printRational(exponent)}`).join(" ");

/** The polynomial with one summand. */
export const monomial = (coefficient: Rational, powers: Powers = []): Polynomial =>
  isZero(coefficient) ? zeroPolynomial : new Map([[keyOf(powers), { coefficient, powers }]]);

/** The constant polynomial. */
export const constant = (value: Rational): Polynomial => monomial(value);
/** The polynomial that is 1. */
export const unit: Polynomial = constant(one);
/** One atom as a polynomial. */
export const fromAtom = (atom: Atom, exponent: Rational = one): Polynomial =>
  isZero(exponent) ? unit : monomial(one, [[atom, exponent]]);

/** The value of a polynomial without atoms; undefined if it has some. */
export function constantOf(p: Polynomial): Rational | undefined {
  if (p.size === 0) return integer(0);
  const summand = p.size === 1 ? p.get("") : undefined;
  return summand?.coefficient;
}

/** The only summand; undefined if there are none or several. */
export const singleOf = (p: Polynomial): Summand | undefined =>
  p.size === 1 ? p.values().next().value : undefined;

/** The sum. */
export function sum(p: Polynomial, q: Polynomial): Polynomial {
  if (q.size === 0) return p;
  const result = new Map(p);
  for (const [key, { coefficient, powers }] of q) {
    const before = result.get(key);
    const total = before === undefined ? coefficient : addRational(before.coefficient, coefficient);
    if (isZero(total)) result.delete(key);
    else result.set(key, { coefficient: total, powers });
  }
  return result;
}

/** The polynomial times a number. */
export function scale(p: Polynomial, factor: Rational): Polynomial {
  if (isZero(factor)) return zeroPolynomial;
  return new Map(
    [...p].map(([key, { coefficient, powers }]) => [
      key,
      { coefficient: multiplyRational(coefficient, factor), powers },
    ]),
  );
}

/** The polynomial with all signs turned. */
export const negative = (p: Polynomial): Polynomial => scale(p, integer(-1));
/** The difference. */
export const difference = (p: Polynomial, q: Polynomial): Polynomial => sum(p, negative(q));

/** The product, reduced by the relations of the atoms. */
export function product(p: Polynomial, q: Polynomial, budget: Budget): Polynomial {
  let result: Polynomial = zeroPolynomial;
  const plain = new Map<string, Summand>();
  for (const a of p.values()) {
    for (const b of q.values()) {
      const coefficient = multiplyRational(a.coefficient, b.coefficient);
      budget.spend(1 + a.powers.length + b.powers.length + digitsCost(coefficient), "multiplying out");
      const powers = mergePowers(a.powers, b.powers);
      if (powers.some(needsReducing)) result = sum(result, reduce({ coefficient, powers }, budget));
      else addInto(plain, coefficient, powers);
    }
  }
  return result.size === 0 ? plain : sum(plain, result);
}

function addInto(into: Map<string, Summand>, coefficient: Rational, powers: Powers): void {
  const key = keyOf(powers);
  const before = into.get(key);
  const total = before === undefined ? coefficient : addRational(before.coefficient, coefficient);
  if (isZero(total)) into.delete(key);
  else into.set(key, { coefficient: total, powers });
}

function mergePowers(a: Powers, b: Powers): Powers {
  const result: (readonly [Atom, Rational])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (y === undefined || (x !== undefined && x[0].key < y[0].key)) {
      if (x !== undefined) result.push(x);
      i += 1;
    } else if (x === undefined || y[0].key < x[0].key) {
      result.push(y);
      j += 1;
    } else {
      const exponent = addRational(x[1], y[1]);
      if (!isZero(exponent)) result.push([x[0], exponent]);
      i += 1;
      j += 1;
    }
  }
  return result;
}

function needsReducing([atom, exponent]: readonly [Atom, Rational]): boolean {
  if (atom.kind === "prime" || atom.kind === "base") return sign(exponent) < 0 || compare(exponent, one) >= 0;
  return atom.kind === "root" && compare(exponent, integer(atom.highest.length)) >= 0;
}

/** The summand after its atoms' relations have been applied. */
function reduce(summand: Summand, budget: Budget): Polynomial {
  budget.spend(summand.powers.length, "reducing powers");
  const index = summand.powers.findIndex(needsReducing);
  const found = summand.powers[index];
  if (found === undefined) return monomial(summand.coefficient, summand.powers);
  const [atom, exponent] = found;
  const others = monomial(summand.coefficient, [
    ...summand.powers.slice(0, index),
    ...summand.powers.slice(index + 1),
  ]);
  return product(others, reducedPower(atom, exponent, budget), budget);
}

function reducedPower(atom: Atom, exponent: Rational, budget: Budget): Polynomial {
  const whole = floor(exponent);
  const left = subtractRational(exponent, integer(whole));
  budget.spend(Number(whole < 0n ? -whole : whole), "raising to a power");
  if (atom.kind === "prime") {
    const factor = power(integer(atom.value), Number(whole));
    return isZero(left) ? constant(factor) : monomial(factor, [[atom, left]]);
  }
  if (atom.kind === "base" && whole >= 0n) {
    return product(wholePower(atom.of, Number(whole), budget), fromAtom(atom, left), budget);
  }
  if (atom.kind === "root") {
    const size = integer(atom.highest.length);
    const rest = fromAtom(atom, subtractRational(exponent, size));
    let highest = zeroPolynomial;
    for (const [i, coefficient] of atom.highest.entries()) {
      highest = sum(highest, scale(fromAtom(atom, integer(i)), coefficient));
    }
    return product(rest, highest, budget);
  }
  throw new Error(`bug: a negative power of a sum is a denominator: ${atom.key}`);
}

/** `p` multiplied with itself; `exponent` is at least 0. */
export function wholePower(p: Polynomial, exponent: number, budget: Budget): Polynomial {
  const single = singleOf(p);
  if (single !== undefined && single.powers.length === 0) {
    budget.spend(exponent, "raising to a power");
    return constant(power(single.coefficient, exponent));
  }
  let result = unit;
  let square = p;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = product(result, square, budget);
    if (left > 1) square = product(square, square, budget);
  }
  return result;
}

/** The largest positive number whose quotients all are whole, as in `6/5*x + 3*y` → `3/5`; 1 for zero. */
export function contentOf(p: Polynomial): Rational {
  if (p.size === 0) return one;
  let [num, den] = [0n, 1n];
  for (const { coefficient } of p.values()) {
    num = gcd(num, coefficient.num);
    den = lcm(den, coefficient.den);
  }
  return ratio(num, den);
}

/** The product of powers of positive atoms that leaves every summand without negative ones, and one without any. */
export function commonPowers(p: Polynomial): Powers {
  const atoms = new Map<string, Atom>();
  for (const { powers } of p.values()) {
    for (const [atom] of powers) if (atom.positive && isFree(atom)) atoms.set(atom.key, atom);
  }
  const result: (readonly [Atom, Rational])[] = [];
  for (const atom of atoms.values()) {
    const least = [...p.values()].map((one) => exponentOf(one.powers, atom)).reduce(min);
    if (!isZero(least)) result.push([atom, least]);
  }
  return result.sort(([a], [b]) => (a.key < b.key ? -1 : 1));
}

const exponentOf = (powers: Powers, atom: Atom): Rational =>
  powers.find(([other]) => other.key === atom.key)?.[1] ?? integer(0);

/** Whether any power of the atom, also a negative one, can stand in a product without a relation to apply. */
export const isFree = (atom: Atom): boolean =>
  atom.kind !== "prime" && atom.kind !== "base" && atom.kind !== "root";

/** The product of powers turned upside down. */
export const inversePowers = (powers: Powers): Powers =>
  powers.map(([atom, exponent]) => [atom, negateRational(exponent)] as const);

/** Whether two polynomials are the same sum. */
export function isSame(p: Polynomial, q: Polynomial): boolean {
  if (p.size !== q.size) return false;
  for (const [key, { coefficient }] of p) {
    const other = q.get(key);
    if (other === undefined || !equals(coefficient, other.coefficient)) return false;
  }
  return true;
}

/** Whether every summand is seen to be positive, and there is one. */
export const isSurelyPositive = (p: Polynomial): boolean =>
  p.size > 0 &&
  [...p.values()].every(
    ({ coefficient, powers }) => sign(coefficient) > 0 && powers.every(([atom]) => atom.positive),
  );
