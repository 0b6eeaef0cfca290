import {
  type Comparison,
  comparison,
  type Expr,
  exprOfName,
  holdsAt,
  number,
  printComparison,
  unknownsOfComparison,
  walk,
} from "@crux/core";
import * as exact from "@crux/core/exact";
import { pairsOf } from "../algebra/monomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Repair } from "../certificate/claim-proof.ts";
import { attempt, decideByPoints } from "./decide.ts";
import type { Meter } from "./meter.ts";
import { createQuestion, prepare, type Question } from "./question.ts";
import { randomPoints } from "./seek.ts";
import { type Hunt, toFloats, toPoint, tryExactly, type Values } from "./trial.ts";

/** Most repairs that are given. */
const MOST = 6;
/** Points at which the claim fails, which every repair has to exclude. */
const FAILURES = 24;

/**
 * Extra assumptions, each of which alone makes a refuted claim provable: natural comparisons of two unknowns, or of an
 * unknown with a number, that the claim brings into play; those that say least first. `offered` are tried before.
 */
export function repairsOf(hunt: Hunt, offered: readonly Comparison[], meter: Meter): readonly Repair[] {
  const { question } = hunt;
  const failures = failuresOf(hunt);
  const out: { readonly assume: Comparison; readonly repair: Repair }[] = [];
  for (const assume of candidatesOf(question, offered, meter)) {
    if (out.length >= MOST || meter.left() < 60_000) break;
    if (out.some((one) => isStronger(assume, one.assume))) continue;
    if (!failures.every((at) => holdsAt(assume, at) === false)) continue;
    const repair = meter.within(60_000, () => repairBy(question, assume, hunt.holds, meter));
    if (repair !== null) out.push({ assume, repair });
  }
  return weakestFirst(question, out, meter);
}

/** Points, exact and simple, at which the claim fails. */
function failuresOf(hunt: Hunt): readonly ReadonlyMap<string, exact.Rational>[] {
  const out: ReadonlyMap<string, exact.Rational>[] = [];
  const known = [...(hunt.fails ?? [])];
  const rational = known.flatMap(([name, value]) => ("num" in value ? [[name, value] as const] : []));
  if (rational.length === known.length) out.push(new Map(rational));
  for (const at of randomPoints(hunt.question, 200, 5)) {
    if (out.length >= FAILURES) break;
    const seen = hunt.glance.look(toFloats(hunt.glance.names, at));
    if (seen === false) out.push(at);
  }
  return out;
}

/** `a < b` where `a <= b` is there already. */
const isStronger = (one: Comparison, other: Comparison): boolean =>
  one.relation === "<" &&
  other.relation === "<=" &&
  printComparison({ ...one, relation: "<=" }) === printComparison(other);

function repairBy(question: Question, assume: Comparison, holds: Values | null, meter: Meter): Repair | null {
  const held = [...question.held, assume];
  const extended = createQuestion(held, question.claim, question.isPositive);
  const prepared = prepare(extended, meter);
  const tree = attempt(prepared, true, 0, meter) ?? attempt(prepared, true, 1, meter);
  if (tree === null) return null;
  if (holds !== null && tryExactly(extended, holds) === true)
    return { assume: printComparison(assume), tree, at: toPoint(holds) };
  const { hunt } = decideByPoints(extended, meter, "holds");
  return hunt.holds && { assume: printComparison(assume), tree, at: toPoint(hunt.holds) };
}

/** Comparisons that may be what is missing: offered ones, of two unknowns that matter, of unknowns with numbers. */
function candidatesOf(question: Question, offered: readonly Comparison[], meter: Meter): Comparison[] {
  const names = atStake(question, meter);
  const numbers = [...linesIn(question, meter), ...numbersIn(question)].map((value): Expr => number(value));
  const out = [...offered];
  const offer = (left: Expr, right: Expr): void => {
    out.push(comparison(left, "<=", right), comparison(left, "<", right));
  };
  const kindOf = (name: string): string => /^[ct]\(/.exec(name)?.[0] ?? "";
  for (const a of names)
    for (const b of names)
      if (a !== b && (kindOf(a) === kindOf(b) || kindOf(a) === "" || kindOf(b) === ""))
        offer(exprOfName(a), exprOfName(b));
  for (const a of names)
    for (const value of numbers) {
      offer(exprOfName(a), value);
      offer(value, exprOfName(a));
    }
  const known = out.filter((one) =>
    unknownsOfComparison(one).every((name) => question.unknowns.includes(name)),
  );
  return [...new Map(known.map((one) => [printComparison(one), one])).values()];
}

/** Unknowns that do not cancel in the claim. */
function atStake(question: Question, meter: Meter): string[] {
  const bare = createQuestion([], question.claim, question.isPositive);
  const { atoms, literals } = prepare(bare, meter);
  const seen = new Set<string>();
  for (const { yes } of literals)
    for (const { monomial } of [...yes.ratio.num.terms.values(), ...yes.ratio.den.terms.values()])
      for (const [atom] of pairsOf(monomial)) {
        const what = atoms.list[atom];
        if (what?.kind === "unknown") seen.add(what.name);
        else if (what?.kind === "exp")
          for (const inner of poly.atomsOf(what.direction.num)) {
            const part = atoms.list[inner];
            if (part?.kind === "unknown") seen.add(part.name);
          }
      }
  return question.unknowns.filter((name) => seen.has(name)).slice(0, 9);
}

/** Positive numbers at which a side of the claim turns that is a straight line in one unknown: the weakest bounds there are. */
function linesIn(question: Question, meter: Meter): exact.Rational[] {
  const bare = createQuestion([], question.claim, question.isPositive);
  const out = new Map<string, exact.Rational>();
  for (const { yes } of prepare(bare, meter).literals) {
    const terms = [...yes.ratio.num.terms.values()];
    const constant = terms.find(({ monomial }) => pairsOf(monomial).length === 0);
    const slope = terms.find(
      ({ monomial }) => pairsOf(monomial).length === 1 && pairsOf(monomial)[0]?.[1] === 1,
    );
    if (terms.length !== 2 || constant === undefined || slope === undefined) continue;
    const root = exact.negate(exact.divide(constant.coefficient, slope.coefficient));
    if (exact.sign(root) > 0) out.set(exact.printRational(root), root);
  }
  return [...out.values()].slice(0, 4);
}

/** Numbers that the claim names, and 1. */
function numbersIn(question: Question): exact.Rational[] {
  const out = new Map([["1", exact.one]]);
  for (const { left, right } of question.claim.comparisons)
    for (const side of [left, right])
      walk(side, (part) => {
        if (part.kind === "number" && exact.sign(part.value) > 0)
          out.set(exact.printRational(part.value), part.value);
      });
  return [...out.values()].slice(0, 4);
}

/** What follows from more of the others says less, and comes first; offered ones keep their place among equals. */
function weakestFirst(
  question: Question,
  found: readonly { readonly assume: Comparison; readonly repair: Repair }[],
  meter: Meter,
): readonly Repair[] {
  const counts = found.map(({ assume }) => {
    const others = found.filter((other) => other.assume !== assume);
    return others.filter(({ assume: other }) => follows(question, other, assume, meter)).length;
  });
  return found
    .map(({ repair }, i) => ({ repair, count: counts[i] ?? 0 }))
    .sort((a, b) => b.count - a.count)
    .map(({ repair }) => repair);
}

function follows(question: Question, from: Comparison, what: Comparison, meter: Meter): boolean {
  const claim = { formula: { kind: "comparison", index: 0 }, comparisons: [what] } as const;
  const implied = createQuestion([from], claim, question.isPositive);
  return meter.within(5_000, () => attempt(prepare(implied, meter), true, 0, meter)) !== null;
}
