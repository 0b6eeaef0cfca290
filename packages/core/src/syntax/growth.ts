import { size as bitsOf } from "../exact/rational.ts";
import type { Expr } from "../expr/expr.ts";
import { childrenOf } from "../expr/walk.ts";
import { MOST_DIGITS } from "./limits.ts";

/** Bits that numerator and denominator of a number may take together when each has the most digits. */
const MOST_BITS = MOST_DIGITS * Math.log2(10) * 2;

/** Whether a part of `expr` that has only numbers would evaluate to a fraction of more than the allowed digits. */
export function growsTooLarge(expr: Expr): boolean {
  return bitsAfter(expr) === "too large";
}

/** Bits of the value, an upper bound; `open` where names or functions leave it to the solver. */
function bitsAfter(expr: Expr): number | "open" | "too large" {
  if (expr.kind === "number") return bitsOf(expr.value);
  const parts = childrenOf(expr).map(bitsAfter);
  if (parts.includes("too large")) return "too large";
  const sizes = parts.filter((part) => typeof part === "number");
  if (parts.length === 0 || sizes.length < parts.length || expr.kind === "call") return "open";
  const bits = expr.kind === "power" ? powerBits(expr.right, sizes) : sizes.reduce((a, b) => a + b + 1);
  return bits > MOST_BITS ? "too large" : bits;
}

function powerBits(exponent: Expr, [base = 0, exponentBits = 0]: readonly number[]): number {
  const value = exponent.kind === "number" ? exponent.value : undefined;
  if (value === undefined) return base * 2 ** Math.min(exponentBits, 64);
  const size = Number(value.num < 0n ? -value.num : value.num) / Number(value.den);
  return base * Math.max(1, size);
}
