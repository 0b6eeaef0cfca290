import { type Budget, Spent, unknownsOf } from "@crux/core";
import type { Equation, Solved } from "./equation.ts";
import { solveNumeric } from "./solve-numeric.ts";
import { solveSymbolic } from "./solve-symbolic.ts";

/**
 * Every solution of an equation for one unknown in its domain, ascending where no other unknown occurs, else with the
 * conditions under which each exists. `undecided` says what is missing; it is also the answer when the budget is spent.
 */
export function solveEquation(equation: Equation, budget: Budget): Solved {
  try {
    const others = unknownsOf(equation.left, equation.right).filter((name) => name !== equation.for);
    return others.length === 0 ? solveNumeric(equation, budget) : solveSymbolic(equation, budget);
  } catch (error) {
    if (error instanceof Spent) return { kind: "undecided", missing: error.message };
    throw error;
  }
}
