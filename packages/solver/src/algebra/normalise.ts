import { type Expr, must, nameOf, unreachable } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, callAtom, piAtom, unknownAtom } from "./atoms.ts";
import { absolute, exponential, logarithm, rationalPower, symbolicPower, wholePower } from "./kernel.ts";
import * as poly from "./polynomial.ts";
import type { Ratio } from "./ratio.ts";
import * as ratios from "./ratio.ts";
import { surelyNonNegative, sureSignOfRatio } from "./sign.ts";
import { Undecided, Undefined } from "./undecided.ts";

/** What must hold of a part of a formula for the whole to be defined; `of` is the part before anything cancels. */
export type Requirement = {
  readonly value: Ratio;
  readonly sign: "nonzero" | "positive" | "nonnegative";
  /** The part as it was written: a denominator, an argument of a logarithm, a base of a fractional power. */
  readonly of: Expr;
};

/** A formula in normal form, and where it is defined; requirements that positivity settles are left out. */
export type Normal = { readonly value: Ratio; readonly requires: readonly Requirement[] };

/**
 * The normal form of a formula. Throws `Undefined` when it is defined nowhere, `Undecided` when it is
 * beyond the algebra, `Spent` when the budget is.
 */
export function normalise(expr: Expr, atoms: Atoms): Normal {
  const requires: Requirement[] = [];
  const value = read(expr, atoms, requires);
  return { value, requires };
}

function read(expr: Expr, atoms: Atoms, requires: Requirement[]): Ratio {
  atoms.charge(1);
  switch (expr.kind) {
    case "number":
      return ratios.fromRational(expr.value);
    case "constant":
      return expr.name === "pi"
        ? ratios.fromPolynomial(poly.atomPower(piAtom(atoms)))
        : exponential(atoms, ratios.one);
    case "symbol":
    case "cost":
      return ratios.fromPolynomial(
        poly.atomPower(unknownAtom(atoms, must(nameOf(expr), "an unknown has a name"))),
      );
    case "negate":
      return ratios.negate(read(expr.of, atoms, requires));
    case "add":
      return ratios.add(atoms, read(expr.left, atoms, requires), read(expr.right, atoms, requires));
    case "subtract":
      return ratios.subtract(atoms, read(expr.left, atoms, requires), read(expr.right, atoms, requires));
    case "multiply":
      return ratios.multiply(atoms, read(expr.left, atoms, requires), read(expr.right, atoms, requires));
    case "divide": {
      const den = read(expr.right, atoms, requires);
      require(atoms, requires, { value: den, sign: "nonzero", of: expr.right });
      return ratios.divide(atoms, read(expr.left, atoms, requires), den);
    }
    case "power":
      return readPower(expr.left, expr.right, atoms, requires);
    case "call":
      return readCall(expr, atoms, requires);
    default:
      return unreachable(expr);
  }
}

/** Notes a requirement unless positivity settles it; throws `Undefined` when it can never hold. */
function require(atoms: Atoms, requires: Requirement[], one: Requirement): void {
  const sign = sureSignOfRatio(atoms, one.value);
  if (sign === undefined && one.sign === "nonnegative" && isSurelyNonNegative(atoms, one.value)) return;
  const holds = { nonzero: sign !== 0, positive: sign === 1, nonnegative: sign !== -1 }[one.sign];
  if (sign === undefined) requires.push(one);
  else if (!holds)
    throw new Undefined(
      one.sign === "nonzero" ? "division by 0" : "a root or logarithm of a negative number",
    );
}

const isSurelyNonNegative = (atoms: Atoms, { num, den }: Ratio): boolean =>
  surelyNonNegative(atoms, ratios.product(atoms, num, den));

function readPower(base: Expr, exponent: Expr, atoms: Atoms, requires: Requirement[]): Ratio {
  const of = read(base, atoms, requires);
  const by = read(exponent, atoms, requires);
  const value = ratios.constantOf(by);
  if (value === undefined) {
    require(atoms, requires, { value: of, sign: "positive", of: base });
    return symbolicPower(atoms, of, by);
  }
  if (exact.isInteger(value)) {
    if (exact.sign(value) < 0) require(atoms, requires, { value: of, sign: "nonzero", of: base });
    return wholePower(atoms, of, Number(value.num));
  }
  require(atoms, requires, { value: of, sign: exact.sign(value) < 0 ? "positive" : "nonnegative", of: base });
  return rationalPower(atoms, of, value);
}

function readCall(expr: Expr & { kind: "call" }, atoms: Atoms, requires: Requirement[]): Ratio {
  const written = must(expr.args[0], "a function has an argument");
  if (expr.name === "root") throw new Undecided("a root of a polynomial by number is beyond the algebra");
  const args = expr.args.map((arg) => read(arg, atoms, requires));
  const first = must(args[0], "a function has an argument");
  switch (expr.name) {
    case "sqrt":
      require(atoms, requires, { value: first, sign: "nonnegative", of: written });
      return rationalPower(atoms, first, exact.ratio(1n, 2n));
    case "log":
    case "ln":
    case "log2": {
      require(atoms, requires, { value: first, sign: "positive", of: written });
      const value = logarithm(atoms, first);
      return expr.name === "log2"
        ? ratios.divide(atoms, value, logarithm(atoms, ratios.fromRational(exact.integer(2))))
        : value;
    }
    case "exp":
      return exponential(atoms, first);
    case "abs":
      return size(atoms, first);
    case "min":
    case "max":
      return args.slice(1).reduce((best, next) => extreme(atoms, expr.name === "max", best, next), first);
    case "lambertw":
      return ratios.fromPolynomial(poly.atomPower(callAtom(atoms, "lambertw", args)));
  }
}

const size = (atoms: Atoms, value: Ratio): Ratio =>
  ratios.ratio(atoms, absolute(atoms, value.num), absolute(atoms, value.den));

/** `max(a, b) = (a + b + |a - b|) / 2`, and the same with a minus for `min`. */
function extreme(atoms: Atoms, largest: boolean, a: Ratio, b: Ratio): Ratio {
  const gap = size(atoms, ratios.subtract(atoms, a, b));
  const both = ratios.add(atoms, a, b);
  const twice = largest ? ratios.add(atoms, both, gap) : ratios.subtract(atoms, both, gap);
  return ratios.scale(twice, exact.ratio(1n, 2n));
}
