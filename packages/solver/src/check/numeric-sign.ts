import { add, call, compareAt, constant, divide, type Expr, multiply, number, power } from "@crux/core";
import { isInteger, isOne, type Rational } from "@crux/core/exact";
import type { Algebra } from "./algebra.ts";
import {
  type Atom,
  isSurelyPositive as allPositive,
  difference,
  fromAtom,
  isSame,
  keyOf,
  type Polynomial,
  type Powers,
  type Ratio,
  type Summand,
  unit,
} from "./polynomial.ts";

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
  let found: -1 | 1 | undefined;
  let isStrict = false;
  for (const { powers, summands } of groups.values()) {
    const size = signOfNumbers(summands, algebra);
    if (size === 0) continue;
    const negative = powers.filter(([atom]) => isNegativeAtom(atom, algebra));
    const isWhole = negative.every(([, exponent]) => isInteger(exponent));
    const isTurned = negative.filter(([, { num }]) => num % 2n !== 0n).length % 2 !== 0;
    const here = size === undefined || !isWhole ? undefined : isTurned ? turned(size) : size;
    const others = powers.filter((one) => !negative.includes(one));
    const isPositive = others.every(([atom]) => isPositiveAtom(atom, algebra));
    // A root may be 0, which does not matter beside something that surely is not.
    const isWeak = others.every(([atom]) => isPositiveAtom(atom, algebra) || atom.kind === "base");
    if (here === undefined || !isWeak || (found !== undefined && here !== found)) return undefined;
    found = here;
    isStrict ||= isPositive;
  }
  return found === undefined ? 0 : isStrict ? found : undefined;
}

const turned = (sign: -1 | 1): -1 | 1 => (sign === 1 ? -1 : 1);

/** Whether an atom is a value of the Lambert function below 0: on its other branch, or of something negative. */
function isNegativeAtom(atom: Atom, algebra: Algebra): boolean {
  if (atom.kind !== "lambert" || atom.positive) return false;
  if (atom.expr.kind === "call" && atom.expr.args.length === 2) return true;
  const [num, den] = [signOfPolynomial(atom.of.num, algebra), signOfPolynomial(atom.of.den, algebra)];
  return num !== undefined && den !== undefined && num * den === -1;
}

/** Whether an atom is positive, or the logarithm of something that is known to be more than 1. */
function isPositiveAtom(atom: Atom, algebra: Algebra): boolean {
  if (atom.positive || atom.kind !== "log") return atom.positive;
  const excess = difference(fromAtom(atom.of), unit);
  return algebra.known.some((one) => isSame(one, excess));
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
    case "root":
      return true;
    case "lambert":
      return isNumericSum(atom.of.num) && isNumericSum(atom.of.den);
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
    case "root":
    case "lambert":
      return atom.expr;
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

/** Whether a sum is seen to be positive wherever it is real. */
export const isPositive = (p: Polynomial, algebra: Algebra): boolean => signOfPolynomial(p, algebra) === 1;

/** Whether a quotient is seen to be positive wherever it is real. */
export const isPositiveRatio = ({ num, den }: Ratio, algebra: Algebra): boolean =>
  isPositive(num, algebra) && isPositive(den, algebra);
