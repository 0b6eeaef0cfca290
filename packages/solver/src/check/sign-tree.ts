import {
  divide,
  type Expr,
  mapChildren,
  multiply,
  number,
  power,
  sameExpr,
  substitute,
  subtract,
  walk,
} from "@crux/core";
import type { SignTree } from "../certificate/symbolic-proof.ts";
import type { Algebra } from "./algebra.ts";
import { holdsGiven, isSameFact, type SignFact, signGiven } from "./assumed.ts";
import { normalForm, sameNormalForm } from "./normal-form.ts";
import { type Polynomial, unit } from "./polynomial.ts";
import { divideRatios } from "./quotient.ts";
import { exprAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { signAsWritten, sureSignOfRatio } from "./sign.ts";

const STEP = "take a sign apart";

/** What is known where a sign is taken apart. */
export type SignTask = { readonly algebra: Algebra; readonly facts: readonly SignFact[] };

/** An open factor of a formula, and how often it counts. */
export type Factor = { readonly of: Expr; readonly times: number };

/** How the sign of a formula comes about: that of the open factors, turned round where `turn` is -1. */
export type Flat = { readonly turn: 1 | -1; readonly factors: readonly Factor[] };

/** The same with each factor once, also where it stands with the other sign. */
export function gathered({ turn, factors }: Flat, { algebra }: SignTask): Flat {
  const kept: Factor[] = [];
  let sign = turn;
  for (const { of, times } of factors) {
    const form = normalForm(of, algebra);
    const signs = kept.map((one) =>
      sureSignOfRatio(divideRatios(form, normalForm(one.of, algebra), algebra.budget), algebra),
    );
    const at = signs.findIndex((one) => one === 1 || one === -1);
    const found = kept[at];
    if (found === undefined) {
      kept.push({ of, times });
      continue;
    }
    if (signs[at] === -1 && times % 2 !== 0) sign = sign === 1 ? -1 : 1;
    kept[at] = { of: found.of, times: found.times + times };
  }
  return { turn: sign, factors: kept };
}

/** The open factors of a formula's sign, with the sign of the rest. */
export function flat(tree: SignTree, of: Expr, task: SignTask, path: Path): Flat {
  const { algebra, facts } = task;
  const unit = exprAt(tree.unit, [...path, "unit"]);
  const own = signAsWritten(unit, algebra) ?? signGiven(normalForm(unit, algebra), facts, algebra);
  if (own !== 1 && own !== -1) return refuse(STEP, [...path, "unit"], "it has no sure sign");
  const read = tree.factors.map((one, index) => ({
    ...one,
    expr: exprAt(one.of, [...path, "factors", index, "of"]),
  }));
  const product = read.reduce((so, { expr, times }) => multiply(so, power(expr, number(times))), unit);
  const isProduct = sameNormalForm(of, product, algebra) || haveSameSquare(of, product, algebra);
  demand(isProduct, STEP, path, "it is not the product of the factors");
  let turn: 1 | -1 = own;
  const factors: Factor[] = [];
  for (const [index, { expr, times, like }] of read.entries()) {
    demand(times !== 0, STEP, [...path, "factors", index, "times"], "it is 0");
    if (like === null) {
      factors.push({ of: expr, times });
      continue;
    }
    const place = [...path, "factors", index, "like"];
    const inner = likeFactor(like.rule, like.sign, expr, task, place);
    if (times % 2 !== 0 && inner.turn === -1) turn = turn === 1 ? -1 : 1;
    factors.push(...inner.factors.map((one) => ({ of: one.of, times: one.times * times })));
  }
  return { turn, factors };
}

/** Degrees of roots that are tried. */
const DEGREES: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

type LikeRule = NonNullable<SignTree["factors"][number]["like"]>["rule"];

/** The sign of a factor by that of another formula, which the sign tree multiplies out to. */
function likeFactor(rule: LikeRule, tree: SignTree, of: Expr, task: SignTask, path: Path) {
  const read = tree.factors.map((one) => multiplyOut(one.of, one.times, path));
  const other = read.reduce(multiply, exprAt(tree.unit, [...path, "sign", "unit"]));
  demand(hasSameSign(rule, of, other, task), STEP, path, "the two are not seen to have the same sign");
  return flat(tree, other, task, [...path, "sign"]);
}

const multiplyOut = (of: string, times: number, path: Path): Expr => power(exprAt(of, path), number(times));

/** Whether two formulas have the same sign, since a growing function is applied to both sides of the first. */
function hasSameSign(rule: LikeRule, of: Expr, other: Expr, task: SignTask): boolean {
  const { algebra, facts } = task;
  const isLike = (a: Expr): boolean =>
    isSameFact({ expr: a, relation: ">" }, { expr: other, relation: ">" }, algebra);
  if (rule === "logs") {
    const grown = subtract({ kind: "call", name: "exp", args: [of] }, number(1));
    return isLike(grown) || isQuotientLike(of, isLike, task);
  }
  if (rule === "lambert") {
    return of.kind === "call" && of.name === "lambertw" && of.args.length === 1 && of.args.every(isLike);
  }
  if (rule === "log") return isLogLike(of, isLike, task);
  const sides = sidesOf(of);
  // A root alone has the sign of what is under it.
  if (sides === undefined && rule === "root" && isNeverNegative(of, algebra)) {
    return DEGREES.some((n) => isLike(power(of, number(n))));
  }
  if (sides === undefined) return false;
  const [p, q] = sides;
  const isAtLeast = (one: Expr, relation: ">" | ">="): boolean =>
    holdsGiven({ expr: one, relation }, facts, algebra);
  if (rule === "exponentials") {
    const log = (one: Expr): Expr => ({ kind: "call", name: "log", args: [one] });
    return isAtLeast(p, ">") && isAtLeast(q, ">") && isLike(subtract(log(p), log(q)));
  }
  if (![p, q].every((one) => isAtLeast(one, ">=") || isNeverNegative(one, algebra))) return false;
  return DEGREES.some((n) => isLike(subtract(power(p, number(n)), power(q, number(n)))));
}

/** `log(P/Q)` with a positive `P` has the sign of `P - Q`: where it is real, `Q` is positive, too. */
function isQuotientLike(of: Expr, isLike: (expr: Expr) => boolean, { algebra, facts }: SignTask): boolean {
  const inside = of.kind === "call" && (of.name === "log" || of.name === "ln") ? of.args[0] : undefined;
  if (inside?.kind !== "divide") return false;
  const isPositive = holdsGiven({ expr: inside.left, relation: ">" }, facts, algebra);
  return isPositive && isLike(subtract(inside.left, inside.right));
}

/** Whether two formulas are seen to be equal since neither is negative and their squares are the same. */
export function haveSameSquare(a: Expr, b: Expr, algebra: Algebra): boolean {
  const square = (x: Expr): Expr => power(x, number(2));
  return (
    [a, b].every((one) => isNeverNegative(one, algebra)) && sameNormalForm(square(a), square(b), algebra)
  );
}

/** Whether all summands are products of positive parts and of roots, which may be 0. */
export function isNeverNegative(expr: Expr, algebra: Algebra): boolean {
  const { num, den } = normalForm(expr, algebra);
  const isFine = (p: Polynomial): boolean =>
    [...p.values()].every(
      ({ coefficient, powers }) =>
        coefficient.num > 0n && powers.every(([atom]) => atom.positive || atom.kind === "base"),
    );
  // What is divided by is not 0 where the quotient is a number.
  return isFine(num) && (isFine(den) || signGiven({ num: den, den: unit }, [], algebra) === 1);
}

/** `part*log(P) + rest` has the sign of `P - exp(-rest/part)`, turned round where `part` is negative. */
function isLogLike(of: Expr, isLike: (expr: Expr) => boolean, { algebra, facts }: SignTask): boolean {
  const logs: Expr[] = [];
  walk(of, (part) => {
    if (part.kind === "call" && (part.name === "log" || part.name === "ln")) logs.push(part);
  });
  return logs.some((log) => {
    const inside = log.kind === "call" ? log.args[0] : undefined;
    const name = "log_of_it";
    const line = replacedOutside(of, log, { kind: "symbol", name });
    const rest = substitute(line, new Map([[name, number(0)]]));
    const part = subtract(substitute(line, new Map([[name, number(1)]])), rest);
    const isLine = sameNormalForm(of, { kind: "add", left: multiply(part, log), right: rest }, algebra);
    const turn = signGiven(normalForm(part, algebra), facts, algebra);
    if (!isLine || inside === undefined || (turn !== 1 && turn !== -1)) return false;
    const power: Expr = { kind: "call", name: "exp", args: [divide(subtract(number(0), rest), part)] };
    return isLike(turn === 1 ? subtract(inside, power) : subtract(power, inside));
  });
}

/** The formula with another part, but for what stands inside of a logarithm or Lambert's function: a line in the rest will do. */
function replacedOutside(expr: Expr, part: Expr, by: Expr): Expr {
  if (sameExpr(expr, part)) return by;
  if (expr.kind === "call" && ["lambertw", "log", "ln"].includes(expr.name)) return expr;
  return mapChildren(expr, (child) => replacedOutside(child, part, by));
}

/** The positive and the negative summands of a formula, the latter with their signs turned. */
function sidesOf(of: Expr): readonly [Expr, Expr] | undefined {
  const plus: Expr[] = [];
  const minus: Expr[] = [];
  const take = (expr: Expr, turned: boolean): void => {
    if (expr.kind === "add" || expr.kind === "subtract") {
      take(expr.left, turned);
      take(expr.right, expr.kind === "subtract" ? !turned : turned);
    } else if (expr.kind === "negate") take(expr.of, !turned);
    else (turned ? minus : plus).push(expr);
  };
  take(of, false);
  const sum = (parts: readonly Expr[]): Expr | undefined =>
    parts.length === 0 ? undefined : parts.reduce((left, right): Expr => ({ kind: "add", left, right }));
  const [p, q] = [sum(plus), sum(minus)];
  return p === undefined || q === undefined ? undefined : [p, q];
}
