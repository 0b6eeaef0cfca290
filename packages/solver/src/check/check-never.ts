import { type Entrant, type Expr, number, substitute, subtract } from "@crux/core";
import { compare, divide, subtract as minus, type Rational } from "@crux/core/exact";
import type { WinnerMap } from "../query/answer.ts";
import { createAlgebra, denseIn } from "./algebra.ts";
import type { CasesQuestion } from "./map-question.ts";
import { normalForm } from "./normal-form.ts";
import { constantOf } from "./polynomial.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";

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
    demand(
      (line === undefined) === (because.kind === "not-eligible"),
      STEP,
      [...place, "kind"],
      "whether it competes",
    );
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
    demand(isCovered(line, by), STEP, [...place, "by"], "they do not beat it everywhere");
  }
}

type Line = { readonly slope: Rational; readonly start: Rational };

function lineOf(
  { id, score }: Entrant,
  { axis, range, budget }: CasesQuestion,
  values: ReadonlyMap<string, Expr>,
  path: Path,
): Line {
  const there = substitute(score, values);
  const low = typeof range.low === "string" ? there : shifted(there, axis, range.low);
  const { num, den } = normalForm(
    low,
    createAlgebra(() => true, budget),
  );
  const [below, line] = [constantOf(den), denseIn(num, axis)];
  if (below === undefined || line === undefined || line.length > 2)
    return refuse(STEP, path, `no straight line: ${id}`);
  const [start = ZERO, slope = ZERO] = line.map((one) => divide(one, below));
  return { slope, start };
}

const ZERO: Rational = { num: 0n, den: 1n };

const shifted = (expr: Expr, axis: string, by: Rational): Expr =>
  by.num === 0n
    ? expr
    : substitute(
        expr,
        new Map([[axis, subtract({ kind: "symbol", name: axis }, number({ num: -by.num, den: by.den }))]]),
      );

/** Whether at each place right of 0 one of the lines is not above the given one. */
function isCovered(line: Line, by: readonly Line[]): boolean {
  const gaps = by.map(({ slope, start }) => ({
    slope: minus(slope, line.slope),
    start: minus(start, line.start),
  }));
  // Near 0 and far out one of them has to be below; between, where one rises above, another must be below already.
  const meets = gaps.flatMap(({ slope, start }) => {
    if (slope.num === 0n) return [];
    const at = divide({ num: -start.num, den: start.den }, slope);
    return at.num > 0n ? [at] : [];
  });
  const isBelow = (at: Rational): boolean =>
    gaps.some(({ slope, start }) => {
      const num = slope.num * at.num * start.den + start.num * slope.den * at.den;
      return num <= 0n;
    });
  const ends = [...meets].sort(compare);
  const middles = [...ends, null].map((end, index) => {
    const from = ends[index - 1] ?? ZERO;
    if (end === null) return { num: from.num + from.den, den: from.den };
    return { num: from.num * end.den + end.num * from.den, den: 2n * from.den * end.den };
  });
  return [...ends, ...middles].every(isBelow);
}
