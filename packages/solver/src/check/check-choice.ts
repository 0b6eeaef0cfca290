import {
  type Budget,
  call,
  compareAt,
  type Expr,
  mapChildren,
  negate,
  number,
  printExpr,
  subtract,
  unknownsOf,
} from "@crux/core";
import { add, subtract as minus, type Rational } from "@crux/core/exact";
import type { CasesProof, RootsProof } from "../certificate/roots-proof.ts";
import { isInside } from "./inside.ts";
import { isolated } from "./isolate.ts";
import { toRationalFunction } from "./rational-function.ts";
import { exprAt } from "./read-text.ts";
import { signAtSpot } from "./real-at.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedPlace, FoundRoot, RootsQuestion } from "./roots-question.ts";
import { compareSpots, enclose, type Spot } from "./spot.ts";
import { withoutRepeats } from "./univariate.ts";
import { vanishesAt } from "./vanishes.ts";

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
    const mine = placesOf(of, proof[side].roots, places, question, budget);
    const all = findRoots(
      { ...question, f: of },
      proof[side].roots,
      mine.map(({ at }) => at),
      place,
      budget,
    );
    if (all === "everywhere") return refuse(STEP, place, "it is zero everywhere");
    for (const [index, root] of all.entries()) {
      const where = signAtSpot(on, question.of, root.spot, budget) ?? 0;
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

/** Places of all zeros of one side: the listed ones, and for a quotient of polynomials those on the other side. */
function placesOf(
  of: Expr,
  proof: RootsProof,
  places: readonly ClaimedPlace[],
  question: RootsQuestion,
  budget: Budget,
): readonly Mine[] {
  const listed = places.flatMap((at, index): Mine[] =>
    vanishesAt(of, at, question, budget) ? [{ at, index }] : [],
  );
  const rational = proof.kind === "sturm" ? toRationalFunction(of, question.of, budget) : undefined;
  if (rational === undefined || rational.zeros.length === 0) return listed;
  return isolated(withoutRepeats(rational.zeros, budget), budget)
    .filter((spot) => isInside(spot, question.domain, budget))
    .map((spot) => listed.find(({ at }) => isAt(at, spot, budget)) ?? { at: toPlace(spot), index: null });
}

const toPlace = (spot: Spot): ClaimedPlace =>
  spot.kind === "closed"
    ? { exact: spot.expr, isolating: null }
    : { exact: null, isolating: [spot.range.low, spot.range.high] };

const asSpot = (value: Rational): Spot => ({ kind: "closed", expr: number(value) });

/** Whether a place, which is a zero, is the isolated one. */
function isAt({ exact, isolating }: ClaimedPlace, spot: Spot, budget: Budget): boolean {
  if (exact !== null) {
    const closed: Spot = { kind: "closed", expr: exact };
    if (spot.kind === "closed") return compareSpots(closed, spot, budget) === 0;
    const { low, high } = spot.range;
    return (
      compareSpots(closed, asSpot(low), budget) === 1 && compareSpots(closed, asSpot(high), budget) === -1
    );
  }
  if (isolating === null) return false;
  const [low, high] = isolating;
  return compareSpots(spot, asSpot(low), budget) === 1 && compareSpots(spot, asSpot(high), budget) === -1;
}

/** A root where the choice is at its border counts once; it flips if the signs on both sides, very near, differ. */
function cornerRoot(spot: Spot, { f, of }: RootsQuestion, path: Path, budget: Budget): FoundRoot {
  const range = enclose(spot, 128, budget) ?? refuse(STEP, path, "the root is not a real number");
  const step: Rational = { num: 1n, den: 1n << 120n };
  const [below, above] = [minus(range.low, step), add(range.high, step)].map((x) =>
    compareAt(f, number(0), new Map([[of, x]])),
  );
  const flips = below !== "undecided" && above !== "undecided" && below !== above;
  return { spot, multiplicity: 1, flips };
}
