import * as exact from "@crux/core/exact";
import type { Atoms } from "../algebra/atoms.ts";
import { divideExactly } from "../algebra/divide-exactly.ts";
import { factorsOf } from "../algebra/factors.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { sureSign } from "../algebra/sign.ts";
import { type Alike, alikeOf } from "./alike.ts";
import type { Need, NeedRelation } from "./setting.ts";

/** The product of the factors compares with 0 like this. */
export type Condition = { readonly factors: readonly Polynomial[]; readonly relation: NeedRelation };

/** How the sign of an expression comes about: that of the unit times those of the factors. */
export type SignParts = {
  readonly unit: Ratio;
  /** The sign of the unit, told factor by factor: multiplied out it may be harder to see. */
  readonly unitSign: -1 | 1;
  readonly factors: readonly {
    readonly of: Polynomial;
    readonly times: number;
    readonly like: { readonly rule: Alike["rule"]; readonly parts: SignParts } | null;
  }[];
};

/** Takes the sign of a ratio apart, without positive factors, roots, logarithms and exponentials as far as that goes. */
export function signParts(atoms: Atoms, r: Ratio): SignParts {
  const num = factorsOf(atoms, r.num);
  const den = factorsOf(atoms, r.den);
  const number = exact.divide(num.factor, den.factor);
  let unit = ratios.fromRational(number);
  let unitSign: -1 | 1 = exact.sign(number) < 0 ? -1 : 1;
  const factors: SignParts["factors"][number][] = [];
  const take = (of: Polynomial, times: number): void => {
    const sign = sureSign(atoms, of);
    if (sign !== undefined && sign !== 0) {
      unit = ratios.multiply(atoms, unit, ratios.power(atoms, ratios.fromPolynomial(of), times));
      if (sign < 0 && times % 2 !== 0) unitSign = unitSign < 0 ? 1 : -1;
      return;
    }
    const alike = alikeOf(atoms, of);
    const like = alike === undefined ? null : { rule: alike.rule, parts: signParts(atoms, alike.to) };
    factors.push({ of, times, like });
  };
  for (const { base, multiplicity } of num.factors) take(base, multiplicity);
  for (const { base, multiplicity } of den.factors) take(base, -multiplicity);
  return { unit, unitSign, factors };
}

/** What a need comes down to: conditions that hold together exactly when it does; `false` when it never holds. */
export function conditionsOfNeed(
  atoms: Atoms,
  { of, relation }: Need,
  parts: SignParts,
): readonly Condition[] | false {
  if (ratios.isZero(of)) return relation === ">=" || relation === "=" ? [] : false;
  const { sign, odd, even } = countFactors(atoms, parts);
  const factors = [...odd, ...even];
  switch (relation) {
    case "!=":
      return factors.map((factor) => ({ factors: [factor], relation }));
    case "=":
      return factors.length === 0 ? false : [{ factors, relation }];
    case ">": {
      const apart: Condition[] = even.map((factor) => ({ factors: [factor], relation: "!=" }));
      if (odd.length === 0) return sign > 0 ? apart : false;
      return [{ factors: turned(odd, sign), relation }, ...apart];
    }
    case ">=": {
      if (factors.length === 0) return sign > 0 ? [] : false;
      if (odd.length === 0) return sign > 0 ? [] : [{ factors: even, relation: "=" }];
      return [{ factors: [...turned(odd, sign), ...even, ...even], relation }];
    }
  }
}

/** The factors with the first one turned round where the sign is negative. */
const turned = (factors: readonly Polynomial[], sign: number): Polynomial[] =>
  factors.map((factor, i) => (i === 0 && sign < 0 ? poly.negate(factor) : factor));

type Counted = {
  readonly sign: number;
  readonly odd: readonly Polynomial[];
  readonly even: readonly Polynomial[];
};

/** The open factors by whether they count an odd or an even number of times, each with a positive leading coefficient. */
function countFactors(atoms: Atoms, parts: SignParts): Counted {
  let sign = 1;
  const counts = new Map<string, { of: Polynomial; times: number }>();
  const visit = ({ unitSign, factors }: SignParts, times: number): void => {
    if (times % 2 !== 0 && unitSign < 0) sign = -sign;
    for (const factor of factors) {
      if (factor.like !== null) {
        visit(factor.like.parts, times * factor.times);
        continue;
      }
      const [of, isTurned] = orient(factor.of);
      if (isTurned && (times * factor.times) % 2 !== 0) sign = -sign;
      const known = counts.has(poly.print(of)) ? undefined : likeKnown(atoms, of, counts.values());
      if (known?.isTurned === true && (times * factor.times) % 2 !== 0) sign = -sign;
      const one = known?.of ?? of;
      const key = poly.print(one);
      counts.set(key, { of: one, times: (counts.get(key)?.times ?? 0) + times * factor.times });
    }
  };
  visit(parts, 1);
  const all = [...counts.values()];
  const isOdd = ({ times }: { times: number }): boolean => times % 2 !== 0;
  return {
    sign,
    odd: all.filter(isOdd).map(({ of }) => of),
    even: all.filter((one) => !isOdd(one)).map(({ of }) => of),
  };
}

type Known = { readonly of: Polynomial; readonly isTurned: boolean };

/** A factor that is known already and that the polynomial is a multiple of, of a sure sign: both have the same zeros. */
function likeKnown(atoms: Atoms, of: Polynomial, known: Iterable<Pick<Known, "of">>): Known | undefined {
  for (const one of known) {
    const quotient = divideExactly(of, one.of, atoms.charge) ?? divideExactly(one.of, of, atoms.charge);
    const sign = quotient && sureSign(atoms, quotient);
    if (sign === 1 || sign === -1) return { of: one.of, isTurned: sign === -1 };
  }
  return undefined;
}

/** The polynomial or its opposite, whichever has a positive leading coefficient; and whether it is the opposite. */
export function orient(p: Polynomial): readonly [Polynomial, boolean] {
  const lead = poly.leadingTerm(p);
  return lead !== undefined && exact.sign(lead.coefficient) < 0 ? [poly.negate(p), true] : [p, false];
}

/** A text that is the same for the same conditions. */
export const keyOfCondition = ({ factors, relation }: Condition): string =>
  `${relation} ${factors.map(poly.print).sort().join(" * ")}`;
