import { must, unreachable } from "../base/assert.ts";
import * as enclosed from "../exact/enclosed.ts";
import { type Enclosure, NotEnclosed } from "../exact/enclosure.ts";
import { EXACT_BITS, exactLog2, exactPower } from "../exact/exact-power.ts";
import type { Rational } from "../exact/rational.ts";
import * as exact from "../exact/rational.ts";
import { evaluateRoot } from "./evaluate-root.ts";
import type { Expr, FunctionName, Operation } from "./expr.ts";
import { nameOf } from "./unknowns.ts";

/** Values of unknowns by name: exact, or a range that holds them. */
export type Env = ReadonlyMap<string, Rational | Enclosure>;

/** What a formula is worth at a point, or over a range of some unknowns. */
export type Evaluation =
  | { readonly kind: "exact"; readonly value: Rational }
  /** Every value of the formula, for values of the unknowns in their ranges, lies in here. */
  | { readonly kind: "enclosed"; readonly range: Enclosure }
  /** The formula is not a real number anywhere in the ranges, e.g. a division by zero. */
  | { readonly kind: "undefined"; readonly reason: string }
  /** Not decided: it may be undefined in part of the ranges, or needs more precision, or is out of reach. */
  | { readonly kind: "unknown"; readonly reason: string };

/** Significant bits when the caller does not say. */
const DEFAULT_BITS = 128;
/** Extra bits against the rounding of many steps. */
const GUARD = 16;

/**
 * The value of `expr`: an exact fraction when every step is one (perfect powers and roots included), else a rigorous
 * range of about `bits` significant bits. Powers with a fractional exponent are real for bases that are not negative.
 */
export function evaluate(expr: Expr, env: Env = new Map(), bits = DEFAULT_BITS): Evaluation {
  try {
    const value = worth(expr, env, bits + GUARD);
    return isExact(value) ? { kind: "exact", value } : { kind: "enclosed", range: value };
  } catch (error) {
    if (error instanceof NotEnclosed) {
      return { kind: error.certain ? "undefined" : "unknown", reason: error.message };
    }
    throw error;
  }
}

type Value = Rational | Enclosure;

const isExact = (value: Value): value is Rational => "num" in value;

/** The value as a range, whatever it was. */
const ranged = (value: Value, bits: number): Enclosure =>
  isExact(value) ? enclosed.encloseRational(value, bits) : value;

/** Exact while it is short, else a range. */
const settle = (value: Rational, bits: number): Value =>
  exact.size(value) > EXACT_BITS ? enclosed.encloseRational(value, bits) : value;

function worth(expr: Expr, env: Env, bits: number): Value {
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "constant":
      return expr.name === "pi"
        ? enclosed.enclosePi(bits)
        : enclosed.exp(enclosed.encloseRational(exact.one, bits), bits);
    case "symbol":
    case "cost": {
      const name = must(nameOf(expr), "a symbol and a cost have names");
      const value = env.get(name);
      if (value === undefined) throw new NotEnclosed(`no value for: ${name}`, false);
      return value;
    }
    case "negate": {
      const of = worth(expr.of, env, bits);
      return isExact(of) ? exact.negate(of) : enclosed.negate(of);
    }
    case "call":
      return valueOfCall(expr.name, expr.args, env, bits);
    default:
      return combine(expr.kind, worth(expr.left, env, bits), worth(expr.right, env, bits), bits);
  }
}

function combine(kind: Operation, left: Value, right: Value, bits: number): Value {
  switch (kind) {
    case "add":
      return both(left, right, bits, exact.add, enclosed.add);
    case "subtract":
      return both(left, right, bits, exact.subtract, enclosed.subtract);
    case "multiply":
      if ((isExact(left) && exact.isZero(left)) || (isExact(right) && exact.isZero(right))) return exact.zero;
      return both(left, right, bits, exact.multiply, enclosed.multiply);
    case "divide":
      if (isExact(right) && exact.isZero(right)) throw new NotEnclosed("division by zero", true);
      return both(left, right, bits, exact.divide, enclosed.divide);
    case "power":
      return powerOf(left, right, bits);
    default:
      return unreachable(kind);
  }
}

type ExactStep = (a: Rational, b: Rational) => Rational;
type EnclosedStep = (a: Enclosure, b: Enclosure, bits: number) => Enclosure;

const both = (a: Value, b: Value, bits: number, exactly: ExactStep, roughly: EnclosedStep): Value =>
  isExact(a) && isExact(b) ? settle(exactly(a, b), bits) : roughly(ranged(a, bits), ranged(b, bits), bits);

function powerOf(base: Value, exponent: Value, bits: number): Value {
  if (!isExact(exponent)) {
    if (isExact(base) && exact.isOne(base)) return base;
    return enclosed.realPower(ranged(base, bits), exponent, bits);
  }
  if (exact.isZero(exponent)) return exact.one;
  const exactly = isExact(base) ? exactPower(base, exponent) : undefined;
  return exactly === undefined
    ? enclosed.rationalPower(ranged(base, bits), exponent, bits)
    : settle(exactly, bits);
}

function valueOfCall(name: FunctionName, args: readonly Expr[], env: Env, bits: number): Value {
  if (name === "root") return evaluateRoot(args, bits);
  const values = args.map((arg) => worth(arg, env, bits));
  const first = must(values[0], "a function has an argument");
  switch (name) {
    case "min":
      return values.reduce((a, b) => smaller(a, b, bits));
    case "max":
      return negated(values.map(negated).reduce((a, b) => smaller(a, b, bits)));
    case "abs":
      return isExact(first) ? exact.absolute(first) : enclosed.absolute(first);
    case "sqrt":
      return powerOf(first, exact.ratio(1n, 2n), bits);
    case "exp":
      return isExact(first) && exact.isZero(first) ? exact.one : enclosed.exp(ranged(first, bits), bits);
    case "log":
    case "ln":
      return isExact(first) && exact.isOne(first) ? exact.zero : enclosed.log(ranged(first, bits), bits);
    case "log2":
      return logToBaseTwo(first, bits);
    case "lambertw":
      return lambertOf(first, values[1], bits);
    default:
      return unreachable(name);
  }
}

const negated = (value: Value): Value => (isExact(value) ? exact.negate(value) : enclosed.negate(value));

/** The smaller value; exact when it is known to be the exact one. */
function smaller(a: Value, b: Value, bits: number): Value {
  if (isExact(a) && isExact(b)) return exact.min(a, b);
  const [left, right] = [ranged(a, bits), ranged(b, bits)];
  const sign = enclosed.signOf(enclosed.subtract(left, right, bits));
  if (sign !== undefined) return sign <= 0 ? a : b;
  return enclosed.min(left, right);
}

function logToBaseTwo(of: Value, bits: number): Value {
  const exactly = isExact(of) && exact.sign(of) > 0 ? exactLog2(of) : undefined;
  return exactly ?? enclosed.log2(ranged(of, bits), bits);
}

function lambertOf(of: Value, branch: Value | undefined, bits: number): Value {
  const isLower = branch !== undefined && isExact(branch) && exact.sign(branch) < 0;
  if (!isLower && isExact(of) && exact.isZero(of)) return exact.zero;
  return enclosed.lambert(ranged(of, bits), isLower ? -1 : 0, bits);
}
