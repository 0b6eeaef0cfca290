import {
  type Budget,
  type Expr,
  subtract as makeDifference,
  number,
  printExpr,
  type Rational,
} from "@crux/core";
import {
  absolute,
  add,
  bitLength,
  compare,
  max,
  min,
  printRational,
  sign,
  simplestBetween,
  subtract,
  toDecimal,
} from "@crux/core/exact";
import type { Value } from "../query/answer.ts";
import {
  type Algebraic,
  compareAlgebraic,
  narrowed,
  type RationalReal,
  signOfPolynomialAt,
  signOnRange,
  simplestInside,
} from "./algebraic.ts";
import { algebraicForm } from "./algebraic-form.ts";
import { isExact, type RootInterval } from "./descartes.ts";
import type { IntegerPolynomial } from "./integer-polynomial.ts";
import { isZeroNumber } from "./smooth.ts";

/**
 * A real number known without rounding: a fraction, a root of a polynomial, or any other number that can be enclosed
 * as narrowly as wanted.
 */
export type Real = RationalReal | Algebraic | Located;

/** A number that is neither known to be rational nor kept as a root of a polynomial. */
export type Located = {
  readonly kind: "located";
  /** A formula without unknowns that is this number, if there is one. */
  readonly exact: Expr | null;
  /** Equal keys mean equal numbers; different keys say nothing. */
  readonly key: string;
  /** An interval that holds the number and no other root of the equation it comes from; null for a closed form. */
  readonly isolating: RootInterval | null;
  /** An interval around the number, at most `2^-bits` wide. */
  readonly enclose: (bits: number, budget: Budget) => RootInterval;
};

/** The exact fraction as a real number. */
export const rationalReal = (value: Rational): Real => ({ kind: "rational", value });

/** An interval around the number that is at most `2^-bits` wide; its ends are equal only if they are the number. */
export function encloseReal(x: Real, bits: number, budget: Budget): RootInterval {
  switch (x.kind) {
    case "rational":
      return { low: x.value, high: x.value };
    case "algebraic":
      return narrowed(x, bits, budget);
    case "located":
      return x.enclose(bits, budget);
  }
}

/** Finer enclosures than this are not tried to tell two numbers apart. */
const FINEST = 2048;

/** Sign of `a - b`; "undecided" only where a number that is not algebraic seems to equal another one. */
export function compareReals(a: Real, b: Real, budget: Budget): -1 | 0 | 1 | "undecided" {
  if (a === b) return 0;
  if (a.kind !== "located" && b.kind !== "located") return compareAlgebraic(a, b, budget);
  if (a.kind === "located" && b.kind === "located" && a.key === b.key) return 0;
  for (let bits = 32; bits <= FINEST; bits *= 4) {
    budget.spend(bits, "comparing numbers");
    const [one, other] = [encloseReal(a, bits, budget), encloseReal(b, bits, budget)];
    if (compare(one.high, other.low) < 0) return -1;
    if (compare(other.high, one.low) < 0) return 1;
    if (isExact(one) && isExact(other)) return compare(one.low, other.low);
    if (bits === 128 && haveEqualForms(a, b, budget)) return 0;
  }
  return "undecided";
}

/** Whether the closed forms of two numbers are seen to be equal. */
function haveEqualForms(a: Real, b: Real, budget: Budget): boolean {
  const [one, other] = [closedForm(a, budget), closedForm(b, budget)];
  return one !== null && other !== null && isZeroNumber(makeDifference(one, other), budget);
}

/** Sign of a polynomial at the number; "undecided" only where it seems to vanish at one that is not algebraic. */
export function signOfPolynomial(p: IntegerPolynomial, x: Real, budget: Budget): -1 | 0 | 1 | "undecided" {
  if (x.kind !== "located") return signOfPolynomialAt(p, x, budget);
  for (let bits = 32; bits <= FINEST; bits *= 4) {
    budget.spend(p.length + bits, "finding the sign of a polynomial at a root");
    const { low, high } = x.enclose(bits, budget);
    const sign = signOnRange(p, low, high, bits);
    if (sign !== 0) return sign;
  }
  return "undecided";
}

/** A simple rational strictly between two different numbers, the smaller first; a missing end is infinite. */
export function simplestBetweenReals(
  low: Real | undefined,
  high: Real | undefined,
  budget: Budget,
): Rational {
  for (let bits = 2; ; bits *= 2) {
    const from = low === undefined ? undefined : encloseReal(low, bits, budget).high;
    const to = high === undefined ? undefined : encloseReal(high, bits, budget).low;
    const between = simplestInside(from, to);
    if (between !== undefined) return between;
  }
}

/** `digits` correct significant digits of the number: both ends of an enclosure round to them. */
export function decimalOf(x: Real, digits: number, budget: Budget): string {
  if (x.kind === "rational") return toDecimal(x.value, digits);
  for (let bits = Math.ceil(digits * 3.33) + 10; ; bits += 64 + (bits >> 1)) {
    const { low, high } = encloseReal(x, bits, budget);
    if (sign(low) === 0 || sign(low) !== sign(high)) continue;
    const [one, other] = [toDecimal(low, digits), toDecimal(high, digits)];
    if (one === other) return one;
  }
}

/** Two short rationals that enclose the number and no other root of its equation, about one part in a million apart. */
export function isolatingOf(x: Real, budget: Budget): readonly [Rational, Rational] {
  const outer = x.kind === "located" ? x.isolating : x.kind === "algebraic" ? x.at : null;
  let bits = 24;
  let narrow = encloseReal(x, bits, budget);
  if (!isExact(narrow)) {
    bits += Math.max(0, bitLength(narrow.high.den) - bitLength(absolute(narrow.high).num));
    narrow = encloseReal(x, bits, budget);
  }
  const slack = { num: 1n, den: 1n << BigInt(bits) };
  const low = subtract(narrow.low, slack);
  const high = add(narrow.high, slack);
  return [
    simplestBetween(outer === null ? low : max(low, outer.low), narrow.low),
    simplestBetween(narrow.high, outer === null ? high : min(high, outer.high)),
  ];
}

/** The number as it goes out: closed form where there is one, 30 digits, and an interval where there is none. */
export function toValue(x: Real, budget: Budget): Value {
  if (x.kind === "rational") return { exact: printRational(x.value), decimal: toDecimal(x.value, 30) };
  const exact = closedForm(x, budget);
  const decimal = decimalOf(x, 30, budget);
  if (exact !== null) return { exact: printExpr(exact), decimal };
  const [low, high] = isolatingOf(x, budget);
  return { exact: null, decimal, isolating: [printRational(low), printRational(high)] };
}

/** A formula without unknowns that is the number; null where none is known. */
export function closedForm(x: Real, budget: Budget): Expr | null {
  switch (x.kind) {
    case "rational":
      return number(x.value);
    case "algebraic":
      return algebraicForm(x, budget);
    case "located":
      return x.exact;
  }
}
