import { type Decided, type Formula, truth } from "./formula.ts";

/** Most ways to make a claim true or false that are looked at one by one. */
const MOST = 12;

/** Ways to make a formula `goal`: which of its `count` comparisons are to be true and which false. At most a dozen. */
export function branchesOf(formula: Formula, count: number, goal: boolean): readonly Decided[] {
  const out: Decided[] = [];
  const visit = (decided: Decided, next: number): void => {
    if (out.length >= MOST) return;
    const value = truth(formula, decided);
    if (value === goal) out.push(decided);
    if (value !== undefined || next >= count) return;
    for (const way of [true, false]) visit(decided.with(next, way), next + 1);
  };
  visit(
    Array.from({ length: count }, () => undefined),
    0,
  );
  return out;
}
