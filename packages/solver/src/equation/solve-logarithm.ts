import { must } from "@crux/core";
import * as exact from "@crux/core/exact";
import { atomAt } from "../algebra/atoms.ts";
import { exponential, logarithm } from "../algebra/kernel.ts";
import { type Monomial, pairsOf } from "../algebra/monomial.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { isPositiveAtom, sureSign, sureSignOfRatio } from "../algebra/sign.ts";
import type { Solving } from "../certificate/symbolic-proof.ts";
import { type Branch, dependentAtoms, type Need, type Setting, textOf, textOfRatio } from "./setting.ts";

type Inner = (setting: Setting, p: Polynomial, branch: Branch) => Solving;

/** Terms put together by the part in which the unknown occurs: each such part with its free coefficient. */
export function groupsOf(setting: Setting, p: Polynomial): { monomial: Monomial; coefficient: Polynomial }[] {
  const dependent = new Set(dependentAtoms(setting, p));
  const groups = new Map<string, { monomial: Monomial; terms: poly.Term[] }>();
  for (const { coefficient, monomial } of poly.termsOf(p)) {
    const pairs = pairsOf(monomial);
    const bound = pairs.filter(([atom]) => dependent.has(atom)).flat();
    const rest = pairs.filter(([atom]) => !dependent.has(atom)).flat();
    const group = groups.get(bound.join(",")) ?? { monomial: bound, terms: [] };
    group.terms.push({ coefficient, monomial: rest });
    groups.set(bound.join(","), group);
  }
  return [...groups.values()].map(({ monomial, terms }) => ({ monomial, coefficient: poly.collect(terms) }));
}

/** `a*P + b*Q = 0` for positive products `P` and `Q`: logarithms of both sides. */
export function solveTwoProducts(
  setting: Setting,
  p: Polynomial,
  branch: Branch,
  inner: Inner,
): Solving | undefined {
  const { atoms } = setting;
  const [first, second, more] = groupsOf(setting, p);
  if (first === undefined || second === undefined || more !== undefined) return undefined;
  const bound = [...pairsOf(first.monomial), ...pairsOf(second.monomial)];
  const kinds = bound.map(([atom]) => atomAt(atoms, atom).kind);
  if (!kinds.includes("exp") || kinds.includes("log") || kinds.includes("call")) return undefined;
  if (!bound.every(([atom]) => isPositiveAtom(atoms, atom))) return undefined;
  const value = ratios.negate(ratios.ratio(atoms, second.coefficient, first.coefficient));
  const sign = sureSignOfRatio(atoms, value);
  if (sign === -1 || sureSign(atoms, first.coefficient) === undefined) return undefined;
  const needs: Need[] = sign === 1 ? [] : [{ of: value, relation: ">" }];
  const [left, right] = [first, second].map(({ monomial }) =>
    ratios.fromPolynomial(poly.monomialOf(exact.one, monomial)),
  );
  const a = must(left, "a first product");
  const b = ratios.multiply(atoms, value, must(right, "a second product"));
  const difference = ratios.subtract(atoms, logarithm(atoms, a), logarithm(atoms, b));
  if (sureSign(atoms, difference.den) === undefined) return undefined;
  return {
    kind: "logarithm",
    exponential: true,
    scale: textOf(setting, first.coefficient),
    a: textOfRatio(setting, a),
    b: textOfRatio(setting, b),
    difference: textOf(setting, difference.num),
    by: inner(setting, difference.num, { ...branch, needs: [...branch.needs, ...needs] }),
  };
}

/** A sum of logarithms with coefficients in rational ratio to each other, plus something free: raised to a product. */
export function solveLogarithms(
  setting: Setting,
  p: Polynomial,
  branch: Branch,
  inner: Inner,
): Solving | undefined {
  const { atoms } = setting;
  const groups = groupsOf(setting, p);
  const logs = groups.filter(({ monomial }) => monomial.length > 0);
  const free = groups.find(({ monomial }) => monomial.length === 0)?.coefficient ?? poly.zero;
  const [first] = logs;
  if (first === undefined || sureSign(atoms, first.coefficient) === undefined) return undefined;
  const shares: { of: Polynomial; times: exact.Rational }[] = [];
  let twice = 1n;
  for (const { monomial, coefficient } of logs) {
    const [atom, exponent] = monomial;
    const what = atom === undefined ? undefined : atomAt(atoms, atom);
    const times = ratios.constantOf(ratios.ratio(atoms, coefficient, first.coefficient));
    if (what?.kind !== "log" || monomial.length !== 2 || exponent !== 1 || times === undefined)
      return undefined;
    // log |P| is half of log P^2
    if (!what.oriented) twice = 2n;
    shares.push({ of: what.of, times });
  }
  const den = twice * shares.reduce((all, { times }) => exact.lcm(all, times.den), 1n);
  if (den > 24n || shares.some(({ times }) => exact.absolute(times).num > 24n)) return undefined;
  const powers = (sign: number): Polynomial =>
    shares
      .filter(({ times }) => exact.sign(times) === sign)
      .reduce(
        (all, { of, times }) =>
          ratios.product(
            atoms,
            all,
            poly.power(of, Math.abs(Number((times.num * den) / times.den)), atoms.charge),
          ),
        poly.one,
      );
  const level = ratios.scale(ratios.ratio(atoms, poly.negate(free), first.coefficient), exact.integer(den));
  const factor = exponential(atoms, level);
  const a = ratios.fromPolynomial(powers(1));
  const b = ratios.multiply(atoms, factor, ratios.fromPolynomial(powers(-1)));
  const difference = ratios.subtract(atoms, a, b).num;
  return {
    kind: "logarithm",
    exponential: false,
    scale: textOf(setting, first.coefficient),
    a: textOfRatio(setting, a),
    b: textOfRatio(setting, b),
    difference: textOf(setting, difference),
    by: inner(setting, difference, branch),
  };
}

/** `log` of the only base of an exponential along a direction, times the slope of the direction: its rate in the unknown. */
export function rateOf(setting: Setting, atom: number): Ratio | undefined {
  const { atoms, x } = setting;
  const what = atomAt(atoms, atom);
  if (what.kind !== "exp" || (what.base !== "e" && dependentAtoms(setting, what.base).length > 0))
    return undefined;
  const [offset = poly.zero, slope, more] = poly.coefficientsIn(what.direction.num, x);
  if (slope === undefined || more !== undefined || !poly.isZero(offset)) return undefined;
  const free = [...poly.atomsOf(slope), ...poly.atomsOf(what.direction.den)];
  if (free.some((one) => dependentAtoms(setting, poly.atomPower(one)).length > 0)) return undefined;
  const along = ratios.scale(
    ratios.ratio(atoms, slope, what.direction.den),
    exact.ratio(1n, BigInt(what.degree)),
  );
  return what.base === "e"
    ? along
    : ratios.multiply(atoms, along, logarithm(atoms, ratios.fromPolynomial(what.base)));
}
