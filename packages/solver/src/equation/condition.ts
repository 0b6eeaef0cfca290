import * as core from "@crux/core";
import { type Comparison, comparison, number, printComparison } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "../algebra/atoms.ts";
import { squarefree } from "../algebra/divide.ts";
import { logarithm } from "../algebra/kernel.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { surelyNonNegative, sureSign } from "../algebra/sign.ts";
import { sumToExpr } from "../algebra/to-expr.ts";
import type { Need, NeedRelation } from "./setting.ts";

/** The product of the factors compares with 0 like this. */
export type Condition = { readonly factors: readonly Polynomial[]; readonly relation: NeedRelation };

/** What a need comes down to: conditions that hold together exactly when it does; `false` when it never holds. */
export type Reduced = readonly Condition[] | false;

/** A need without its positive factors, roots, logarithms and exponentials, as far as that can be done. */
export function reduceNeed(atoms: Atoms, { of, relation }: Need): Reduced {
  const parts = partsOf(atoms, of);
  switch (relation) {
    case ">":
    case ">=":
      return reduceOrder(parts, relation, ratios.isZero(of));
    case "!=":
      if (ratios.isZero(of)) return false;
      return [...parts.odd, ...parts.even].map((factor) => ({ factors: [factor], relation }));
    case "=": {
      if (ratios.isZero(of)) return [];
      const factors = [...parts.odd, ...parts.even];
      return factors.length === 0 ? false : [{ factors, relation }];
    }
  }
}

function reduceOrder({ sign, odd, even }: Parts, relation: ">" | ">=", isZero: boolean): Reduced {
  if (isZero) return relation === ">=" ? [] : false;
  const apart: Condition[] =
    relation === ">" ? even.map((factor) => ({ factors: [factor], relation: "!=" })) : [];
  if (odd.length === 0)
    return sign > 0
      ? apart
      : relation === ">=" && even.length > 0
        ? [{ factors: even, relation: "=" }]
        : false;
  const [first, ...rest] = odd;
  const turned = sign > 0 || first === undefined ? odd : [poly.negate(first), ...rest];
  const squares = relation === ">=" ? even.flatMap((factor) => [factor, factor]) : [];
  return [{ factors: [...turned, ...squares], relation }, ...apart];
}

/** A sign and the factors of open sign, by whether they count an odd or an even number of times. */
type Parts = {
  readonly sign: 1 | -1;
  readonly odd: readonly Polynomial[];
  readonly even: readonly Polynomial[];
};

/** Takes the sign of a ratio apart. */
function partsOf(atoms: Atoms, r: Ratio): Parts {
  const num = squarefree(r.num, atoms.charge);
  const den = squarefree(r.den, atoms.charge);
  let sign: 1 | -1 = exact.sign(num.factor) * exact.sign(den.factor) < 0 ? -1 : 1;
  const odd = new Map<string, Polynomial>();
  const even = new Map<string, Polynomial>();
  const count = (p: Polynomial, times: number): void => {
    const [up, turned] = orient(p);
    if (turned && times % 2 !== 0) sign = sign === 1 ? -1 : 1;
    const key = poly.print(up);
    if (times % 2 === 0 || odd.delete(key)) even.set(key, up);
    else odd.set(key, up);
  };
  for (const { base, multiplicity } of [...num.factors, ...den.factors]) {
    const sure = sureSign(atoms, base);
    if (sure === 1 || sure === -1) {
      if (sure < 0 && multiplicity % 2 !== 0) sign = sign === 1 ? -1 : 1;
      continue;
    }
    const alike = alikeOf(atoms, base);
    if (alike === undefined) {
      count(base, multiplicity);
      continue;
    }
    const inner = partsOf(atoms, alike);
    if (inner.sign < 0 && multiplicity % 2 !== 0) sign = sign === 1 ? -1 : 1;
    for (const p of inner.odd) count(p, multiplicity);
    for (const p of inner.even) count(p, 2);
  }
  return { sign, odd: [...odd.values()], even: [...even.values()].filter((p) => !odd.has(poly.print(p))) };
}

/** The polynomial or its opposite, whichever has a positive leading coefficient. */
function orient(p: Polynomial): [Polynomial, boolean] {
  const lead = poly.leadingTerm(p);
  return lead !== undefined && exact.sign(lead.coefficient) < 0 ? [poly.negate(p), true] : [p, false];
}

/** A simpler ratio that has the same sign as `p` everywhere; undefined when there is none. */
export function alikeOf(atoms: Atoms, p: Polynomial): Ratio | undefined {
  return withoutLogs(atoms, p) ?? withoutRoot(atoms, p) ?? withoutExponentials(atoms, p);
}

const kindOf = (atoms: Atoms, atom: number): string => atomAt(atoms, atom).kind;

/** `a log P - b log Q` has the sign of `P^a - Q^b`. */
function withoutLogs(atoms: Atoms, p: Polynomial): Ratio | undefined {
  let out = ratios.one;
  const scale = exact.invert(poly.content(p));
  for (const { coefficient, monomial } of poly.termsOf(p)) {
    const [atom, exponent] = monomial;
    const what = atom === undefined ? undefined : atomAt(atoms, atom);
    if (what?.kind !== "log" || !what.oriented || exponent !== 1 || monomial.length !== 2) return undefined;
    const times = exact.multiply(coefficient, scale);
    if (!exact.isInteger(times) || exact.absolute(times).num > 24n) return undefined;
    out = ratios.multiply(atoms, out, ratios.power(atoms, ratios.fromPolynomial(what.of), Number(times.num)));
  }
  // every base is positive, and so is the denominator
  return ratios.fromPolynomial(poly.subtract(out.num, out.den));
}

/** `A*root + B` has the sign of `A^n*radicand - (-B)^n` where `A > 0` and `-B >= 0`, and the like. */
function withoutRoot(atoms: Atoms, p: Polynomial): Ratio | undefined {
  for (const atom of poly.atomsOf(p).reverse()) {
    const what = atomAt(atoms, atom);
    if (what.kind !== "root" || poly.degreeIn(p, atom) !== 1) continue;
    const [rest = poly.zero, part = poly.zero] = poly.coefficientsIn(p, atom);
    const up = sureSign(atoms, part);
    const relation = atoms.relations.get(atom);
    if (up === undefined || up === 0 || relation === undefined) continue;
    const [high, low] = up > 0 ? [part, poly.negate(rest)] : [poly.negate(part), rest];
    if (!surelyNonNegative(atoms, low)) continue;
    const raise = (q: Polynomial): Polynomial =>
      ratios.power(atoms, ratios.fromPolynomial(q), relation.step).num;
    const gap = poly.subtract(ratios.product(atoms, raise(high), relation.value), raise(low));
    return ratios.fromPolynomial(up > 0 ? gap : poly.negate(gap));
  }
  return undefined;
}

/** `P - Q`, both positive products with exponentials, has the sign of `log P - log Q`. */
function withoutExponentials(atoms: Atoms, p: Polynomial): Ratio | undefined {
  if (poly.length(p) !== 2 || !poly.atomsOf(p).some((atom) => kindOf(atoms, atom) === "exp"))
    return undefined;
  const plus = poly.collect(poly.termsOf(p).filter(({ coefficient }) => exact.sign(coefficient) > 0));
  const minus = poly.negate(poly.subtract(p, plus));
  if (sureSign(atoms, plus) !== 1 || sureSign(atoms, minus) !== 1) return undefined;
  return logarithm(atoms, ratios.ratio(atoms, plus, minus));
}

/** The conditions without those that are sure or that another one implies; `false` when two contradict each other. */
export function settleConditions(
  atoms: Atoms,
  conditions: readonly Condition[],
): readonly Condition[] | false {
  const kept = new Map<string, Condition>();
  for (const condition of conditions) kept.set(keyOf(condition), condition);
  for (const [key, condition] of [...kept].reverse()) {
    kept.delete(key);
    const others = [...kept.values()];
    if (condition.relation === "!=" && others.some((other) => excludesZero(other, condition))) continue;
    const truth = underFacts(atoms, others, () => truthOf(atoms, condition));
    if (truth === false) return false;
    if (truth === undefined) kept.set(key, condition);
  }
  const order = new Map(conditions.map((condition, i) => [keyOf(condition), i]));
  return [...kept.values()].sort((a, b) => (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0));
}

/** Whether a product that is not 0 holds the factor of a condition that it is not 0. */
const excludesZero = (other: Condition, { factors }: Condition): boolean =>
  (other.relation === ">" || other.relation === "!=") &&
  factors.every((factor) => other.factors.some((one) => poly.equals(orient(one)[0], orient(factor)[0])));

const keyOf = ({ factors, relation }: Condition): string =>
  `${relation} ${factors.map(poly.print).sort().join(" * ")}`;

/** Runs `task` while single-factor conditions count as facts. */
function underFacts<T>(atoms: Atoms, conditions: readonly Condition[], task: () => T): T {
  const before = atoms.facts.length;
  for (const { factors, relation } of conditions) {
    const [only, more] = factors;
    if (only === undefined || more !== undefined || relation === "!=") continue;
    atoms.facts.push({ of: only, strict: relation === ">" });
    if (relation === "=") atoms.facts.push({ of: poly.negate(only), strict: false });
  }
  try {
    return task();
  } finally {
    atoms.facts.length = before;
  }
}

/** Whether a condition surely holds or surely does not; undefined when neither is known. */
function truthOf(atoms: Atoms, { factors, relation }: Condition): boolean | undefined {
  const signs = factors.map((factor) => sureSign(atoms, factor));
  if (signs.some((sign) => sign === undefined)) {
    const [only, more] = factors;
    if (relation === ">=" && only !== undefined && more === undefined && surelyNonNegative(atoms, only))
      return true;
    if (
      relation === ">" &&
      only !== undefined &&
      more === undefined &&
      surelyNonNegative(atoms, poly.negate(only))
    )
      return false;
    return undefined;
  }
  const sign = signs.reduce<number>((all, one) => all * (one ?? 0), 1);
  return { ">": sign > 0, ">=": sign >= 0, "!=": sign !== 0, "=": sign === 0 }[relation];
}

/** The condition as a comparison without minus signs where it has one factor, else as a product compared with 0. */
export function toComparison(atoms: Atoms, { factors, relation }: Condition): Comparison {
  const [only, more] = factors;
  if (only !== undefined && more === undefined) {
    const [p, by] = relation === ">" || relation === ">=" ? [only, relation] : [orient(only)[0], relation];
    const plus = poly.collect(poly.termsOf(p).filter(({ coefficient }) => exact.sign(coefficient) > 0));
    const minus = poly.subtract(plus, p);
    const scaled = exact.invert(poly.content(p));
    const [left, right] = [poly.scale(plus, scaled), poly.scale(minus, scaled)].map((side) =>
      sumToExpr(atoms, side),
    );
    const [l, r] = [left ?? number(0), right ?? number(0)];
    return isNumberZero(l) || (poly.length(plus) > 0 && poly.atomsOf(plus).length === 0)
      ? comparison(r, turned(by), l)
      : comparison(l, by, r);
  }
  const product = factors.map((factor) => sumToExpr(atoms, factor)).reduce((a, b) => core.multiply(a, b));
  return comparison(product, relation, number(0));
}

const isNumberZero = (expr: core.Expr): boolean => expr.kind === "number" && exact.isZero(expr.value);

const turned = (relation: NeedRelation): core.Relation =>
  relation === ">" ? "<" : relation === ">=" ? "<=" : relation;

/** The condition as text. */
export const printCondition = (atoms: Atoms, condition: Condition): string =>
  printComparison(toComparison(atoms, condition));
