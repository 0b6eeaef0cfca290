import type { Budget, Expr } from "@crux/core";
import { evaluate, printExpr } from "@crux/core";
import { enclosed, toDecimal } from "@crux/core/exact";
import { createAtoms } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import { constantOf } from "../algebra/ratio.ts";
import { toExpr } from "../algebra/to-expr.ts";
import { Undecided, Undefined } from "../algebra/undecided.ts";
import type { Value } from "../query/answer.ts";
import { rationalValue } from "./rational-value.ts";

/** Significant digits of every decimal. */
const DIGITS = 30;
/** Precisions that are tried to get them, in bits. */
const PRECISIONS = [128, 256, 512, 1024, 4096] as const;

/**
 * A formula without unknowns as a value, simplified; null where it is not a real number. Throws `Undecided` where its
 * digits cannot be had.
 */
export function numberValue(expr: Expr, budget: Budget): Value | null {
  const plain = evaluate(expr);
  if (plain.kind === "exact") return rationalValue(plain.value);
  if (plain.kind === "undefined") return null;
  const short = simplified(expr, budget);
  const again = evaluate(short);
  if (again.kind === "exact") return rationalValue(again.value);
  return { exact: printExpr(short), decimal: digitsOf(expr, budget) };
}

/** A formula with unknowns as a value: a closed form only, simplified where the algebra can. */
export function formulaValue(expr: Expr, positive: readonly string[], budget: Budget): Value {
  const short = simplified(expr, budget, positive);
  return short.kind === "number" ? rationalValue(short.value) : { exact: printExpr(short) };
}

function simplified(expr: Expr, budget: Budget, positive?: readonly string[]): Expr {
  const atoms = createAtoms(positive === undefined ? { budget } : { positive, budget });
  try {
    const { value } = normalise(expr, atoms);
    const known = constantOf(value);
    return known === undefined ? toExpr(atoms, value) : { kind: "number", value: known };
  } catch (error) {
    if (error instanceof Undecided && !(error instanceof Undefined)) return expr;
    throw error;
  }
}

function digitsOf(expr: Expr, budget: Budget): string {
  for (const bits of PRECISIONS) {
    budget.spend(bits, "computing digits");
    const { kind, ...rest } = evaluate(expr, new Map(), bits);
    if (kind !== "enclosed" || !("range" in rest)) continue;
    const { low, high } = enclosed.endsOf(rest.range);
    const [one, other] = [toDecimal(low, DIGITS), toDecimal(high, DIGITS)];
    if (one === other) return one;
  }
  throw new Undecided(`${DIGITS} digits of ${printExpr(expr)}`);
}
