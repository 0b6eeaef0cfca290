import type { Expr } from "./expr.ts";
import { add, call, divide, multiply, negate, power, subtract } from "./make.ts";

const NONE: readonly Expr[] = Object.freeze([]);

/** The formulas directly inside `expr`, from left to right. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "number":
    case "constant":
    case "symbol":
    case "cost":
      return NONE;
    case "negate":
      return [expr.of];
    case "call":
      return expr.args;
    default:
      return [expr.left, expr.right];
  }
}

/** Calls `visit` on `expr` and everything inside it, outer before inner, left before right. */
export function walk(expr: Expr, visit: (part: Expr) => void): void {
  const waiting: Expr[] = [expr];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    visit(part);
    waiting.push(...childrenOf(part).toReversed());
  }
}

/** `expr` with each direct part replaced by `change(part)`; the same object when nothing changes. */
export function mapChildren(expr: Expr, change: (part: Expr) => Expr): Expr {
  switch (expr.kind) {
    case "number":
    case "constant":
    case "symbol":
    case "cost":
      return expr;
    case "negate": {
      const of = change(expr.of);
      return of === expr.of ? expr : negate(of);
    }
    case "call": {
      const args = expr.args.map(change);
      return args.every((arg, index) => arg === expr.args[index]) ? expr : call(expr.name, ...args);
    }
    default: {
      const [left, right] = [change(expr.left), change(expr.right)];
      if (left === expr.left && right === expr.right) return expr;
      return { add, subtract, multiply, divide, power }[expr.kind](left, right);
    }
  }
}

/** Whether the two trees are the same, part by part; algebra is not used. */
export function sameExpr(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === "number" && b.kind === "number") {
    return a.value.num === b.value.num && a.value.den === b.value.den;
  }
  if (a.kind === "cost" && b.kind === "cost") return a.axis === b.axis && a.of === b.of;
  if ((a.kind === "symbol" || a.kind === "constant" || a.kind === "call") && "name" in b) {
    if (a.name !== b.name) return false;
  }
  const [mine, others] = [childrenOf(a), childrenOf(b)];
  return (
    mine.length === others.length &&
    mine.every((part, index) => {
      const other = others[index];
      return other !== undefined && sameExpr(part, other);
    })
  );
}

/** Levels of the tree: 1 for a number or name. */
export function depthOf(expr: Expr): number {
  let deepest = 0;
  const waiting: { readonly part: Expr; readonly level: number }[] = [{ part: expr, level: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const level = next.level;
    deepest = Math.max(deepest, level);
    for (const part of childrenOf(next.part)) waiting.push({ part, level: level + 1 });
  }
  return deepest;
}
