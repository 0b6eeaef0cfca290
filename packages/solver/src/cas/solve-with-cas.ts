import { type Budget, type Expr, readExpr, substitute } from "@crux/core";
import type { Equation, Solved } from "../equation/equation.ts";
import { solveEquation } from "../equation/solve-equation.ts";
import type { Cas } from "./cas.ts";
import { isHarmless, mangle } from "./mangle.ts";

/** How often another factor is asked for. */
const ROUNDS = 3;

/**
 * Solves an equation, and asks another system for factors of a polynomial that does not come apart. A proposed factor
 * counts only where dividing by it leaves nothing; solutions, completeness and proof are the solver's own.
 */
export async function solveWithCas(
  equation: Equation,
  cas: Cas,
  createBudget: () => Budget,
): Promise<Solved> {
  let solved = solveEquation(equation, createBudget());
  let hints: readonly Expr[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (solved.kind !== "undecided" || solved.stuck === undefined) return solved;
    const proposed = await proposeFactors(solved.stuck, cas);
    if (proposed.length === 0) return solved;
    hints = [...hints, ...proposed];
    const again = solveEquation({ ...equation, hints }, createBudget());
    if (again.kind === "undecided" && again.missing === solved.missing) return again;
    solved = again;
  }
  return solved;
}

/** Formulas that may be factors of a polynomial. */
export async function proposeFactors(polynomial: Expr, cas: Cas): Promise<Expr[]> {
  const { text, meaning } = mangle(polynomial);
  if (!isHarmless(text)) return [];
  const texts = await cas.factor(text);
  return texts.slice(0, 32).flatMap((one) => {
    const read = one.length <= 4_000 ? readExpr(one) : null;
    return read?.ok ? [substitute(read.value, meaning)] : [];
  });
}
