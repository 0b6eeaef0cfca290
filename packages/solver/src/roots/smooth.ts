import {
  type Budget,
  differentiate,
  type Expr,
  evaluate,
  number,
  type Rational,
  substitute,
} from "@crux/core";
import { enclosed, isZero, sign } from "@crux/core/exact";
import { createAtoms } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import * as ratios from "../algebra/ratio.ts";
import { Undecided } from "../algebra/undecided.ts";
import { everything, Nowhere, type Range, range, signOfRange } from "./range.ts";
import { type RangeFunction, rangeFunction } from "./range-of.ts";
import { writeRatio } from "./short-form.ts";

/** A formula in one unknown with its derivatives, to be looked at over ranges and at points. */
export type Smooth = {
  readonly expr: Expr;
  readonly of: string;
  readonly budget: Budget;
  /** Derivative number `order` as a formula; undefined where there is a corner. */
  readonly derivative: (order: number) => Expr | undefined;
  /** Range of derivative number `order` on a piece; everything where it is not known. */
  readonly over: (order: number, piece: Range, bits?: number) => Range;
  /** The same by a shorter formula for the derivative, in normal form; null where there is none. */
  readonly tidy: (order: number, piece: Range) => { readonly range: Range; readonly formula: Expr } | null;
  /** Proved sign at a point; undefined where it is not real or cannot be told. */
  readonly signAt: (x: Rational) => -1 | 0 | 1 | undefined;
  /** Whether derivative number `order` is proved to vanish at a number without unknowns. */
  readonly vanishesAt: (order: number, x: Expr) => boolean;
};

const SEARCH_BITS = 64;
/** Precisions for the sign at a point; between the first and the second, zero is tried by algebra. */
const PRECISIONS = [64, 128, 512, 2048] as const;

/** Prepares a formula in the unknown `of`. */
export function smooth(expr: Expr, of: string, budget: Budget): Smooth {
  const derivatives: (Expr | undefined)[] = [expr];
  const functions: (RangeFunction | undefined)[] = [];
  // About one step for each microsecond that an evaluation takes.
  const weight = 20 + 6 * sizeOf(expr);
  const derivative = (order: number): Expr | undefined => {
    while (derivatives.length <= order) {
      const last = derivatives[derivatives.length - 1];
      derivatives.push(last && differentiate(last, of));
    }
    return derivatives[order];
  };
  const over = (order: number, piece: Range, bits: number = SEARCH_BITS): Range => {
    const formula = derivative(order);
    if (formula === undefined) return everything(true);
    functions[order] ??= rangeFunction(formula, of);
    budget.spend(weight * (order + 1), "looking for roots");
    return functions[order]?.(piece, bits) ?? everything(true);
  };
  const tidied: ({ at: RangeFunction; formula: Expr } | null)[] = [];
  const tidy: Smooth["tidy"] = (order, piece) => {
    tidied[order] ??= tidyFormula(derivative(order), of, budget);
    const short = tidied[order];
    budget.spend(weight, "looking for roots");
    return short ? { range: short.at(piece, SEARCH_BITS), formula: short.formula } : null;
  };
  const vanishesAt = (order: number, x: Expr): boolean => {
    const formula = derivative(order);
    return formula !== undefined && isZeroNumber(substitute(formula, new Map([[of, x]])), budget);
  };
  const known = new Map<string, -1 | 0 | 1 | undefined>();
  const signAt = (x: Rational): -1 | 0 | 1 | undefined => {
    const key = `${x.num}/${x.den}`;
    if (!known.has(key)) known.set(key, signAtPoint(x));
    return known.get(key);
  };
  const signAtPoint = (x: Rational): -1 | 0 | 1 | undefined => {
    for (const [index, bits] of PRECISIONS.entries()) {
      if (index === 1 && vanishesAt(0, number(x))) return 0;
      const value = valueAt((piece) => over(0, piece, bits), x, bits);
      if (value === undefined || value.partial) return undefined;
      const found = signOfRange(value);
      if (found !== 0) return found;
    }
    return undefined;
  };
  return { expr, of, budget, derivative, over, tidy, signAt, vanishesAt };
}

/** A formula brought to normal form and written out again. */
function tidyFormula(
  expr: Expr | undefined,
  of: string,
  budget: Budget,
): { at: RangeFunction; formula: Expr } | null {
  if (expr === undefined) return null;
  try {
    const atoms = createAtoms({ positive: [], budget });
    const formula = writeRatio(atoms, normalise(expr, atoms).value);
    return { at: rangeFunction(formula, of), formula };
  } catch (error) {
    if (error instanceof Undecided) return null;
    throw error;
  }
}

/** The range around a value at a point; undefined where it is not real. */
export function valueAt(at: (x: Range) => Range, x: Rational, bits: number): Range | undefined {
  const { low, high } = enclosed.encloseRational(x, bits + 32);
  try {
    return at(range(low, high));
  } catch (error) {
    if (error instanceof Nowhere) return undefined;
    throw error;
  }
}

/** Whether a formula without unknowns is proved to be 0 by bringing it to normal form. */
export function isZeroNumber(expr: Expr, budget: Budget): boolean {
  const rough = evaluate(expr, new Map(), 128);
  if (rough.kind === "exact") return isZero(rough.value);
  if (rough.kind === "undefined" || (rough.kind === "enclosed" && isSigned(rough.range))) return false;
  try {
    return ratios.isZero(normalise(expr, createAtoms({ budget })).value);
  } catch (error) {
    if (error instanceof Undecided) return false;
    throw error;
  }
}

const isSigned = (a: { low: { mantissa: bigint }; high: { mantissa: bigint } }): boolean =>
  sign({ num: a.low.mantissa, den: 1n }) > 0 || sign({ num: a.high.mantissa, den: 1n }) < 0;

/** Number of nodes of a formula. */
export function sizeOf(expr: Expr): number {
  switch (expr.kind) {
    case "number":
    case "constant":
    case "symbol":
    case "cost":
      return 1;
    case "negate":
      return 1 + sizeOf(expr.of);
    case "call":
      return expr.args.reduce((total, arg) => total + sizeOf(arg), 1);
    default:
      return 1 + sizeOf(expr.left) + sizeOf(expr.right);
  }
}
