import { add, type Expr, multiply, number, power, subtract, symbol } from "@crux/core";
import * as exact from "@crux/core/exact";

/** The degree of all terms of a formula in whole powers, where they have one and the same; else null. */
export function degreeOf(expr: Expr): number | null {
  switch (expr.kind) {
    case "number":
      return 0;
    case "symbol":
      return 1;
    case "negate":
      return degreeOf(expr.of);
    case "multiply": {
      const [left, right] = [degreeOf(expr.left), degreeOf(expr.right)];
      return left === null || right === null ? null : left + right;
    }
    case "add":
    case "subtract": {
      const [left, right] = [degreeOf(expr.left), degreeOf(expr.right)];
      return left === right ? left : null;
    }
    case "power": {
      const base = degreeOf(expr.left);
      const isWhole = expr.right.kind === "number" && exact.isInteger(expr.right.value);
      return base === null || !isWhole ? null : base * Number(expr.right.value.num);
    }
    default:
      return null;
  }
}

/** A sum with each term multiplied by as many powers of a name as it lacks to the highest degree; null for other forms. */
export function filledUp(expr: Expr, name: string): Expr | null {
  const degree = highest(expr);
  return degree === null ? null : filledTo(degree, expr, name);
}

function highest(expr: Expr): number | null {
  if (expr.kind === "negate") return highest(expr.of);
  if (expr.kind !== "add" && expr.kind !== "subtract") return degreeOf(expr);
  const [left, right] = [highest(expr.left), highest(expr.right)];
  return left === null || right === null ? null : Math.max(left, right);
}

function filledTo(degree: number, expr: Expr, name: string): Expr {
  switch (expr.kind) {
    case "negate":
      return multiply(number(-1), filledTo(degree, expr.of, name));
    case "add":
      return add(filledTo(degree, expr.left, name), filledTo(degree, expr.right, name));
    case "subtract":
      return subtract(filledTo(degree, expr.left, name), filledTo(degree, expr.right, name));
    default:
      return multiply(expr, power(symbol(name), number(degree - (degreeOf(expr) ?? 0))));
  }
}
