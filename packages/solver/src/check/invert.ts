import { add, call, divide, type Expr, multiply, number, power, subtract, unknownsOf } from "@crux/core";
import { isZero } from "@crux/core/exact";
import type { SignFact } from "./assumed.ts";
import { refuse } from "./refusal.ts";

/** What a formula that is one to one comes from: the unknown, and what has to hold for there to be one. */
export type Inverse = {
  readonly value: Expr;
  readonly needs: readonly SignFact[];
  /** Those of the needs without which the unknown falls out of the formula, so that it is one to one no more. */
  readonly shapes: readonly SignFact[];
};

const STEP = "undo the operations around an unknown";

/** The unknown `x` for which `kernel`, in which it stands once, is worth `target`. */
export function inverted(kernel: Expr, x: string, target: Expr): Inverse {
  const needs: SignFact[] = [];
  const shapes: SignFact[] = [];
  let value = target;
  let here = kernel;
  for (let steps = 0; steps < 100; steps += 1) {
    if (
      (here.kind === "symbol" && here.name === x) ||
      (here.kind === "cost" && `${here.axis}(${here.of})` === x)
    ) {
      return { value, needs, shapes };
    }
    const step = undone(here, x, value);
    value = step.value;
    needs.push(...step.needs);
    shapes.push(...(step.shapes ?? []));
    here = step.inner;
  }
  return refuse(STEP, [], "it is nested too deeply");
}

type Step = Omit<Inverse, "shapes"> & { readonly inner: Expr; readonly shapes?: readonly SignFact[] };

function undone(expr: Expr, x: string, value: Expr): Step {
  const has = (part: Expr): boolean => unknownsOf(part).includes(x);
  switch (expr.kind) {
    case "negate":
      return { inner: expr.of, value: subtract(number(0), value), needs: [] };
    case "add":
    case "subtract":
    case "multiply":
    case "divide": {
      const [left, right] = [has(expr.left), has(expr.right)];
      if (left === right) return refuse(STEP, [], "the unknown does not stand exactly once");
      const [inner, other] = left ? [expr.left, expr.right] : [expr.right, expr.left];
      return arithmetic(expr.kind, inner, other, left, value);
    }
    case "power":
      return undonePower(expr.left, expr.right, has(expr.left), has(expr.right), value);
    case "call":
      return undoneCall(expr.name, expr.args[0], value);
    default:
      return refuse(STEP, [], "the unknown does not stand exactly once");
  }
}

function arithmetic(
  kind: "add" | "subtract" | "multiply" | "divide",
  inner: Expr,
  other: Expr,
  isLeft: boolean,
  value: Expr,
): Step {
  switch (kind) {
    case "add":
      return { inner, value: subtract(value, other), needs: [] };
    case "subtract":
      return { inner, value: isLeft ? add(value, other) : subtract(other, value), needs: [] };
    case "multiply":
      return { inner, value: divide(value, other), ...needing({ expr: other, relation: "!=" }) };
    case "divide":
      if (isLeft) return { inner, value: multiply(value, other), needs: [{ expr: other, relation: "!=" }] };
      return { inner, value: divide(other, value), needs: [{ expr: value, relation: "!=" }] };
  }
}

function undonePower(base: Expr, exponent: Expr, inBase: boolean, inExponent: boolean, value: Expr): Step {
  if (inBase === inExponent) return refuse(STEP, [], "the unknown does not stand exactly once");
  if (inExponent) {
    const { needs, shapes } = needing({ expr: call("log", base), relation: "!=" });
    return {
      inner: exponent,
      value: divide(call("log", value), call("log", base)),
      needs: [{ expr: value, relation: ">" }, ...needs],
      shapes,
    };
  }
  const root = power(value, divide(number(1), exponent));
  if (exponent.kind === "number" && isZero(exponent.value))
    return refuse(STEP, [], "a power of 0 is not one to one");
  const own: readonly SignFact[] = exponent.kind === "number" ? [] : [{ expr: exponent, relation: "!=" }];
  // A base that is not negative has powers that are not negative; so has an odd power of a positive unknown. A power
  // whose exponent is no number is only meant for a positive base, and is positive.
  const relation = exponent.kind === "number" ? ">=" : ">";
  return { inner: base, value: root, needs: [...own, { expr: value, relation }], shapes: own };
}

/** A need without which the unknown falls out. */
const needing = (shape: SignFact): Pick<Inverse, "needs" | "shapes"> => ({ needs: [shape], shapes: [shape] });

function undoneCall(name: string, of: Expr | undefined, value: Expr): Step {
  if (of === undefined) return refuse(STEP, [], "a function has no argument");
  switch (name) {
    case "sqrt":
      return { inner: of, value: power(value, number(2)), needs: [{ expr: value, relation: ">=" }] };
    case "exp":
      return { inner: of, value: call("log", value), needs: [{ expr: value, relation: ">" }] };
    case "log":
    case "ln":
      return { inner: of, value: call("exp", value), needs: [] };
    case "log2":
      return { inner: of, value: power(number(2), value), needs: [] };
    default:
      return refuse(STEP, [], `${name} is not one to one`);
  }
}
