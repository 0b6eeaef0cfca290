import {
  add,
  call,
  differentiate,
  type Expr,
  multiply,
  number,
  power,
  type Rational,
  unknownsOf,
} from "@crux/core";
import * as q from "@crux/core/exact";
import { type Atoms, atomAt, dependsOn } from "../algebra/atoms.ts";
import { type Monomial, pairsOf } from "../algebra/monomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { writePolynomial, writeRatio } from "./short-form.ts";

/** A summand of a sum of kernels: a constant times a product of powers of atoms that depend on the unknown. */
export type Summand = { readonly constant: poly.Polynomial; readonly kernels: Monomial };

/** The terms of a polynomial in atoms, those with the same dependence on atom `x` added up. */
export function summandsOf(atoms: Atoms, p: poly.Polynomial, x: number): Summand[] {
  const groups = new Map<string, Summand>();
  for (const { coefficient, monomial } of poly.termsOf(p)) {
    const pairs = pairsOf(monomial);
    const kernels = pairs.filter(([atom]) => dependsOn(atoms, atom, x)).flat();
    const constant = poly.monomialOf(
      coefficient,
      pairs.filter(([atom]) => !dependsOn(atoms, atom, x)).flat(),
    );
    const key = kernels.join(",");
    const old = groups.get(key);
    groups.set(key, { constant: old === undefined ? constant : poly.add(old.constant, constant), kernels });
  }
  return [...groups.values()];
}

/** A summand as a formula. */
export const summandExpr = (atoms: Atoms, { constant, kernels }: Summand): Expr =>
  writePolynomial(atoms, poly.multiply(constant, poly.monomialOf(q.one, kernels)));

/**
 * How fast products of kernels grow: `x * (log k)'` is `power + x * slope + rest`, where `slope` is a sum of
 * constants. Written so that its range tells its sign near 0 or near infinity.
 */
export type Rate = {
  readonly power: Rational;
  readonly slopes: readonly Expr[];
  readonly rest: readonly Expr[];
};

/** Growth of the quotient of two products of kernels; undefined where a kernel has no simple growth. */
export function growthOfQuotient(
  atoms: Atoms,
  of: Monomial,
  by: Monomial,
  x: number,
  unknown: Expr,
  end: "zero" | "oo",
): Expr | undefined {
  const exponents = new Map<number, number>(pairsOf(of).map(([atom, n]) => [atom, n]));
  for (const [atom, n] of pairsOf(by)) exponents.set(atom, (exponents.get(atom) ?? 0) - n);
  let total: Rate = { power: q.zero, slopes: [], rest: [] };
  for (const [atom, n] of exponents) {
    if (n === 0) continue;
    const rate = growthOfAtom(atoms, atom, x, unknown, end);
    if (rate === undefined) return undefined;
    const times = (expr: Expr): Expr => multiply(number(n), expr);
    total = {
      power: q.add(total.power, q.multiply(q.integer(n), rate.power)),
      slopes: [...total.slopes, ...rate.slopes.map(times)],
      rest: [...total.rest, ...rate.rest.map(times)],
    };
  }
  return rateExpr(total, unknown);
}

function rateExpr({ power: constant, slopes, rest }: Rate, unknown: Expr): Expr {
  const parts: Expr[] = [];
  if (!q.isZero(constant)) parts.push(number(constant));
  if (slopes.length > 0) parts.push(multiply(unknown, slopes.reduce(add)));
  parts.push(...rest);
  return parts.length === 0 ? number(0) : parts.reduce(add);
}

const none: Rate = { power: q.zero, slopes: [], rest: [] };

function growthOfAtom(
  atoms: Atoms,
  atom: number,
  x: number,
  unknown: Expr,
  end: "zero" | "oo",
): Rate | undefined {
  const what = atomAt(atoms, atom);
  if (atom === x) return { ...none, power: q.one };
  switch (what.kind) {
    case "exp": {
      const base = what.base === "e" ? number(1) : call("log", writePolynomial(atoms, what.base));
      const direction = writeRatio(atoms, what.direction);
      const name = unknown.kind === "symbol" ? unknown.name : "";
      const slope = differentiate(direction, name);
      if (
        slope === undefined ||
        (what.base !== "e" && poly.atomsOf(what.base).some((a) => dependsOn(atoms, a, x)))
      )
        return undefined;
      const scaled = multiply(multiply(number(q.ratio(1n, BigInt(what.degree))), slope), base);
      const isConstant = unknownsOf(slope).length === 0;
      return isConstant ? { ...none, slopes: [scaled] } : { ...none, rest: [multiply(unknown, scaled)] };
    }
    case "root": {
      const inner = growthOfPolynomial(atoms, what.of, x, unknown, end);
      const share = number(q.ratio(1n, BigInt(what.degree)));
      return (
        inner && {
          power: q.divide(inner.power, q.integer(what.degree)),
          slopes: inner.slopes.map((one) => multiply(share, one)),
          rest: inner.rest.map((one) => multiply(share, one)),
        }
      );
    }
    case "log": {
      const inner = growthOfPolynomial(atoms, what.of, x, unknown, end);
      if (inner === undefined) return undefined;
      const log = call("log", writePolynomial(atoms, what.of));
      return { ...none, rest: [multiply(rateExpr(inner, unknown), power(log, number(-1)))] };
    }
    default:
      return undefined;
  }
}

/** `x * p' / p` for a polynomial in the unknown with constant coefficients, arranged around its leading end. */
function growthOfPolynomial(
  atoms: Atoms,
  p: poly.Polynomial,
  x: number,
  unknown: Expr,
  end: "zero" | "oo",
): Rate | undefined {
  const coefficients = poly.coefficientsIn(p, x);
  if (coefficients.some((c) => poly.atomsOf(c).some((atom) => dependsOn(atoms, atom, x)))) return undefined;
  const present = [...coefficients.keys()].filter((i) => !poly.isZero(coefficients[i] ?? poly.zero));
  const pivot = end === "oo" ? Math.max(...present) : Math.min(...present);
  const summand = (i: number, factor: number): Expr =>
    multiply(
      multiply(number(factor), writePolynomial(atoms, coefficients[i] ?? poly.zero)),
      power(unknown, number(i - pivot)),
    );
  if (present.length === 1) return { ...none, power: q.integer(pivot) };
  const others = present.filter((i) => i !== pivot);
  const top = others.map((i) => summand(i, i - pivot)).reduce(add);
  const bottom = [
    writePolynomial(atoms, coefficients[pivot] ?? poly.zero),
    ...others.map((i) => summand(i, 1)),
  ].reduce(add);
  return { ...none, power: q.integer(pivot), rest: [multiply(top, power(bottom, number(-1)))] };
}
