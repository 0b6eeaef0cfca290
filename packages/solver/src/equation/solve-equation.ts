import {
  type Budget,
  comparison,
  type Expr,
  exprOfName,
  number,
  printExpr,
  readExpr,
  Spent,
  unknownsOf,
  unknownsOfComparison,
  walk,
} from "@crux/core";
import { Stuck } from "../algebra/undecided.ts";
import type { Equation, Solved } from "./equation.ts";
import { solveNumeric } from "./solve-numeric.ts";
import { solveSymbolic } from "./solve-symbolic.ts";

/**
 * Every solution of an equation for one unknown in its domain, ascending where no other unknown occurs, else with the
 * conditions under which each exists. `undecided` says what is missing; it is also the answer when the budget is spent.
 */
export function solveEquation(equation: Equation, budget: Budget): Solved {
  try {
    const question = withLimits(equation);
    const others = unknownsOf(question.left, question.right).filter((name) => name !== question.for);
    return others.length === 0 ? solveNumeric(question, budget) : solveWithProposals(question, budget);
  } catch (error) {
    if (error instanceof Spent) return { kind: "undecided", missing: error.message };
    throw error;
  }
}

/** The same equation with the facts about the unknown that is solved for as limits of its domain. */
function withLimits(equation: Equation): Equation {
  const { facts, domain, for: name } = equation;
  const about = facts.filter((fact) => unknownsOfComparison(fact).includes(name));
  if (about.length === 0) return equation;
  const limits = domain ?? [comparison(exprOfName(name), ">", number(0))];
  return { ...equation, facts: facts.filter((fact) => !about.includes(fact)), domain: [...limits, ...about] };
}

/** How often factors are asked for, each time for what is left over. */
const ROUNDS = 3;

/**
 * Where a polynomial does not come apart by itself, the products that the equation is written with are tried, then
 * factors that are proposed from outside.
 */
function solveWithProposals(equation: Equation, budget: Budget): Solved {
  let hints: readonly Expr[] = [];
  for (let round = 0; ; round += 1) {
    try {
      return solveSymbolic(equation, budget, hints);
    } catch (error) {
      if (!(error instanceof Stuck) || round > ROUNDS) throw error;
      const more = round === 0 ? factorsWritten(equation) : proposed(equation, error.polynomial);
      if (more.length === 0 && round > 0) throw error;
      hints = [...hints, ...more];
    }
  }
}

/** What is proposed as factors of a polynomial, as far as it can be read. */
function proposed({ askFactors }: Equation, polynomial: Expr): Expr[] {
  const texts = askFactors === undefined ? [] : askFactors(printExpr(polynomial));
  return texts.slice(0, MOST_FACTORS).flatMap((text) => {
    const read = readExpr(text);
    return read.ok ? [read.value] : [];
  });
}

const MOST_FACTORS = 32;

/** Sums with the unknown in them that stand in a product or under a power on either side. */
function factorsWritten({ left, right, for: name }: Equation): Expr[] {
  const out: Expr[] = [];
  const isSum = (expr: Expr): boolean => expr.kind === "add" || expr.kind === "subtract";
  for (const side of [left, right])
    walk(side, (part) => {
      const inside =
        part.kind === "multiply" ? [part.left, part.right] : part.kind === "power" ? [part.left] : [];
      for (const one of inside) if (isSum(one) && unknownsOf(one).includes(name)) out.push(one);
    });
  return out.slice(0, MOST_FACTORS);
}
