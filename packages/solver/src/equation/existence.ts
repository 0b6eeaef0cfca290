import { printExpr } from "@crux/core";
import type { Atoms } from "../algebra/atoms.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { surelyNonNegative, sureSign } from "../algebra/sign.ts";
import { toExpr } from "../algebra/to-expr.ts";
import type { Existence, Need as NeedProof, SignTree } from "../certificate/symbolic-proof.ts";
import {
  type Condition,
  conditionsOfNeed,
  keyOfCondition,
  orient,
  type SignParts,
  signParts,
} from "./condition.ts";
import { printCondition } from "./print-condition.ts";
import type { Need } from "./setting.ts";

/** What a list of needs comes down to, with the proof. `conditions` is false when they surely do not hold together. */
export type Settlement = {
  readonly conditions: readonly Condition[] | false;
  readonly contradiction: string | null;
  readonly proof: Existence;
};

/** Brings needs down to the fewest conditions. */
export function settleNeeds(atoms: Atoms, needs: readonly Need[]): Settlement {
  const proofs: NeedProof[] = [];
  const all = new Map<string, Condition>();
  for (const need of distinct(needs)) {
    const parts = signParts(atoms, need.of);
    const conditions = conditionsOfNeed(atoms, need, parts);
    if (isPlain(need.of) && conditions !== false && conditions.length === 0) continue;
    proofs.push({
      of: printExpr(toExpr(atoms, need.of)),
      relation: need.relation,
      sign: toSignTree(atoms, parts),
    });
    if (conditions === false)
      return { conditions: false, contradiction: null, proof: { needs: proofs, dropped: [] } };
    for (const condition of conditions) all.set(keyOfCondition(condition), condition);
  }
  return drop(atoms, sharpen(all), proofs);
}

/** A number needs no proof of its sign. */
const isPlain = (r: Ratio): boolean => ratios.constantOf(r) !== undefined;

function distinct(needs: readonly Need[]): Need[] {
  const seen = new Map<string, Need>();
  for (const need of needs)
    seen.set(`${need.relation} ${poly.print(need.of.num)} / ${poly.print(need.of.den)}`, need);
  return [...seen.values()];
}

function toSignTree(atoms: Atoms, { unit, factors }: SignParts): SignTree {
  return {
    unit: printExpr(toExpr(atoms, unit)),
    factors: factors.map(({ of, times, like }) => ({
      of: printExpr(toExpr(atoms, ratios.fromPolynomial(of))),
      times,
      like: like === null ? null : { rule: like.rule, sign: toSignTree(atoms, like.parts) },
    })),
  };
}

/** Makes one `>` of a `>=` and of `!=` for each of its factors. */
function sharpen(all: ReadonlyMap<string, Condition>): Condition[] {
  const apart = new Set<string>();
  for (const { factors, relation } of all.values())
    if (relation === "!=") for (const factor of factors) apart.add(keyOfFactor(factor));
  const out = new Map<string, Condition>();
  for (const condition of all.values()) {
    const { factors, relation } = condition;
    const strict = relation === ">=" && factors.every((factor) => apart.has(keyOfFactor(factor)));
    const one: Condition = strict ? { factors, relation: ">" } : condition;
    out.set(keyOfCondition(one), one);
  }
  return [...out.values()];
}

const keyOfFactor = (factor: poly.Polynomial): string => poly.print(orient(factor)[0]);

/** Takes away conditions that others make sure, the last ones first. */
function drop(atoms: Atoms, all: readonly Condition[], needs: readonly NeedProof[]): Settlement {
  let kept = [...all];
  const dropped: string[] = [];
  for (const condition of [...all].reverse()) {
    const others = kept.filter((one) => one !== condition);
    const truth = truthUnder(atoms, others, condition);
    if (truth === false) {
      const contradiction = printCondition(atoms, condition);
      return { conditions: false, contradiction, proof: { needs, dropped } };
    }
    if (truth === undefined) continue;
    kept = others;
    dropped.push(printCondition(atoms, condition));
  }
  return { conditions: kept, contradiction: null, proof: { needs, dropped } };
}

/** Whether a condition surely holds, or surely does not, where others do; undefined when neither is known. */
export function truthUnder(
  atoms: Atoms,
  others: readonly Condition[],
  condition: Condition,
): boolean | undefined {
  if (condition.relation === "!=" && others.some((other) => excludesZero(other, condition))) return true;
  if (condition.relation === "!=" && others.some((other) => isZeroOf(other, condition))) return false;
  if (condition.relation === "=" && others.some((other) => excludesZero(other, condition))) return false;
  return underConditions(atoms, others, () => truthOf(atoms, condition));
}

/** Whether a product that is not 0 holds the factor of a condition that it is not 0. */
const excludesZero = (other: Condition, { factors }: Condition): boolean =>
  (other.relation === ">" || other.relation === "!=") &&
  factors.every((factor) => other.factors.some((one) => keyOfFactor(one) === keyOfFactor(factor)));

/** Whether a condition says that the only factor of another one is 0. */
const isZeroOf = (other: Condition, { factors }: Condition): boolean =>
  other.relation === "=" &&
  other.factors.length === 1 &&
  factors.every((factor) => other.factors.some((one) => keyOfFactor(one) === keyOfFactor(factor)));

/** Runs `task` while the conditions with one factor count as facts. */
export function underConditions<T>(atoms: Atoms, conditions: readonly Condition[], task: () => T): T {
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

function truthOf(atoms: Atoms, { factors, relation }: Condition): boolean | undefined {
  const [only, more] = factors;
  const signs = factors.map((factor) => sureSign(atoms, factor));
  if (signs.some((sign) => sign === undefined)) {
    if (only === undefined || more !== undefined) return undefined;
    if (relation === ">=" && surelyNonNegative(atoms, only)) return true;
    return relation === ">" && surelyNonNegative(atoms, poly.negate(only)) ? false : undefined;
  }
  const sign = signs.reduce<number>((all, one) => all * (one ?? 0), 1);
  return { ">": sign > 0, ">=": sign >= 0, "!=": sign !== 0, "=": sign === 0 }[relation];
}
