import type { Expr } from "@crux/core";
import * as exact from "@crux/core/exact";
import { isInteger, isZero, type Rational } from "@crux/core/exact";

/** `slope * x + start`, with exact numbers. */
export type StraightLine = { readonly slope: Rational; readonly start: Rational };

/** Beyond this, exact powers are left to the general path, which bounds its work. */
const MAX_EXPONENT = 64n;

/** `expr` as a straight line in `x` if it plainly is one with rational numbers; null sends it down the general path. */
export function toStraightLine(expr: Expr, x: string): StraightLine | null {
  switch (expr.kind) {
    case "number":
      return { slope: exact.zero, start: expr.value };
    case "symbol":
      return expr.name === x ? { slope: exact.one, start: exact.zero } : null;
    case "cost":
      return `${expr.axis}(${expr.of})` === x ? { slope: exact.one, start: exact.zero } : null;
    case "negate":
      return scaled(toStraightLine(expr.of, x), exact.negate(exact.one));
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "power":
      return combined(expr.kind, toStraightLine(expr.left, x), toStraightLine(expr.right, x));
    default:
      return null;
  }
}

function combined(
  kind: "add" | "subtract" | "multiply" | "divide" | "power",
  left: StraightLine | null,
  right: StraightLine | null,
): StraightLine | null {
  if (left === null || right === null) return null;
  switch (kind) {
    case "add":
      return { slope: exact.add(left.slope, right.slope), start: exact.add(left.start, right.start) };
    case "subtract":
      return combined("add", left, scaled(right, exact.negate(exact.one)));
    case "multiply":
      if (isZero(left.slope)) return scaled(right, left.start);
      return isZero(right.slope) ? scaled(left, right.start) : null;
    case "divide":
      return isZero(right.slope) && !isZero(right.start) ? scaled(left, exact.invert(right.start)) : null;
    default:
      return raised(left, right);
  }
}

const scaled = (line: StraightLine | null, by: Rational): StraightLine | null =>
  line && { slope: exact.multiply(line.slope, by), start: exact.multiply(line.start, by) };

/** A number to a small whole power; `0` to a negative power, like all other powers, is not a line. */
function raised(base: StraightLine, exponent: StraightLine): StraightLine | null {
  const { start } = exponent;
  if (!isZero(exponent.slope) || !isInteger(start) || start.num > MAX_EXPONENT || start.num < -MAX_EXPONENT)
    return null;
  if (start.num === 1n) return base;
  if (!isZero(base.slope) || (isZero(base.start) && start.num <= 0n)) return null;
  return { slope: exact.zero, start: exact.power(base.start, Number(start.num)) };
}
