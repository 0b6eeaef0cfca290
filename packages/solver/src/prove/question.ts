import * as core from "@crux/core";
import { type Budget, type Comparison, unknownsOfComparison } from "@crux/core";
import { type Atoms, createAtoms } from "../algebra/atoms.ts";
import { normalise, type Requirement } from "../algebra/normalise.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { FactRelation, Given } from "../certificate/claim-proof.ts";
import type { Formula, Parts } from "./formula.ts";

/** What is to be judged: a formula for all points that the held facts admit. */
export type Question = {
  readonly held: readonly Comparison[];
  readonly claim: Parts;
  /** Unknowns that occur, in order of first appearance. */
  readonly unknowns: readonly string[];
  readonly isPositive: (name: string) => boolean;
};

/** A question about these held facts and this claim. */
export function createQuestion(
  held: readonly Comparison[],
  claim: Parts,
  isPositive: (name: string) => boolean,
): Question {
  const names = [...claim.comparisons, ...held].flatMap(unknownsOfComparison);
  return { held, claim, unknowns: [...new Set(names)], isPositive };
}

/** A comparison as a fact, and its negation. */
export type Literal = {
  readonly yes: { readonly ratio: Ratio; readonly relation: FactRelation };
  readonly no: { readonly ratio: Ratio; readonly relation: FactRelation };
};

/** A question in normal form. */
export type Prepared = {
  readonly atoms: Atoms;
  readonly formula: Formula;
  readonly literals: readonly Literal[];
  readonly givens: readonly {
    readonly given: Given;
    readonly ratio: Ratio;
    readonly relation: FactRelation;
  }[];
};

/** Puts a question into normal form; throws what the algebra throws where that is beyond it. */
export function prepare(question: Question, budget: Budget): Prepared {
  const positive = question.unknowns.filter(question.isPositive);
  const atoms = createAtoms({ positive, budget });
  const first = read(question, atoms);
  // roots that were met later may be finer than those met first; a second reading uses the finest throughout
  return atoms.relations.size > 0 ? read(question, atoms) : first;
}

function read(question: Question, atoms: Atoms): Prepared {
  const requires: Requirement[] = [];
  const literalOf = (one: Comparison): Literal => {
    const left = normalise(difference(one), atoms);
    requires.push(...left.requires);
    return literal(left.value, one.relation);
  };
  const literals = question.claim.comparisons.map(literalOf);
  const held = question.held.map((one, index) => ({
    given: { kind: "held", index } as const,
    ...literalOf(one).yes,
  }));
  const positive = question.unknowns.filter(question.isPositive).map((unknown) => ({
    given: { kind: "positive", unknown } as const,
    ratio: normalise(core.exprOfName(unknown), atoms).value,
    relation: ">" as const,
  }));
  const givens = [...positive, ...held, ...requires.map(definedness)];
  return { atoms, formula: question.claim.formula, literals, givens: withoutZeroBases(question, givens) };
}

/**
 * Leaves out that the base of a power with an unknown exponent is positive: the power is real at 0, too, while its
 * normal form is not. So that has to be a held fact; gives up if it is not.
 */
function withoutZeroBases(question: Question, givens: Prepared["givens"]): Prepared["givens"] {
  const bases = new Set<string>();
  for (const { left, right } of [...question.held, ...question.claim.comparisons])
    for (const side of [left, right])
      core.walk(side, (part) => {
        if (part.kind === "power" && core.unknownsOf(part.right).length > 0)
          bases.add(core.printExpr(part.left));
      });
  return givens.filter(({ given, ratio, relation }) => {
    if (given.kind !== "defined" || relation !== ">" || !bases.has(given.expr)) return true;
    const isHeld = givens.some(
      (other) =>
        other.given.kind === "held" &&
        other.relation === ">" &&
        poly.isOne(other.ratio.den) &&
        poly.isOne(ratio.den) &&
        poly.equals(other.ratio.num, ratio.num),
    );
    if (!isHeld) throw new Undecided("a power with an unknown exponent whose base may be 0");
    return false;
  });
}

const SIGN = { nonzero: "!=", positive: ">", nonnegative: ">=" } as const;

const definedness = ({ value, sign, of }: Requirement) => ({
  given: { kind: "defined", expr: core.printExpr(of), relation: SIGN[sign] } as const,
  ratio: value,
  relation: SIGN[sign],
});

/** The formula that a fact about a comparison is about: `right - left` for `<` and `<=`, else `left - right`. */
export const difference = ({ left, relation, right }: Comparison): core.Expr =>
  relation === "<" || relation === "<=" ? core.subtract(right, left) : core.subtract(left, right);

function literal(value: Ratio, relation: core.Relation): Literal {
  const opposite: Ratio = { num: poly.negate(value.num), den: value.den };
  switch (relation) {
    case "<":
    case ">":
      return { yes: { ratio: value, relation: ">" }, no: { ratio: opposite, relation: ">=" } };
    case "<=":
    case ">=":
      return { yes: { ratio: value, relation: ">=" }, no: { ratio: opposite, relation: ">" } };
    case "=":
      return { yes: { ratio: value, relation: "=" }, no: { ratio: value, relation: "!=" } };
    case "!=":
      return { yes: { ratio: value, relation: "!=" }, no: { ratio: value, relation: "=" } };
    default:
      return core.unreachable(relation);
  }
}
