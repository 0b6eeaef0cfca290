import * as core from "@crux/core";
import {
  type Comparison,
  comparison,
  type Expr,
  number,
  printExpr,
  substituteComparison,
  unknownsOfComparison,
} from "@crux/core";
import type { Rational } from "@crux/core/exact";
import * as exact from "@crux/core/exact";
import * as poly from "../algebra/polynomial.ts";
import { ratio } from "../algebra/ratio.ts";
import { surelyPositive } from "../algebra/sign.ts";
import { toExpr } from "../algebra/to-expr.ts";
import type { Refutation } from "../certificate/claim-proof.ts";
import { attempt, decideByPoints } from "./decide.ts";
import type { Formula, Parts } from "./formula.ts";
import type { Meter } from "./meter.ts";
import { palettesOf, randomOf } from "./palette.ts";
import { createQuestion, type Prepared, prepare, type Question } from "./question.ts";
import { primitiveText } from "./state.ts";
import type { Values } from "./trial.ts";

const G = "g";

/** A claim that some `g` makes `parts` true, for all values of the other unknowns that the held facts admit. */
export type Existence = {
  readonly held: readonly Comparison[];
  readonly parts: Parts;
  readonly isPositive: (name: string) => boolean;
};

/** What was found out about an existence claim. */
export type Existing = {
  /** For each point some witness will do. */
  readonly proved: { readonly witnesses: readonly string[]; readonly tree: Refutation } | null;
  /** A point of the other unknowns for which no `g` will do, and why. */
  readonly refuted: { readonly at: Values; readonly tree: Refutation } | null;
  /** No `g` will do at any point. */
  readonly nowhere: Refutation | null;
  /** No point is admissible. */
  readonly vacuous: Refutation | null;
  /** A point, with a `g` that will do there. */
  readonly example: Values | null;
};

/** Whether a comparison is about `g`. */
export const namesG = (one: Comparison | undefined): boolean =>
  one !== undefined && unknownsOfComparison(one).includes(G);

/** The claim with the held facts about `g` joined to it, and the other held facts. */
function splitHeld({ held, parts }: Existence): {
  readonly outer: readonly Comparison[];
  readonly inner: Parts;
} {
  const about = held.filter(namesG);
  const moved = shifted(parts.formula, about.length);
  const facts = about.map((_, index): Formula => ({ kind: "comparison", index }));
  return {
    outer: held.filter((one) => !namesG(one)),
    inner: { formula: { kind: "all", of: [...facts, moved] }, comparisons: [...about, ...parts.comparisons] },
  };
}

/** The formula about comparisons that stand `by` places later. */
function shifted(formula: Formula, by: number): Formula {
  switch (formula.kind) {
    case "comparison":
      return { kind: "comparison", index: formula.index + by };
    case "not":
      return { kind: "not", of: shifted(formula.of, by) };
    case "all":
    case "any":
      return { kind: formula.kind, of: formula.of.map((one) => shifted(one, by)) };
    default:
      return { kind: formula.kind, left: shifted(formula.left, by), right: shifted(formula.right, by) };
  }
}

/** Judges an existence claim. */
export function judgeExistence(claim: Existence, meter: Meter): Existing {
  const { outer, inner } = splitHeld(claim);
  const everywhere = createQuestion(claim.held, claim.parts, claim.isPositive);
  const plain = decideByPoints(everywhere, meter);
  const base = { proved: null, refuted: null, nowhere: null, vacuous: null, example: plain.hunt.holds };
  const empty = plain.vacuous === null ? null : contradiction(outer, claim.isPositive, meter);
  if (empty !== null) return { ...base, vacuous: empty };
  const question = createQuestion(outer, inner, claim.isPositive);
  const refuted = withoutWitness(question, meter);
  if (refuted !== null) return { ...base, refuted, nowhere: plain.nowhere ?? plain.vacuous };
  const proved = byWitness(question, meter);
  return { ...base, proved };
}

/** Why no point satisfies the facts at all. */
function contradiction(
  facts: readonly Comparison[],
  isPositive: (name: string) => boolean,
  meter: Meter,
): Refutation | null {
  const never: Parts = { formula: { kind: "any", of: [] }, comparisons: [] };
  const found = decideByPoints(createQuestion(facts, never, isPositive), meter);
  return found.vacuous ?? found.nowhere;
}

/** A point of the other unknowns for which the claim is false at every `g`. */
function withoutWitness(question: Question, meter: Meter): Existing["refuted"] {
  for (const at of others(question, 40)) {
    const values = new Map([...at].map(([name, value]) => [name, number(value)]));
    if (!question.held.every((one) => core.holdsAt(one, at) === true)) continue;
    const comparisons = question.claim.comparisons.map((one) => substituteComparison(one, values));
    const there = createQuestion([], { ...question.claim, comparisons }, question.isPositive);
    const { hunt, nowhere } = meter.within(400_000, () => decideByPoints(there, meter, "holds")) ?? {};
    if (hunt?.holds === null && nowhere) return { at, tree: nowhere };
  }
  return null;
}

function* others(question: Question, count: number): Generator<ReadonlyMap<string, Rational>> {
  const palettes = palettesOf(question);
  const random = randomOf(11);
  const names = question.unknowns.filter((name) => name !== G);
  for (let t = 0; t < (names.length === 0 ? 1 : count); t += 1) {
    const at = new Map<string, Rational>();
    for (const name of names) {
      const palette = palettes[question.unknowns.indexOf(name)] ?? [];
      const value = palette[t === 0 ? 0 : Math.floor(random() * Math.min(palette.length, 9))];
      if (value !== undefined) at.set(name, value);
    }
    yield at;
  }
}

/** Proves the claim by putting in formulas for `g`, one after the other, and then all together. */
function byWitness(question: Question, meter: Meter): Existing["proved"] {
  const witnesses = witnessesOf(question, meter);
  for (const chosen of [...witnesses.map((one) => [one]), witnesses.slice(0, 4)].slice(0, 24)) {
    const tree = meter.within(400_000, () => withWitnesses(question, chosen, meter));
    if (tree !== null) return { witnesses: chosen.map(printExpr), tree };
  }
  return null;
}

function withWitnesses(question: Question, witnesses: readonly Expr[], meter: Meter): Refutation | null {
  const comparisons: Comparison[] = [];
  const ways = witnesses.map((witness): Formula => {
    const start = comparisons.length;
    comparisons.push(comparison(witness, ">", number(0)));
    const values = new Map([[G, witness]]);
    comparisons.push(...question.claim.comparisons.map((one) => substituteComparison(one, values)));
    return {
      kind: "all",
      of: [{ kind: "comparison", index: start }, shifted(question.claim.formula, start + 1)],
    };
  });
  const parts: Parts = { formula: { kind: "any", of: ways }, comparisons };
  const prepared = prepare(createQuestion(question.held, parts, question.isPositive), meter);
  for (const effort of [0, 1, 2] as const) {
    const tree = attempt(prepared, true, effort, meter);
    if (tree !== null) return tree;
  }
  return null;
}

/** Formulas for `g` at and beside the thresholds of the comparisons; only those that are surely defined. */
function witnessesOf(question: Question, meter: Meter): Expr[] {
  const prepared = meter.within(400_000, () => prepare(question, meter));
  const out: Expr[] = [number(1)];
  const exactly: Expr[] = [];
  const atom = prepared?.atoms.keys.get(`unknown ${G}`);
  if (prepared !== null && atom !== undefined)
    for (const { yes } of prepared.literals) {
      if (poly.degreeIn(yes.ratio.num, atom) !== 1) continue;
      const [free = poly.zero, slope = poly.zero] = poly.coefficientsIn(yes.ratio.num, atom);
      exactly.push(...zerosOf(prepared, free, slope));
      out.push(...besides(prepared, free, slope));
    }
  const between = exactly.flatMap((a, i) =>
    exactly.slice(i + 1).map((b) => core.divide(core.add(a, b), number(2))),
  );
  const names = question.unknowns.filter((name) => name !== G && question.isPositive(name)).slice(0, 3);
  const simple = names.map(core.exprOfName);
  const all = [...out, ...exactly, ...between, ...simple, number({ num: 1n, den: 1000n }), number(1000)];
  return [...new Map(all.map((one) => [printExpr(one), one])).values()];
}

/** What may be taken to be positive: by its terms, or since a held fact says so. */
const isUp = (prepared: Prepared, p: poly.Polynomial): boolean =>
  surelyPositive(prepared.atoms, p) || isHeld(prepared, p);

function quotient(prepared: Prepared, top: poly.Polynomial, bottom: poly.Polynomial): Expr[] {
  const { atoms } = prepared;
  const isFine = isUp(prepared, bottom) && isUp(prepared, top);
  return isFine ? [toExpr(atoms, ratio(atoms, top, bottom))] : [];
}

/** Where `free + slope * g` is 0, if that is surely positive. */
const zerosOf = (prepared: Prepared, free: poly.Polynomial, slope: poly.Polynomial): Expr[] => [
  ...quotient(prepared, poly.negate(free), slope),
  ...quotient(prepared, free, poly.negate(slope)),
];

/** Values of `g` at which `free + slope * g` is likely to be positive. */
function besides(prepared: Prepared, free: poly.Polynomial, slope: poly.Polynomial): Expr[] {
  const down = poly.negate(slope);
  // one positive part alone outweighs all negative parts of the other side
  const small = [free, ...termsWith(free, 1)].flatMap((one) => quotient(prepared, one, sumOf(down)));
  const large = [slope, ...termsWith(slope, 1)].flatMap((one) =>
    quotient(prepared, sumOf(poly.negate(free)), one),
  );
  return [
    ...zerosOf(prepared, free, slope).flatMap((at) => [
      core.divide(at, number(2)),
      core.add(at, number(1)),
      core.multiply(number(2), at),
    ]),
    ...small.flatMap((at) => [at, core.divide(at, number(2))]),
    ...large.map((at) => core.add(at, number(1))),
  ];
}

/** Whether a held fact says that a polynomial is positive. */
const isHeld = ({ givens }: Prepared, p: poly.Polynomial): boolean =>
  givens.some(
    ({ ratio: { num, den }, relation }) =>
      relation === ">" && poly.isOne(den) && primitiveText(num) === primitiveText(p),
  );

/** The terms of one sign, each by itself. */
const termsWith = (p: poly.Polynomial, sign: 1 | -1): poly.Polynomial[] =>
  poly
    .termsOf(p)
    .filter(({ coefficient }) => exact.sign(coefficient) === sign)
    .map((term) => poly.collect([term]));

/** The positive terms together. */
const sumOf = (p: poly.Polynomial): poly.Polynomial => termsWith(p, 1).reduce(poly.add, poly.zero);
