import {
  type Budget,
  call,
  compareAt,
  type Expr,
  evaluate,
  mapChildren,
  negate,
  number,
  printExpr,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import { add, compare, subtract as minus, type Rational } from "@crux/core/exact";
import type { CaseOfRoots, CasesProof, RootsProof } from "../certificate/roots-proof.ts";
import { claimedPlace } from "./check-values.ts";
import { sameNormalForm } from "./normal-form.ts";
import { toRationalFunction } from "./rational-function.ts";
import { exprAt } from "./read-text.ts";
import { signAtSpot } from "./real-at.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedPlace, FoundRoot, RootsQuestion } from "./roots-question.ts";
import { enclose, type Range, type Spot } from "./spot.ts";
import { countRoots, gcd } from "./univariate.ts";
import { vanishesAt } from "./vanishes.ts";
import { algebraOf } from "./zero-free.ts";
import { isZeroNumber } from "./zero-number.ts";

const STEP = "decide an abs, min or max";

/** Finds the zeros of another question; the checks of all kinds of proofs are passed in here, since they call this one. */
export type FindRoots = (
  question: RootsQuestion,
  proof: RootsProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
) => readonly FoundRoot[] | "everywhere";

/** The zeros of a function with an `abs`, `min` or `max`; refused unless they are at these places and nowhere else. */
export function findByCases(
  question: RootsQuestion,
  proof: CasesProof,
  places: readonly ClaimedPlace[],
  path: Path,
  budget: Budget,
  findRoots: FindRoots,
): readonly FoundRoot[] {
  const choice = firstChoice(question.f, question.of) ?? refuse(STEP, path, "there is nothing to decide");
  const on = exprAt(proof.on, [...path, "on"]);
  demand(
    printExpr(on) === printExpr(choice.on),
    STEP,
    [...path, "on"],
    "it does not decide the first choice",
  );
  const found = new Map<number, FoundRoot>();
  for (const side of ["positive", "negative"] as const) {
    const place = [...path, side];
    const of = exprAt(proof[side].of, [...place, "of"]);
    demand(
      printExpr(of) === printExpr(choice[side]),
      STEP,
      [...place, "of"],
      "it is not the function on that side",
    );
    const mine = placesOf(of, proof[side], places, question, place, budget);
    const all = findRoots(
      { ...question, f: of },
      proof[side].roots,
      mine.map(({ at }) => at),
      place,
      budget,
    );
    if (all === "everywhere") return refuse(STEP, place, "it is zero everywhere");
    for (const [index, root] of all.entries()) {
      const where = signWithin(on, of, root.spot, question, place, budget);
      const isHere = where !== "unreal" && (side === "positive" ? where >= 0 : where <= 0);
      const listed = mine[index]?.index ?? null;
      if (!isHere) continue;
      if (listed === null) return refuse(STEP, place, "a root on this side is not listed");
      found.set(listed, where === 0 ? cornerRoot(root.spot, question, place, budget) : root);
    }
  }
  return places.map(
    (_, index) => found.get(index) ?? refuse(STEP, [...path, index], "no side has this root"),
  );
}

type Choice = { readonly on: Expr; readonly positive: Expr; readonly negative: Expr };

/** The function with its first `abs`, `min` or `max` of the unknown decided both ways. */
function firstChoice(f: Expr, of: string): Choice | undefined {
  const node = choiceIn(f, of);
  const [first, second, ...more] = node?.args ?? [];
  if (node === undefined || first === undefined) return undefined;
  const put = (by: Expr): Expr => replaced(f, node, by);
  if (node.name === "abs") return { on: first, positive: put(first), negative: put(negate(first)) };
  if (second === undefined) return undefined;
  const rest = more.length === 0 ? second : call(node.name, second, ...more);
  const [above, below] = node.name === "max" ? [first, rest] : [rest, first];
  return { on: subtract(first, rest), positive: put(above), negative: put(below) };
}

type Call = Expr & { readonly kind: "call" };

function choiceIn(expr: Expr, of: string): Call | undefined {
  if (!unknownsOf(expr).includes(of)) return undefined;
  if (
    expr.kind === "call" &&
    (expr.name === "abs" || (["min", "max"].includes(expr.name) && expr.args.length > 1))
  ) {
    return expr;
  }
  let found: Call | undefined;
  mapChildren(expr, (part) => {
    found ??= choiceIn(part, of);
    return part;
  });
  return found;
}

const replaced = (expr: Expr, node: Expr, by: Expr): Expr =>
  expr === node ? by : mapChildren(expr, (part) => replaced(part, node, by));

type Mine = { readonly at: ClaimedPlace; readonly index: number | null };

/** Places of all zeros of one side, ascending: the listed ones, and those where the other side counts. */
function placesOf(
  of: Expr,
  { elsewhere }: CaseOfRoots,
  places: readonly ClaimedPlace[],
  question: RootsQuestion,
  path: Path,
  budget: Budget,
): readonly Mine[] {
  const all = places.flatMap((at, index): Mine[] =>
    vanishesAt(of, at, question, budget) ? [{ at, index }] : [],
  );
  for (const [number, one] of elsewhere.entries()) {
    const at = claimedPlace(one, [...path, "elsewhere", number], budget);
    const next = all.findIndex((other) => isBelow(at, other.at, budget));
    all.splice(next === -1 ? all.length : next, 0, { at, index: null });
  }
  return all;
}

/** Whether a place is seen to be below another one. Who orders them wrongly is refused later: zeros have to ascend. */
function isBelow(a: ClaimedPlace, b: ClaimedPlace, budget: Budget): boolean {
  const high = a.isolating === null ? enclosePlace(a, budget)?.high : a.isolating[1];
  const low = b.isolating === null ? enclosePlace(b, budget)?.low : b.isolating[0];
  return high !== undefined && low !== undefined && compare(high, low) <= 0;
}

const enclosePlace = ({ exact }: ClaimedPlace, budget: Budget): Range | undefined =>
  exact === null ? undefined : enclose({ kind: "closed", expr: exact }, 256, budget);

/** The sign of the deciding formula at a zero of one side; refused where it can't be told. */
function signWithin(
  on: Expr,
  side: Expr,
  spot: Spot,
  question: RootsQuestion,
  path: Path,
  budget: Budget,
): -1 | 0 | 1 | "unreal" {
  const found = signAtSpot(on, question.of, spot, budget);
  if (found !== undefined) return found;
  const isZero =
    spot.kind === "closed"
      ? isZeroNumber(substitute(on, new Map([[question.of, spot.expr]])), budget)
      : sharesZero(on, side, spot, question, budget);
  return isZero ? 0 : refuse(STEP, path, "on which side a root lies can't be told");
}

/** Whether a formula surely vanishes at a zero of another one, which is the only one in its range. */
function sharesZero(
  on: Expr,
  side: Expr,
  spot: Extract<Spot, { kind: "crossing" }>,
  question: RootsQuestion,
  budget: Budget,
): boolean {
  const algebra = algebraOf(question, budget);
  if (sameNormalForm(on, side, algebra) || sameNormalForm(negate(on), side, algebra)) return true;
  const [p, q] = [on, side].map((one) => toRationalFunction(one, question.of, budget)?.zeros);
  if (p === undefined || q === undefined || p.length === 0) return false;
  const { low, high } = spot.range;
  return countRoots(gcd(p, q, budget), low, high, budget) === 1;
}

/** A root where the choice is at its border counts once; it flips if the signs on both sides, very near, differ. */
function cornerRoot(spot: Spot, { f, of }: RootsQuestion, path: Path, budget: Budget): FoundRoot {
  const range = enclose(spot, 128, budget) ?? refuse(STEP, path, "the root is not a real number");
  const step: Rational = { num: 1n, den: 1n << 120n };
  const [below, above] = [minus(range.low, step), add(range.high, step)].map((x) => {
    const sign = compareAt(f, number(0), new Map([[of, x]]));
    if (sign !== "undecided") return sign;
    const isUnreal = evaluate(f, new Map([[of, x]])).kind === "undefined";
    return isUnreal ? undefined : refuse(STEP, path, "the sign beside a corner can't be told");
  });
  return { spot, multiplicity: 1, flips: below !== undefined && above !== undefined && below !== above };
}
