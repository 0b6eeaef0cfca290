import {
  type Comparison,
  type Expr,
  type Issue,
  type Result,
  readComparison,
  readExpr,
  unknownsOf,
} from "@crux/core";
import type { Rational } from "@crux/core/exact";
import { type Path, refuse } from "./refusal.ts";

const STEP = "read a formula";

function read<T>(result: Result<T, readonly Issue[]>, text: string, path: Path): T {
  if (result.ok) return result.value;
  const [first] = result.error;
  return refuse(STEP, path, `${first?.message ?? "not a formula"} in "${text.slice(0, 80)}"`);
}

/** The formula that a text of the answer spells. */
export const exprAt = (text: string, path: Path): Expr => read(readExpr(text), text, path);

/** The comparison that a text of the answer spells. */
export const comparisonAt = (text: string, path: Path): Comparison => read(readComparison(text), text, path);

/** The formula without unknowns that a text of the answer spells. */
export function numberAt(text: string, path: Path): Expr {
  const expr = exprAt(text, path);
  const [unknown] = unknownsOf(expr);
  return unknown === undefined ? expr : refuse(STEP, path, `not a number, for it has the unknown ${unknown}`);
}

/** The fraction that a text of the answer spells. */
export function rationalAt(text: string, path: Path): Rational {
  const expr = exprAt(text, path);
  return expr.kind === "number" ? expr.value : refuse(STEP, path, `not a fraction: ${text.slice(0, 80)}`);
}
