import {
  add,
  call,
  compareAt,
  constant,
  divide,
  type Expr,
  multiply,
  nameOf,
  number,
  power,
} from "@crux/core";
import { integer, isOne, type Rational, sign } from "@crux/core/exact";
import type { Algebra } from "./algebra.ts";
import { normalForm } from "./normal-form.ts";
import {
  type Atom,
  isSurelyPositive as allPositive,
  constant as constantPolynomial,
  keyOf,
  type Polynomial,
  type Powers,
  type Ratio,
  type Summand,
} from "./polynomial.ts";
import { addRatios, whole } from "./quotient.ts";

/** The sign that a formula has wherever it is real and the positive unknowns are positive; undefined if not seen. */
export function sureSign(expr: Expr, algebra: Algebra): -1 | 0 | 1 | undefined {
  if (isSurelyPositive(expr, algebra)) return 1;
  return sureSignOfRatio(normalForm(expr, algebra), algebra);
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

/** The sign of a sum whose summands, with numbers gathered, all have the same one. */
export function signOfPolynomial(p: Polynomial, algebra: Algebra): -1 | 0 | 1 | undefined {
  if (p.size === 0) return 0;
  if (allPositive(p)) return 1;
  const groups = new Map<string, { powers: Powers; summands: Summand[] }>();
  for (const summand of p.values()) {
    const powers = summand.powers.filter(([atom]) => !isNumeric(atom));
    const group = groups.get(keyOf(powers)) ?? { powers, summands: [] };
    group.summands.push(summand);
    groups.set(keyOf(powers), group);
  }
  const signs = new Set<-1 | 0 | 1 | undefined>();
  for (const { powers, summands } of groups.values()) {
    if (powers.some(([atom]) => !atom.positive)) return undefined;
    signs.add(signOfNumbers(summands, algebra));
  }
  return signs.size === 1 ? [...signs][0] : undefined;
}

/** The sign of a sum of numbers; the other atoms, which are positive, are the same in all summands. */
function signOfNumbers(summands: readonly Summand[], algebra: Algebra): -1 | 0 | 1 | undefined {
  const total = summands
    .map(({ coefficient, powers }) =>
      powers
        .filter(([atom]) => isNumeric(atom))
        .reduce<Expr>(
          (so, [atom, exponent]) => multiply(so, raised(formulaOf(atom), exponent)),
          number(coefficient),
        ),
    )
    .reduce(add);
  algebra.budget.spend(20, "evaluating a number");
  const found = compareAt(total, number(0), new Map());
  return found === "undecided" ? undefined : found;
}

const raised = (base: Expr, exponent: Rational): Expr =>
  isOne(exponent) ? base : power(base, number(exponent));

/** Whether an atom is a number, without unknowns. */
function isNumeric(atom: Atom): boolean {
  switch (atom.kind) {
    case "pi":
    case "prime":
      return true;
    case "log":
      return isNumeric(atom.of);
    case "base":
      return isNumericSum(atom.of);
    case "power":
      return (
        (atom.base === null || isNumeric(atom.base)) &&
        isNumericSum(atom.exponent.num) &&
        isNumericSum(atom.exponent.den)
      );
    default:
      return false;
  }
}

const isNumericSum = (p: Polynomial): boolean =>
  [...p.values()].every(({ powers }) => powers.every(([atom]) => isNumeric(atom)));

/** A numeric atom as a formula. */
function formulaOf(atom: Atom): Expr {
  switch (atom.kind) {
    case "prime":
      return number(atom.value);
    case "log":
      return call("log", formulaOf(atom.of));
    case "base":
      return formulaOfSum(atom.of);
    case "power": {
      const exponent = divide(formulaOfSum(atom.exponent.num), formulaOfSum(atom.exponent.den));
      return atom.base === null ? call("exp", exponent) : power(formulaOf(atom.base), exponent);
    }
    default:
      return constant("pi");
  }
}

const formulaOfSum = (p: Polynomial): Expr =>
  [...p.values()]
    .map(({ coefficient, powers }) =>
      powers.reduce<Expr>(
        (so, [atom, exponent]) => multiply(so, raised(formulaOf(atom), exponent)),
        number(coefficient),
      ),
    )
    .reduce(add, number(0));
