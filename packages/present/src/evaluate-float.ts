import { type Expr, unreachable } from "@crux/core";
import { type Rational, toDecimal } from "@crux/core/exact";

/** Approximate value of a formula, for drawing only; NaN where it is not a real number or a name has no value. */
export function evaluateFloat(expr: Expr, env: Readonly<Record<string, number>>): number {
  const value = (one: Expr) => evaluateFloat(one, env);
  switch (expr.kind) {
    case "number":
      return floatOf(expr.value);
    case "constant":
      return expr.name === "pi" ? Math.PI : Math.E;
    case "symbol":
      return env[expr.name] ?? Number.NaN;
    case "cost":
      return env[`${expr.axis}(${expr.of})`] ?? Number.NaN;
    case "negate":
      return -value(expr.of);
    case "add":
      return value(expr.left) + value(expr.right);
    case "subtract":
      return value(expr.left) - value(expr.right);
    case "multiply":
      return value(expr.left) * value(expr.right);
    case "divide":
      return value(expr.left) / value(expr.right);
    case "power":
      return value(expr.left) ** value(expr.right);
    case "call":
      return call(expr.name, expr.args.map(value));
    default:
      return unreachable(expr);
  }
}

/** Small numbers are divided as they are, which rounds once; large ones go the long way. */
function floatOf(value: Rational): number {
  const [num, den] = [Number(value.num), Number(value.den)];
  const isExact = Math.abs(num) <= Number.MAX_SAFE_INTEGER && den <= Number.MAX_SAFE_INTEGER;
  return isExact ? num / den : Number(toDecimal(value, 17));
}

function call(name: string, args: readonly number[]): number {
  const [x = Number.NaN] = args;
  switch (name) {
    case "sqrt":
      return Math.sqrt(x);
    case "log":
    case "ln":
      return Math.log(x);
    case "log2":
      return Math.log2(x);
    case "exp":
      return Math.exp(x);
    case "abs":
      return Math.abs(x);
    case "min":
      return Math.min(...args);
    case "max":
      return Math.max(...args);
    default:
      return Number.NaN;
  }
}
