import { must, unreachable } from "../base/assert.ts";
import { signOf } from "../exact/enclosure.ts";
import type { Rational } from "../exact/rational.ts";
import * as exact from "../exact/rational.ts";
import {
  addForms,
  type ClosedForm,
  factorsOf,
  multiplyForms,
  onlySummand,
  powerOfForm,
  product,
  rationalForm,
  rationalOf,
  textOfForm,
} from "./closed-form.ts";
import { type Env, evaluate } from "./evaluate.ts";
import type { Expr, FunctionName } from "./expr.ts";
import { call, negate, number, subtract } from "./make.ts";
import { nameOf } from "./unknowns.ts";

/**
 * Whether `expr`, a real number at the point, is proved to be 0 by bringing roots, logarithms and exponentials into
 * one form, e.g. sqrt(2)*sqrt(8) - 4 or log(8) - 3*log(2). False means only: not shown.
 */
export function isZeroByAlgebra(expr: Expr, env: Env): boolean {
  return formOf(expr, env)?.size === 0;
}

/** The larger of two formulas where the difference shows; else the first, if the two are shown equal, or a dead end. */
function larger(a: Expr, b: Expr, env: Env): Expr {
  const difference = subtract(a, b);
  const outcome = evaluate(difference, env, 256);
  if (outcome.kind === "exact") return exact.sign(outcome.value) >= 0 ? a : b;
  const sign = outcome.kind === "enclosed" ? signOf(outcome.range) : undefined;
  if (sign !== undefined) return sign >= 0 ? a : b;
  return isZeroByAlgebra(difference, env) ? a : DEAD_END;
}

/** A formula without a form. */
const DEAD_END = call("lambertw", number(1));
const HALF = exact.ratio(1n, 2n);
const MINUS_ONE = exact.integer(-1);

function formOf(expr: Expr, env: Env): ClosedForm | undefined {
  switch (expr.kind) {
    case "number":
      return rationalForm(expr.value);
    case "constant":
      return product(exact.one, [[expr.name, exact.one]]);
    case "symbol":
    case "cost": {
      const value = env.get(must(nameOf(expr), "symbols and costs have names"));
      return value !== undefined && "num" in value ? rationalForm(value) : undefined;
    }
    case "negate":
      return scaled(formOf(expr.of, env), MINUS_ONE);
    case "call":
      return formOfCall(expr.name, expr.args, env);
    default: {
      const left = formOf(expr.left, env);
      const right = left && formOf(expr.right, env);
      return left && right && combined(expr.kind, left, right);
    }
  }
}

const scaled = (form: ClosedForm | undefined, by: Rational): ClosedForm | undefined => {
  const factor = rationalForm(by);
  return form && factor && multiplyForms(form, factor);
};

function combined(
  kind: "add" | "subtract" | "multiply" | "divide" | "power",
  left: ClosedForm,
  right: ClosedForm,
): ClosedForm | undefined {
  if (kind === "add") return addForms(left, right);
  if (kind === "subtract") {
    const minus = scaled(right, MINUS_ONE);
    return minus && addForms(left, minus);
  }
  if (kind === "multiply") return multiplyForms(left, right);
  if (kind === "divide") {
    const inverse = inverseOf(right);
    return inverse && multiplyForms(left, inverse);
  }
  return powerOf(left, right);
}

/** One over a form; a sum becomes a generator of its own. */
function inverseOf(form: ClosedForm): ClosedForm | undefined {
  const summand = onlySummand(form);
  if (summand !== undefined) {
    const factors = [...summand.monomial].map(([name, power]) => [name, exact.negate(power)] as const);
    return product(exact.invert(summand.coefficient), factors);
  }
  const lead = [...form.values()][0];
  if (lead === undefined) return undefined;
  const monic = scaled(form, exact.invert(lead.coefficient));
  return monic && product(exact.invert(lead.coefficient), [[`sum(${textOfForm(monic)})`, MINUS_ONE]]);
}

const MOST_FACTORS = 8n;

function powerOf(base: ClosedForm, exponent: ClosedForm): ClosedForm | undefined {
  const value = rationalOf(exponent);
  if (value === undefined) {
    const log = logOf(base);
    const product = log && multiplyForms(log, exponent);
    return product && expOf(product);
  }
  if (exact.isZero(value)) return rationalForm(exact.one);
  if (base.size === 0) return exact.sign(value) > 0 ? base : undefined;
  if (exact.isInteger(value) && value.num > 0n && value.num <= MOST_FACTORS) {
    let result: ClosedForm | undefined = base;
    for (let i = 1n; i < value.num; i++) result = result && multiplyForms(result, base);
    return result;
  }
  if (exact.isInteger(value) && value.num < 0n && -value.num <= MOST_FACTORS) {
    const positive = powerOf(base, must(rationalForm(exact.negate(value)), "a short number has a form"));
    return positive && inverseOf(positive);
  }
  return hasOnlyPositive(base) ? powerOfForm(base, value) : undefined;
}

/** Whether every generator is known to be a positive number, so that roots may be taken factor by factor. */
const hasOnlyPositive = (form: ClosedForm): boolean =>
  [...form.values()].every(({ monomial }) =>
    [...monomial.keys()].every((name) => /^(p\d+|log\(p\d+\)|pi|e|exp\(.*\))$/s.test(name)),
  );

/** log of a product of positive generators, as a sum; of anything else, a generator of its own. */
function logOf(form: ClosedForm): ClosedForm | undefined {
  const summand = onlySummand(form);
  if (summand === undefined || exact.sign(summand.coefficient) <= 0 || !hasOnlyPositive(form)) {
    return form.size === 0 ? undefined : product(exact.one, [[`log(${textOfForm(form)})`, exact.one]]);
  }
  let total: ClosedForm | undefined = new Map();
  for (const [name, power] of [...factorsOf(summand.coefficient), ...summand.monomial]) {
    const part = name === "e" ? rationalForm(power) : product(power, [[`log(${name})`, exact.one]]);
    total = part && total && addForms(total, part);
  }
  return total;
}

/** exp of a sum, as a product: r log(p) gives p^r, a rational gives a power of e. */
function expOf(form: ClosedForm): ClosedForm | undefined {
  const factors: (readonly [string, Rational])[] = [];
  for (const [key, { monomial, coefficient }] of form) {
    const [name, power] = [...monomial][0] ?? ["", exact.one];
    const logarithm = /^log\((p\d+|pi)\)$/.exec(name)?.[1];
    if (key === "") factors.push(["e", coefficient]);
    else if (monomial.size === 1 && logarithm !== undefined && exact.isOne(power))
      factors.push([logarithm, coefficient]);
    else factors.push([`exp(${key})`, coefficient]);
  }
  return product(exact.one, factors);
}

function formOfCall(name: FunctionName, args: readonly Expr[], env: Env): ClosedForm | undefined {
  const first = args[0] && formOf(args[0], env);
  if (first === undefined) return undefined;
  switch (name) {
    case "sqrt":
      return powerOf(first, must(rationalForm(HALF), "a half has a form"));
    case "log":
    case "ln":
      return logOf(first);
    case "log2": {
      const inverse = product(exact.one, [["log(p2)", MINUS_ONE]]);
      const log = logOf(first);
      return log && inverse && multiplyForms(log, inverse);
    }
    case "exp":
      return expOf(first);
    case "abs":
      return formOf(
        larger(must(args[0], "abs has an argument"), negate(must(args[0], "abs has an argument")), env),
        env,
      );
    case "max":
      return formOf(
        args.reduce((a, b) => larger(a, b, env)),
        env,
      );
    case "min":
      return formOf(
        args.reduce((a, b) => (larger(a, b, env) === a ? b : a)),
        env,
      );
    case "lambertw":
    case "root":
      return undefined;
    default:
      return unreachable(name);
  }
}
