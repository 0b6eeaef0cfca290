import { type Expr, nameOf } from "@crux/core";
import { integer, sign } from "@crux/core/exact";
import type { Algebra } from "./algebra.ts";
import { normalForm } from "./normal-form.ts";
import { signOfPolynomial } from "./numeric-sign.ts";
import { constant as constantPolynomial, type Ratio } from "./polynomial.ts";
import { addRatios, whole } from "./quotient.ts";

/** The sign that a formula has wherever it is real and the positive unknowns are positive; undefined if not seen. */
export function sureSign(expr: Expr, algebra: Algebra): -1 | 0 | 1 | undefined {
  if (isSurelyPositive(expr, algebra)) return 1;
  return sureSignOfRatio(normalForm(expr, algebra), algebra);
}

/** The sign of a formula that is a product or a quotient of parts which are surely positive, or of their opposites. */
export function signAsWritten(expr: Expr, algebra: Algebra): -1 | 1 | undefined {
  if (expr.kind === "negate") {
    const of = signAsWritten(expr.of, algebra);
    return of === undefined ? undefined : of === 1 ? -1 : 1;
  }
  if (expr.kind === "multiply" || expr.kind === "divide") {
    const [left, right] = [signAsWritten(expr.left, algebra), signAsWritten(expr.right, algebra)];
    return left === undefined || right === undefined ? undefined : left === right ? 1 : -1;
  }
  if (expr.kind === "number" && sign(expr.value) < 0) return -1;
  return isSurelyPositive(expr, algebra) ? 1 : undefined;
}

/** Whether a formula is surely more than 0 wherever it is real: by its parts, or by the signs of its summands. */
export function isSurelyPositive(expr: Expr, algebra: Algebra): boolean {
  const of = (part: Expr): boolean => isSurelyPositive(part, algebra);
  switch (expr.kind) {
    case "number":
      return sign(expr.value) > 0;
    case "constant":
      return true;
    case "symbol":
    case "cost":
      return algebra.isPositive(nameOf(expr) ?? "");
    case "power":
      return of(expr.left) || isPositiveSum(expr, algebra);
    case "add":
    case "multiply":
    case "divide":
      return (of(expr.left) && of(expr.right)) || isPositiveSum(expr, algebra);
    case "call":
      return isPositiveCall(expr.name, expr.args, algebra) || isPositiveSum(expr, algebra);
    default:
      return isPositiveSum(expr, algebra);
  }
}

function isPositiveCall(name: string, args: readonly Expr[], algebra: Algebra): boolean {
  const [first] = args;
  if (first === undefined) return false;
  if (name === "exp") return true;
  if (name === "sqrt") return isSurelyPositive(first, algebra);
  if (name === "min") return args.every((arg) => isSurelyPositive(arg, algebra));
  if (name === "max") return args.some((arg) => isSurelyPositive(arg, algebra));
  if (name !== "log" && name !== "ln" && name !== "log2") return false;
  const excess = addRatios(
    normalForm(first, algebra),
    whole(constantPolynomial(integer(-1))),
    algebra.budget,
  );
  return sureSignOfRatio(excess, algebra) === 1;
}

const isPositiveSum = (expr: Expr, algebra: Algebra): boolean =>
  sureSignOfRatio(normalForm(expr, algebra), algebra) === 1;

/** The sign that a quotient surely has wherever it is defined; undefined if it is not seen. */
export function sureSignOfRatio(of: Ratio, algebra: Algebra): -1 | 0 | 1 | undefined {
  if (of.num.size === 0) return 0;
  const [num, den] = [signOfPolynomial(of.num, algebra), signOfPolynomial(of.den, algebra)];
  if (num === undefined || den === undefined || den === 0) return undefined;
  return num === den ? 1 : num === 0 ? 0 : -1;
}
