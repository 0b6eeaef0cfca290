import {
  add,
  type Budget,
  divide,
  type Entrant,
  type Expr,
  exprOfName,
  multiply,
  number,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import type { WinnerMap } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import type { CasesQuestion } from "./map-question.ts";
import { isIdenticallyZero } from "./normal-form.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import { orderOfNumbers } from "./zero-number.ts";

const STEP = "check who never wins";

/** Who never wins on a leaf, and why, held against the figures at the leaf's point. */
export function checkNever(
  map: WinnerMap,
  competing: readonly Entrant[],
  question: CasesQuestion,
  values: ReadonlyMap<string, Expr>,
  path: Path,
): void {
  const { entrants } = question.contest;
  const winning = new Set(map.segments.flatMap(({ winners }) => winners));
  const right = entrants.filter(({ id }) => !winning.has(id)).map(({ id }) => id);
  const listed = map.never.map(({ program }) => program);
  demand(sameList(listed, right), STEP, [...path, "never"], `not those that never win: ${right.join(", ")}`);
  const lines = new Map(competing.map((one) => [one.id, lineOf(one, question, values, path)]));
  for (const [index, { program, because }] of map.never.entries()) {
    const place = [...path, "never", index, "because"];
    const line = lines.get(program);
    // Where it does not compete on this leaf, there is nothing to beat; on some other leaf of the case it does.
    const isThere = because.kind === "not-eligible" && line !== undefined;
    demand(!isThere, STEP, [...place, "kind"], "it competes");
    if (line === undefined || because.kind === "not-eligible") continue;
    const by = because.by.map(
      (id) => lines.get(id) ?? refuse(STEP, [...place, "by"], `it does not compete: ${id}`),
    );
    const isAlone = by.length === 1;
    demand(
      isAlone === (because.kind === "dominated") || !isAlone,
      STEP,
      [...place, "kind"],
      "how many beat it",
    );
    demand(because.kind !== "dominated" || isAlone, STEP, [...place, "by"], "one program dominates");
    demand(because.kind !== "beaten", STEP, [...place, "kind"], "the programs are straight lines");
    demand(
      new Set(because.by).size === by.length && by.length > 0,
      STEP,
      [...place, "by"],
      "one is listed twice",
    );
    demand(
      isCovered(line, by, place, question.budget),
      STEP,
      [...place, "by"],
      "they do not beat it everywhere",
    );
  }
}

/** A score `slope * axis + start` in numbers. */
type Line = { readonly slope: Expr; readonly start: Expr };

function lineOf(
  { id, score }: Entrant,
  { axis, range, budget }: CasesQuestion,
  values: ReadonlyMap<string, Expr>,
  path: Path,
): Line {
  const there = substitute(score, values);
  const low = typeof range.low === "string" ? ZERO : number(range.low);
  const at = (x: Expr): Expr => substitute(there, new Map([[axis, x]]));
  const start = at(low);
  const slope = subtract(at(add(low, number(1))), start);
  const line = add(start, multiply(subtract(exprOfName(axis), low), slope));
  const algebra = createAlgebra((name) => name === axis, budget);
  const isLine = isIdenticallyZero(subtract(there, line), algebra) && unknownsOf(start, slope).length === 0;
  demand(isLine, STEP, path, `no straight line: ${id}`);
  return { slope, start };
}

const ZERO = number(0);

/** Whether at each place right of 0 one of the lines is not above the given one. */
function isCovered(line: Line, by: readonly Line[], path: Path, budget: Budget): boolean {
  const order = (a: Expr, b: Expr): -1 | 0 | 1 =>
    orderOfNumbers(a, b, budget) ?? refuse(STEP, path, "two numbers could not be told apart");
  const gaps = by.map(({ slope, start }) => ({
    slope: subtract(slope, line.slope),
    start: subtract(start, line.start),
  }));
  // Near 0 and far out one of them has to be below; between, where one rises above, another must be below already.
  const meets = gaps.flatMap(({ slope, start }) => {
    if (order(slope, ZERO) === 0) return [];
    const at = divide(subtract(ZERO, start), slope);
    return order(at, ZERO) === 1 ? [at] : [];
  });
  const isBelow = (at: Expr): boolean =>
    gaps.some(({ slope, start }) => order(add(multiply(slope, at), start), ZERO) !== 1);
  const ends = meets.toSorted(order);
  const middles = [...ends, null].map((end, index): Expr => {
    const from = ends[index - 1] ?? ZERO;
    return end === null ? add(from, number(1)) : divide(add(from, end), number(2));
  });
  return [...ends, ...middles].every(isBelow);
}
