import { type Expr, evaluate, must, nameOf, type Rational, unknownsOf } from "@crux/core";
import { enclosed, ratio } from "@crux/core/exact";
import {
  absolute,
  add,
  everything,
  exp,
  fromEnclosure,
  invert,
  log,
  minimum,
  multiply,
  Nowhere,
  negate,
  powerOf,
  type Range,
} from "./range.ts";

/** A formula in one unknown, ready to be evaluated over many ranges. Throws `Nowhere` where it is real nowhere. */
export type RangeFunction = (x: Range, bits: number) => Range;

/** The natural range extension of a formula in the unknown `of`, which may be infinite at open ends. */
export function rangeFunction(expr: Expr, of: string): RangeFunction {
  if (!unknownsOf(expr).includes(of)) return constantFunction(expr);
  switch (expr.kind) {
    case "symbol":
    case "cost":
      return nameOf(expr) === of ? (x) => x : constantFunction(expr);
    case "number":
    case "constant":
      return constantFunction(expr);
    case "negate":
      return unary(expr.of, of, (a) => negate(a));
    case "add":
      return binary(expr.left, expr.right, of, add);
    case "subtract":
      return binary(expr.left, expr.right, of, (a, b, bits) => add(a, negate(b), bits));
    case "multiply":
      return binary(expr.left, expr.right, of, multiply);
    case "divide":
      return binary(expr.left, expr.right, of, (a, b, bits) => multiply(a, invert(b, bits), bits));
    case "power":
      return powerFunction(expr.left, expr.right, of);
    case "call":
      return callFunction(expr, of);
  }
}

type Step = (a: Range, b: Range, bits: number) => Range;

function unary(inner: Expr, of: string, step: (a: Range, bits: number) => Range): RangeFunction {
  const f = rangeFunction(inner, of);
  return (x, bits) => step(f(x, bits), bits);
}

function binary(left: Expr, right: Expr, of: string, step: Step): RangeFunction {
  const [f, g] = [rangeFunction(left, of), rangeFunction(right, of)];
  return (x, bits) => step(f(x, bits), g(x, bits), bits);
}

/** A formula without the unknown, enclosed once for each precision. */
function constantFunction(expr: Expr): RangeFunction {
  const known = new Map<number, Range>();
  return (_, bits) => {
    const old = known.get(bits);
    if (old !== undefined) return old;
    const value = encloseConstant(expr, bits);
    known.set(bits, value);
    return value;
  };
}

function encloseConstant(expr: Expr, bits: number): Range {
  const value = evaluate(expr, new Map(), bits);
  switch (value.kind) {
    case "exact":
      return fromEnclosure(enclosed.encloseRational(value.value, bits));
    case "enclosed":
      return fromEnclosure(value.range);
    case "undefined":
      throw new Nowhere(value.reason);
    case "unknown":
      return everything(true);
  }
}

function powerFunction(base: Expr, exponent: Expr, of: string): RangeFunction {
  const exact = exactValue(exponent);
  if (exact !== undefined) return unary(base, of, (a, bits) => powerOf(a, exact, bits));
  return binary(base, exponent, of, (a, b, bits) => exp(multiply(b, log(a, bits + 16), bits + 16), bits));
}

function exactValue(expr: Expr): Rational | undefined {
  if (expr.kind === "number") return expr.value;
  if (unknownsOf(expr).length > 0) return undefined;
  const value = evaluate(expr, new Map(), 64);
  return value.kind === "exact" ? value.value : undefined;
}

function callFunction(expr: Expr & { readonly kind: "call" }, of: string): RangeFunction {
  const first = must(expr.args[0], "a function has an argument");
  switch (expr.name) {
    case "sqrt":
      return unary(first, of, (a, bits) => powerOf(a, ratio(1n, 2n), bits));
    case "log":
    case "ln":
      return unary(first, of, log);
    case "log2": {
      const two = constantFunction({
        kind: "call",
        name: "log",
        args: [{ kind: "number", value: ratio(2n, 1n) }],
      });
      return unary(first, of, (a, bits) => multiply(log(a, bits), invert(two(a, bits), bits), bits));
    }
    case "exp":
      return unary(first, of, exp);
    case "abs":
      return unary(first, of, (a) => absolute(a));
    case "min":
    case "max": {
      const parts = expr.args.map((arg) => rangeFunction(arg, of));
      const isMin = expr.name === "min";
      return (x, bits) => {
        const values = parts.map((part) => (isMin ? part(x, bits) : negate(part(x, bits))));
        const best = values.reduce(minimum);
        return isMin ? best : negate(best);
      };
    }
    case "lambertw":
    case "root":
      return () => everything(true);
  }
}
