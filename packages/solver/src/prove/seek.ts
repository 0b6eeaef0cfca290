import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import { atomAt } from "../algebra/atoms.ts";
import * as poly from "../algebra/polynomial.ts";
import { isPositiveAtom, sureSign } from "../algebra/sign.ts";
import { branchesOf } from "./branches.ts";
import { climb } from "./climb.ts";
import { type Definition, definitionsOf, withDefinitions } from "./definitions.ts";
import { type Palette, palettesOf, randomOf } from "./palette.ts";
import type { Literal, Prepared, Question } from "./question.ts";
import { bendsOf, type Condition, isPlain, straightPoint } from "./straight.ts";
import type { Hunt } from "./trial.ts";

/** Tries simple points: the first `count` combinations of likely values, then random ones. */
export function seekSimple(hunt: Hunt, count: number, seed: number, budget: Budget): void {
  const { question } = hunt;
  const palettes = palettesOf(question);
  const equalities = question.held.filter(({ relation }) => relation === "=");
  const bases: (readonly Definition[])[] = [definitionsOf(equalities, question.isPositive, budget)];
  for (const one of question.claim.comparisons)
    bases.push(definitionsOf([...equalities, { ...one, relation: "=" }], question.isPositive, budget));
  for (const [i, definitions] of bases.entries()) {
    if (i > 0 && definitions.length === (bases[0]?.length ?? 0)) continue;
    const share = i === 0 ? count : Math.ceil(count / 4);
    for (const at of points(question, palettes, share, seed + i)) {
      if (hunt.isOver) return;
      const full = withDefinitions(at, definitions);
      if (full !== null) hunt.offer(full);
    }
  }
}

/** Random points among likely values. */
export const randomPoints = (
  question: Question,
  count: number,
  seed: number,
): Generator<ReadonlyMap<string, exact.Rational>> => points(question, palettesOf(question), count, seed);

function* points(question: Question, palettes: readonly Palette[], count: number, seed: number) {
  const names = question.unknowns;
  const random = randomOf(seed);
  const systematic = Math.min(count >> 1, 8 ** Math.min(names.length, 2));
  for (let t = 0; t < count; t += 1) {
    const at = new Map<string, exact.Rational>();
    for (const [i, name] of names.entries()) {
      const palette = palettes[i] ?? [];
      const size = Math.min(palette.length, 8);
      const index =
        t < systematic
          ? Math.floor(t / size ** Math.min(i, 2)) % size
          : Math.floor(random() * palette.length);
      at.set(name, palette[index] ?? exact.one);
    }
    yield at;
  }
}

/** Looks for points by linear programs: unknowns that bend the conditions are fixed, the rest is solved for. */
export function seekStraight(hunt: Hunt, prepared: Prepared, tries: number, budget: Budget): void {
  for (const goal of [true, false])
    for (const conditions of conditionsOf(prepared, goal)) {
      if (goal ? hunt.holds !== null : hunt.fails !== null) break;
      alongStraights(hunt, prepared, conditions, tries, budget);
    }
}

/** Looks for points by moving from random ones towards where the conditions hold. */
export function seekByClimbing(hunt: Hunt, starts: number, seed: number, budget: Budget): void {
  const { formula, comparisons } = hunt.question.claim;
  for (const goal of [false, true])
    for (const decided of branchesOf(formula, comparisons.length, goal)) {
      if (goal ? hunt.holds !== null : hunt.fails !== null) break;
      climb(hunt, decided, starts, randomOf(seed), budget);
    }
}

/** For each way to make the claim `goal`: the conditions as polynomials. `!=` and unclear denominators are left out. */
export function conditionsOf(prepared: Prepared, goal: boolean): Condition[][] {
  const facts = prepared.givens.filter(({ given }) => given.kind !== "positive");
  return branchesOf(prepared.formula, prepared.literals.length, goal).map((decided) => {
    const chosen = decided.flatMap((way, i) => {
      const literal = prepared.literals[i];
      return literal === undefined || way === undefined ? [] : [way ? literal.yes : literal.no];
    });
    return [...facts, ...chosen].flatMap((fact) => conditionOf(prepared, fact));
  });
}

function conditionOf({ atoms }: Prepared, { ratio, relation }: Literal["yes"]): Condition[] {
  if (relation === "!=") return [];
  const sign = relation === "=" ? 1 : sureSign(atoms, ratio.den);
  if (sign !== 1 && sign !== -1) return [];
  return [{ poly: sign > 0 ? ratio.num : poly.negate(ratio.num), relation }];
}

function alongStraights(
  hunt: Hunt,
  prepared: Prepared,
  conditions: readonly Condition[],
  tries: number,
  budget: Budget,
): void {
  const { atoms } = prepared;
  const usable = conditions.filter((one) => isPlain(atoms, [one]));
  const g = atoms.keys.get("unknown g");
  const bends = bendsOf(usable, g === undefined ? [] : [g]);
  const palettes = palettesOf(hunt.question);
  const nameOf = (atom: number): string => {
    const what = atomAt(atoms, atom);
    return what.kind === "unknown" ? what.name : "";
  };
  const random = randomOf(7);
  for (let t = 0; t < (bends.length === 0 ? 1 : tries); t += 1) {
    const fixed = new Map<number, exact.Rational>();
    for (const [i, atom] of bends.entries()) {
      const palette = palettes[hunt.question.unknowns.indexOf(nameOf(atom))] ?? [];
      const index =
        bends.length === 1 || t < 4
          ? Math.floor(t / 4 ** i) % palette.length
          : Math.floor(random() * palette.length);
      fixed.set(atom, palette[index] ?? exact.one);
    }
    const straight = usable.map((one) => ({ ...one, poly: putIn(one.poly, fixed) }));
    const found = straightPoint(straight, (atom) => isPositiveAtom(atoms, atom), budget);
    if (found === null) continue;
    const at = new Map(hunt.question.unknowns.map((name, i) => [name, palettes[i]?.[0] ?? exact.one]));
    for (const [atom, value] of [...found, ...fixed]) at.set(nameOf(atom), value);
    if (hunt.offer(at)) return;
  }
}

function putIn(p: poly.Polynomial, values: ReadonlyMap<number, exact.Rational>): poly.Polynomial {
  let out = p;
  for (const [atom, value] of values) out = poly.substitute(out, atom, poly.constant(value), () => {});
  return out;
}
