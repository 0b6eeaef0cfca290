import { type Axis, type Expr, negate, type Program, printExpr, subtract, sum, walk } from "@crux/core";
import { type Summand, summandsOf } from "@crux/present";

/** Whether a program's formulas name a cost of the term, on one axis or on any. */
export function paysFor({ cost }: Program, term: string, axis?: Axis): boolean {
  const formulas = cost.kind === "score" ? [cost.score] : [cost.c, cost.t];
  return formulas.some((formula) => {
    let found = false;
    walk(formula, (one) => {
      if (one.kind === "cost" && one.of === term && (axis === undefined || one.axis === axis)) found = true;
    });
    return found;
  });
}

/** The summands of a formula without the first that reads like `text`; null where there is none. */
export function withoutSummand(formula: Expr, text: string): readonly Summand[] | null {
  const all = summandsOf(formula);
  const at = all.findIndex(({ expr }) => printExpr(expr) === text);
  return at < 0 ? null : all.toSpliced(at, 1);
}

/** A sum of summands as a formula's text; `0` for none. */
export function summandText(summands: readonly Summand[]): string {
  const plus = summands.filter(({ sign }) => sign === 1).map(({ expr }) => expr);
  const minus = summands.filter(({ sign }) => sign === -1).map(({ expr }) => expr);
  const [first, ...more] = minus;
  if (plus.length === 0 && first !== undefined) return printExpr(more.reduce(subtract, negate(first)));
  return printExpr(minus.reduce(subtract, sum(plus)));
}
