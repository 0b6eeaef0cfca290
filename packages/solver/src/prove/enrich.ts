import * as core from "@crux/core";
import { type Budget, evaluate } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "../algebra/atoms.ts";
import { gcd } from "../algebra/divide.ts";
import { divideExactly } from "../algebra/divide-exactly.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { polynomialToExpr } from "../algebra/to-expr.ts";
import { isNumber, sureSign } from "./kinds.ts";
import {
  addKnown,
  baseMonotone,
  exponentMonotone,
  exponentOf,
  expTangent,
  type LogSum,
  logSum,
  logTangent,
  powerTangent,
  productsOf,
} from "./known.ts";
import { withMeans } from "./means.ts";
import { clearDenominators, signOf } from "./signs.ts";
import {
  afterCase,
  branchOf,
  derive,
  factFor,
  type Known,
  plainTerm,
  type State,
  withPositiveAtoms,
} from "./state.ts";

/** Most atoms of one kind whose pairs are looked at. */
const MOST = 5;

/** Whether the facts are about more than unknowns and their products. */
export const isRich = (state: State): boolean =>
  atomsOf(state).some((atom) => atomAt(state.atoms, atom).kind !== "unknown");

const atomsOf = (state: State): number[] => [
  ...new Set(state.facts.flatMap((fact) => poly.atomsOf(fact.poly))),
];

/** Adds what is known about the roots, logarithms, powers and numbers that occur in the facts. */
export function enrich(state: State, budget: Budget): State {
  let out = withMeans(withSquares(exponentiated(state, budget), budget), budget);
  const atoms = atomsOf(out);
  out = withRoots(out, atoms);
  out = withNumbers(out, atoms);
  out = withLogs(out, atoms, budget);
  out = withExponentials(out, atoms, budget);
  out = withPowers(out, atoms, budget);
  return withPositiveAtoms(clearDenominators(out, budget));
}

const single = (p: Polynomial): Ratio => ratios.fromPolynomial(p);

/** Roots are not negative, and sizes are at least what they are the size of. */
function withRoots(state: State, some: readonly number[]): State {
  let out = state;
  for (const atom of some) {
    const what = atomAt(state.atoms, atom);
    if (what.kind !== "root") continue;
    const of = factFor(out, what.of, false);
    const text = core.printExpr(polynomialToExpr(state.atoms, what.of));
    if (of !== undefined)
      out = addKnown(out, single(poly.atomPower(atom)), ">=", {
        kind: "power-sign",
        u: text,
        p: `1/${what.degree}`,
        given: [of.number],
      }).state;
  }
  return out;
}

/** Numbers that are not rational lie between two that are. */
function withNumbers(state: State, some: readonly number[]): State {
  let out = state;
  for (const atom of some) {
    if (!isNumber(state.atoms, atom)) continue;
    const p = poly.atomPower(atom);
    const worth = evaluate(polynomialToExpr(state.atoms, p), new Map(), 64);
    if (worth.kind !== "enclosed") continue;
    const low = exact.toRational(worth.range.low);
    const high = exact.toRational(worth.range.high);
    const near = exact.multiply(exact.absolute(low), exact.ratio(1n, 1_000_000n));
    const below = exact.simplestBetween(exact.subtract(low, near), low);
    const above = exact.simplestBetween(high, exact.add(high, near));
    out = derive(out, poly.subtract(p, poly.constant(below)), ">", { kind: "number" });
    out = derive(out, poly.subtract(poly.constant(above), p), ">", { kind: "number" });
  }
  return out;
}

function withLogs(state: State, some: readonly number[], budget: Budget): State {
  const logs = some.flatMap((atom) => {
    const what = atomAt(state.atoms, atom);
    return what.kind === "log" && !isNumber(state.atoms, atom) ? [what.of] : [];
  });
  let out = state;
  const list = [poly.one, ...logs.slice(0, MOST)];
  for (const [i, a] of list.entries())
    for (const b of list.slice(i + 1)) {
      out = logTangent(out, ratios.divide(state.atoms, single(a), single(b)), budget);
      out = logTangent(out, ratios.divide(state.atoms, single(b), single(a)), budget);
      out = withLogOrder(out, a, b, budget);
    }
  return out;
}

/** The larger of two arguments has the larger logarithm. */
function withLogOrder(state: State, a: Polynomial, b: Polynomial, budget: Budget): State {
  const gap = signOf(state, poly.subtract(b, a), budget);
  if (gap === null) return state;
  const weights = gap.sign > 0 ? [-1n, 1n] : [1n, -1n];
  const parts = [a, b].flatMap((of, i) => (poly.isOne(of) ? [] : [{ weight: weights[i] ?? 0n, of }]));
  return logSum(gap.state, parts, gap.number, ">", budget)?.state ?? state;
}

/** Exponentials of one base: tangents, and the order of the exponents. */
function withExponentials(state: State, some: readonly number[], budget: Budget): State {
  const { atoms } = state;
  const byBase = new Map<string, { base: Ratio; isE: boolean; exponents: Ratio[] }>();
  for (const atom of some) {
    const what = atomAt(atoms, atom);
    const exponent = exponentOf(atoms, atom);
    if (what.kind !== "exp" || exponent === null || isNumber(atoms, atom)) continue;
    const isE = what.base === "e";
    const base = what.base === "e" ? null : what.base;
    const key = base === null ? "e" : poly.print(base);
    const group = byBase.get(key) ?? { base: single(base ?? poly.one), isE, exponents: [ratios.zero] };
    if (group.exponents.length <= MOST) group.exponents.push(exponent);
    byBase.set(key, group);
  }
  let out = state;
  for (const { base, isE, exponents } of byBase.values())
    for (const [i, p] of exponents.entries())
      for (const q of exponents.slice(i + 1)) {
        const gap = ratios.subtract(atoms, q, p);
        if (isE) {
          out = expTangent(out, gap, budget);
          out = expTangent(out, ratios.negate(gap), budget);
          continue;
        }
        out = exponentMonotone(out, base, p, q, budget);
        out = exponentMonotone(out, base, q, p, budget);
        if (ratios.constantOf(base) === undefined) continue;
        out = powerTangent(out, base, gap, budget);
        out = powerTangent(out, base, ratios.negate(gap), budget);
      }
  return out;
}

/** Powers of several bases with one exponent: tangents of quotients, order of bases, and against the first power. */
function withPowers(state: State, some: readonly number[], budget: Budget): State {
  const { atoms } = state;
  const byExponent = new Map<string, { exponent: Ratio; bases: Polynomial[] }>();
  for (const atom of some) {
    const what = atomAt(atoms, atom);
    const exponent = exponentOf(atoms, atom);
    if (what.kind !== "exp" || exponent === null || what.base === "e") continue;
    const key = `${poly.print(exponent.num)} / ${poly.print(exponent.den)}`;
    const group = byExponent.get(key) ?? { exponent, bases: [poly.one] };
    if (group.bases.length <= MOST) group.bases.push(what.base);
    byExponent.set(key, group);
  }
  let out = state;
  for (const { exponent, bases } of byExponent.values())
    for (const [i, a] of bases.entries())
      for (const b of bases.slice(i + 1)) {
        const [u, v] = [single(a), single(b)];
        for (const quotient of [ratios.divide(atoms, u, v), ratios.divide(atoms, v, u)]) {
          out = powerTangent(out, quotient, exponent, budget);
          const level = atOnes(quotient);
          if (level !== null && !exact.isOne(level))
            out = powerTangent(out, ratios.scale(quotient, exact.invert(level)), exponent, budget);
          out = exponentMonotone(out, quotient, ratios.one, exponent, budget);
          out = exponentMonotone(out, quotient, exponent, ratios.one, budget);
        }
        out = baseMonotone(out, u, v, exponent, budget);
        out = baseMonotone(out, v, u, exponent, budget);
      }
  return out;
}

/** Times by which sums of roots are squared, one after the other. */
const SQUARINGS = 3;

/** Facts `a - b > 0` between sums of positive terms, also as `a^2 - b^2 > 0`, so that roots go away. */
function withSquares(state: State, budget: Budget): State {
  let out = state;
  for (const fact of state.facts) {
    let current: Known | undefined = fact;
    for (let round = 0; round < SQUARINGS && current !== undefined; round += 1) {
      const next = squared(out, current, budget);
      if (next === null) break;
      out = next;
      current = out.facts[out.facts.length - 1];
    }
  }
  return out;
}

function squared(state: State, { poly: p, number, relation }: Known, budget: Budget): State | null {
  const { atoms } = state;
  const hasRoot = poly.atomsOf(p).some((atom) => {
    const what = atomAt(atoms, atom);
    return what.kind === "root" && poly.constantOf(what.of) === undefined;
  });
  if (!hasRoot || (relation !== ">" && relation !== ">=") || poly.length(p) > 12) return null;
  const sum = poly.collect(
    poly
      .termsOf(p)
      .map(({ coefficient, monomial }) => ({ coefficient: exact.absolute(coefficient), monomial })),
  );
  if (poly.equals(sum, p) || sureSign(atoms, sum) !== 1) return null;
  const whole = derive(state, sum, ">", { kind: "sure" });
  const terms = [plainTerm([number, state.count])];
  budget.spend(poly.length(p) ** 2, "squaring");
  return derive(whole, ratios.product(atoms, p, sum), relation, { kind: "sum", terms });
}

/** The value of a quotient where every atom is 1; null if that is 0 or undefined. */
function atOnes({ num, den }: Ratio): exact.Rational | null {
  const sum = (p: Polynomial): exact.Rational =>
    poly.termsOf(p).reduce((all, { coefficient }) => exact.add(all, coefficient), exact.zero);
  const [top, bottom] = [sum(num), sum(den)];
  return exact.sign(top) * exact.sign(bottom) > 0 ? exact.divide(top, bottom) : null;
}

/** For each fact that is a sum of multiples of logarithms: what it says of the products. */
function exponentiated(state: State, budget: Budget): State {
  let out = state;
  for (const fact of state.facts) out = exponentiate(out, fact, budget) ?? out;
  return out;
}

function exponentiate(state: State, fact: Known, budget: Budget): State | null {
  const sum = logSumOf(state.atoms, fact.poly);
  if (sum === null || (fact.relation !== ">" && fact.relation !== ">=")) return null;
  const scale = signOf(state, sum.factor, budget);
  if (scale === null) return null;
  const parts = scale.sign > 0 ? sum.parts : sum.parts.map(({ weight, of }) => ({ weight: -weight, of }));
  const [up, down] = productsOf(state.atoms, parts);
  const gap = poly.subtract(up, down);
  // if the products were the other way round, so would be the sum of logarithms
  const other = branchOf(scale.state, gap, fact.relation === ">" ? "<=" : "<");
  const turned = parts.map(({ weight, of }) => ({ weight: -weight, of }));
  const sumOfLogs = logSum(other, turned, scale.state.count, fact.relation === ">" ? ">=" : ">", budget);
  if (sumOfLogs === null) return null;
  const product = plainTerm(
    [scale.number, sumOfLogs.number],
    exact.printRational(exact.divide(sum.size, scale.size)),
  );
  const closed = sumOfLogs.state.finish({ kind: "identity", terms: [plainTerm([fact.number]), product] });
  return afterCase(scale.state, gap, fact.relation, closed);
}

/** `p = size * factor * sum of whole weights times logarithms`; null if it is not of that form. `size` is positive. */
function logSumOf(
  atoms: Atoms,
  p: Polynomial,
): { readonly size: exact.Rational; readonly factor: Polynomial; readonly parts: LogSum } | null {
  const logs = poly.atomsOf(p).filter((atom) => atomAt(atoms, atom).kind === "log");
  let rest = p;
  let factor = poly.zero;
  const slopes: { slope: Polynomial; of: Polynomial }[] = [];
  for (const atom of logs) {
    const [below = poly.zero, slope = poly.zero, more] = poly.coefficientsIn(rest, atom);
    const what = atomAt(atoms, atom);
    if (more !== undefined || what.kind !== "log") return null;
    if (poly.atomsOf(slope).some((other) => logs.includes(other))) continue;
    slopes.push({ slope, of: what.of });
    factor = gcd(factor, slope, atoms.charge);
    rest = below;
  }
  if (!poly.isZero(rest) || slopes.length === 0) return null;
  const weights: exact.Rational[] = [];
  for (const { slope } of slopes) {
    const weight = poly.constantOf(divideExactly(slope, factor, atoms.charge) ?? poly.zero);
    const value = weight ?? poly.constantOf(poly.zero);
    if (weight === undefined || value === undefined || exact.isZero(weight)) return null;
    weights.push(weight);
  }
  const common = weights.reduce((all, { den }) => exact.lcm(all, den), 1n);
  const parts = slopes.map(({ of }, i) => {
    const weight = weights[i] ?? exact.zero;
    return { weight: weight.num * (common / weight.den), of };
  });
  if (parts.some(({ weight }) => exact.abs(weight) > 12n)) return null;
  return { size: exact.ratio(1n, common), factor, parts };
}
