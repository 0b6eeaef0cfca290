import type { Expr } from "@crux/core";
import { printExpr, unknownsOf, walk } from "@crux/core";
import { isInteger, sign } from "@crux/core/exact";

/** The parts of a call whose sign decides whether it is a real number. */
const GUARDED_CALLS = new Set(["sqrt", "log", "log2", "ln"]);

/**
 * The parts of a formula whose sign decides whether it is a real number: denominators, arguments of logarithms and
 * square roots, bases of powers that are not whole and positive. Only those that contain `x`, each once, in the order
 * of the formula. Between their zeros the formula is a real number throughout or nowhere.
 */
export function decidingParts(expr: Expr, x: string): readonly Expr[] {
  const found = new Map<string, Expr>();
  walk(expr, (part) => {
    const guarded = guardedBy(part);
    if (guarded !== null && unknownsOf(guarded).includes(x)) found.set(printExpr(guarded), guarded);
  });
  return [...found.values()];
}

function guardedBy(part: Expr): Expr | null {
  if (part.kind === "divide") return part.right;
  if (part.kind === "call") return GUARDED_CALLS.has(part.name) ? (part.args[0] ?? null) : null;
  if (part.kind !== "power") return null;
  const exponent = part.right;
  const isPlain = exponent.kind === "number" && isInteger(exponent.value) && sign(exponent.value) >= 0;
  return isPlain ? null : part.left;
}
