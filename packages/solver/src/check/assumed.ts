import { type Comparison, type Expr, subtract } from "@crux/core";
import { isZero } from "@crux/core/exact";
import type { Algebra } from "./algebra.ts";
import { normalForm } from "./normal-form.ts";
import { signOfPolynomial } from "./numeric-sign.ts";
import { perfectRoot } from "./perfect-root.ts";
import {
  difference,
  inversePowers,
  isFree,
  monomial,
  type Polynomial,
  product,
  type Ratio,
  unit,
} from "./polynomial.ts";
import { logarithm } from "./powers.ts";
import { divideRatios, whole } from "./quotient.ts";
import { sureSignOfRatio } from "./sign.ts";

/** `expr RELATION 0`. */
export type SignFact = { readonly expr: Expr; readonly relation: ">" | ">=" | "!=" | "=" };

/** A fact that has to hold; `or` says the same under the other things that have to. */
export type Required = SignFact & { readonly or?: SignFact };

/** A comparison as a fact about the difference of its sides, the greater side first. */
export function factOf({ left, relation, right }: Comparison): SignFact {
  if (relation === "<" || relation === "<=") {
    return { expr: subtract(right, left), relation: relation === "<" ? ">" : ">=" };
  }
  return { expr: subtract(left, right), relation };
}

/** The sign that a formula surely has where the facts hold: by itself, or as a multiple of one of them plus a rest. */
export function signGiven(of: Ratio, facts: readonly SignFact[], algebra: Algebra): -1 | 0 | 1 | undefined {
  const sure = sureSignOfRatio(of, algebra);
  if (sure !== undefined) return sure;
  const den =
    signOfPolynomial(of.den, algebra) ?? byFacts(of.den, facts, algebra) ?? signOfSquare(of.den, algebra);
  const num =
    byFacts(of.num, facts, algebra) ?? bySquares(of.num, facts, algebra) ?? byLogarithms(of.num, algebra);
  if (den === undefined || den === 0 || num === undefined) return undefined;
  return num === den ? 1 : -1;
}

/** 1 for a square, which is not 0 where it is divided by. */
const signOfSquare = (p: Polynomial, { budget }: Algebra): 1 | undefined =>
  p.size >= 3 && perfectRoot(p, 2, budget) !== undefined ? 1 : undefined;

function byFacts(p: Polynomial, facts: readonly SignFact[], algebra: Algebra): -1 | 1 | undefined {
  for (const fact of facts) {
    const besideZero = fact.relation === "=" ? modulo(p, fact, algebra) : undefined;
    if (besideZero !== undefined) return besideZero;
    if (fact.relation !== ">" && fact.relation !== ">=") continue;
    const form = normalForm(fact.expr, algebra);
    if (signOfPolynomial(form.den, algebra) !== 1) continue;
    const found = asMultiple(p, form.num, fact.relation === ">", algebra);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The sign of what is left of `p` when a multiple of something that is 0 is taken away. */
function modulo(p: Polynomial, fact: SignFact, algebra: Algebra): -1 | 1 | undefined {
  const { num, den } = normalForm(fact.expr, algebra);
  if (signOfPolynomial(den, algebra) !== 1) return undefined;
  for (const factor of quotientsOf(p, num, algebra)) {
    if (!signOfPolynomial(factor, algebra)) continue;
    const side = signOfPolynomial(difference(p, product(factor, num, algebra.budget)), algebra);
    if (side === 1 || side === -1) return side;
  }
  return undefined;
}

/** The sign of a difference of two sums that are not negative: that of the difference of their squares. */
function bySquares(p: Polynomial, facts: readonly SignFact[], algebra: Algebra): -1 | 1 | undefined {
  const summands = [...p];
  if (!summands.every(([, { powers }]) => powers.every(([atom]) => atom.positive || atom.kind === "base"))) {
    return undefined;
  }
  const plus: Polynomial = new Map(summands.filter(([, { coefficient }]) => coefficient.num > 0n));
  const minus: Polynomial = new Map(summands.filter(([, { coefficient }]) => coefficient.num < 0n));
  if (plus.size === 0 || minus.size === 0 || plus.size + minus.size > 12) return undefined;
  const gap = difference(product(plus, plus, algebra.budget), product(minus, minus, algebra.budget));
  const found = signOfPolynomial(gap, algebra) ?? byFacts(gap, facts, algebra);
  return found === 0 ? undefined : found;
}

/** The sign of a difference of two products that are surely positive: that of the difference of their logarithms. */
function byLogarithms(p: Polynomial, algebra: Algebra): -1 | 1 | undefined {
  const summands = [...p.values()];
  const [plus, minus] = [
    summands.find(({ coefficient }) => coefficient.num > 0n),
    summands.find(({ coefficient }) => coefficient.num < 0n),
  ];
  if (summands.length !== 2 || plus === undefined || minus === undefined) return undefined;
  if (!summands.every(({ powers }) => powers.every(([atom]) => atom.positive))) return undefined;
  const size = { num: -minus.coefficient.num, den: minus.coefficient.den };
  const quotient = divideRatios(
    whole(monomial(plus.coefficient, plus.powers)),
    whole(monomial(size, minus.powers)),
    algebra.budget,
  );
  const found = sureSignOfRatio(logarithm(quotient, algebra), algebra);
  return found === 0 ? undefined : found;
}

/** The sign of `p` if it is a multiple of sure sign of `q`, which is positive, plus a rest of the same sign. */
function asMultiple(p: Polynomial, q: Polynomial, isStrict: boolean, algebra: Algebra): -1 | 1 | undefined {
  for (const factor of quotientsOf(p, q, algebra)) {
    const turn = signOfPolynomial(factor, algebra);
    if (turn !== 1 && turn !== -1) continue;
    const rest = difference(p, product(factor, q, algebra.budget));
    const side = signOfPolynomial(rest, algebra);
    if (side === turn || (isStrict && (side === 0 || isNeverAgainst(rest, turn)))) return turn;
  }
  return undefined;
}

/** Whether all summands have this sign, or are 0 since a root in them is. */
const isNeverAgainst = (p: Polynomial, turn: 1 | -1): boolean =>
  [...p.values()].every(
    ({ coefficient, powers }) =>
      coefficient.num > 0n === (turn === 1) &&
      powers.every(([atom]) => atom.positive || atom.kind === "base"),
  );

/** Each summand of `p` divided by each one of `q` that is not 0 anywhere. */
function* quotientsOf(p: Polynomial, q: Polynomial, algebra: Algebra): Iterable<Polynomial> {
  for (const a of p.values()) {
    for (const b of q.values()) {
      if (!b.powers.every(([atom]) => isFree(atom))) continue;
      algebra.budget.spend(5, "looking for a multiple of a fact");
      const coefficient = {
        num: a.coefficient.num * b.coefficient.den,
        den: a.coefficient.den * b.coefficient.num,
      };
      const upright = coefficient.den < 0n ? { num: -coefficient.num, den: -coefficient.den } : coefficient;
      yield product(
        monomial(upright, a.powers),
        monomial({ num: 1n, den: 1n }, inversePowers(b.powers)),
        algebra.budget,
      );
    }
  }
}

/** Whether the facts surely make this one hold. */
export function holdsGiven(fact: SignFact, facts: readonly SignFact[], algebra: Algebra): boolean {
  const form = normalForm(fact.expr, algebra);
  if (facts.some((other) => impliesFact(other, fact, algebra))) return true;
  const found = signGiven(form, facts, algebra) ?? signOfParts(fact.expr, facts, algebra);
  // Where it is real, a quotient is not 0 just if what is above is not.
  if (found === undefined && fact.relation === "!=") {
    const above = signGiven({ num: form.num, den: unit }, facts, algebra);
    return above === 1 || above === -1;
  }
  if (found === undefined) return false;
  return fact.relation === "="
    ? found === 0
    : fact.relation === "!="
      ? found !== 0
      : fact.relation === ">"
        ? found === 1
        : found >= 0;
}

/** The sign of a product or quotient as it stands, by those of its parts: multiplied out it may be harder to see. */
function signOfParts(expr: Expr, facts: readonly SignFact[], algebra: Algebra): -1 | 0 | 1 | undefined {
  const of = (part: Expr): -1 | 0 | 1 | undefined =>
    signOfParts(part, facts, algebra) ?? signGiven(normalForm(part, algebra), facts, algebra);
  const turned = (part: Expr): -1 | 0 | 1 | undefined => timesSign(-1, of(part));
  if (expr.kind === "negate") return turned(expr.of);
  if (expr.kind === "multiply") return timesSign(of(expr.left), of(expr.right));
  if (expr.kind !== "subtract") return undefined;
  if (isZeroText(expr.right)) return of(expr.left);
  return isZeroText(expr.left) ? turned(expr.right) : undefined;
}

const isZeroText = (expr: Expr): boolean => expr.kind === "number" && isZero(expr.value);

function timesSign(a: -1 | 0 | 1 | undefined, b: -1 | 0 | 1 | undefined): -1 | 0 | 1 | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a === 0 || b === 0 ? 0 : a === b ? 1 : -1;
}

/** Whether one fact alone says another about the same formula: `> 0` says `>= 0` and `!= 0`, `= 0` says `>= 0`. */
function impliesFact(known: SignFact, wanted: SignFact, algebra: Algebra): boolean {
  if (known.relation === wanted.relation) return isSameFact(known, wanted, algebra);
  const isWeaker =
    (known.relation === ">" && wanted.relation !== "=") ||
    (known.relation === "=" && wanted.relation === ">=");
  return isWeaker && isSameFact(known, { expr: wanted.expr, relation: known.relation }, algebra);
}

/** Whether one of two facts says that a formula is 0, and the other one that it is not. */
function areAgainst(a: SignFact, b: SignFact, algebra: Algebra): boolean {
  const relations = [a.relation, b.relation];
  if (!relations.includes("=") || !relations.some((one) => one === "!=" || one === ">")) return false;
  return isSameFact({ ...a, relation: "=" }, { ...b, relation: "=" }, algebra);
}

/** Whether the facts surely make this one false. */
export function failsGiven(fact: SignFact, facts: readonly SignFact[], algebra: Algebra): boolean {
  if (facts.some((other) => areAgainst(fact, other, algebra))) return true;
  const found =
    signGiven(normalForm(fact.expr, algebra), facts, algebra) ?? signOfParts(fact.expr, facts, algebra);
  if (found === undefined) return false;
  return fact.relation === "="
    ? found !== 0
    : fact.relation === "!="
      ? found === 0
      : fact.relation === ">"
        ? found !== 1
        : found === -1;
}

/**
 * Whether two facts say the same: their formulas are equal up to a factor that is surely positive (or just not 0), also
 * where only `given` makes it so.
 */
export function isSameFact(
  a: SignFact,
  b: SignFact,
  algebra: Algebra,
  given: readonly SignFact[] = [],
): boolean {
  if (a.relation !== b.relation) return false;
  const [first, second] = [normalForm(a.expr, algebra), normalForm(b.expr, algebra)];
  if (first.num.size === 0 || second.num.size === 0) return first.num.size === second.num.size;
  const turn = signOfQuotient(first, second, given, algebra);
  return turn === 1 || (turn === -1 && (a.relation === "=" || a.relation === "!="));
}

/** The sign that a quotient of two quotients surely has: as one, or part by part. */
function signOfQuotient(
  a: Ratio,
  b: Ratio,
  given: readonly SignFact[],
  algebra: Algebra,
): -1 | 0 | 1 | undefined {
  const signOf = (top: Ratio, bottom: Ratio): -1 | 0 | 1 | undefined => {
    const quotient = divideRatios(top, bottom, algebra.budget);
    return given.length === 0 ? sureSignOfRatio(quotient, algebra) : signGiven(quotient, given, algebra);
  };
  const found = signOf(a, b);
  if (found !== undefined) return found;
  const above = signOf(whole(a.num), whole(b.num));
  return above === undefined ? undefined : timesSign(above, signOf(whole(b.den), whole(a.den)));
}
