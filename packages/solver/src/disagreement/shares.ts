import type { Budget, Expr, Scenario } from "@crux/core";
import * as core from "@crux/core";
import { call, contestOf, divide, must, number, sum, unknownsOf } from "@crux/core";
import { integer, ratio } from "@crux/core/exact";
import { solveEquation } from "../equation/solve-equation.ts";
import { numberValue } from "../map/number-value.ts";
import type { Value } from "../query/answer.ts";
import { between, type Difference, type Position } from "./difference.ts";

/**
 * How much of the gap each difference makes up, from 0 to 1, in the order of the differences; negative where a point
 * works the other way. Null, with what is missing, where there is no gap to share.
 */
export type Shares =
  | { readonly kind: "shares"; readonly values: readonly Value[] }
  | { readonly kind: "none"; readonly missing: string };

/** Above this many differences there are too many orders to average over. */
const MOST = 10;

/**
 * Shapley shares of `log(g / g*)`, where `g*` is the threshold between the two winners: the mean, over all orders in
 * which the points are taken over, of what a point adds. Every summand is the logarithm of a ratio that is kept as a
 * formula, so a share is a quotient of sums of logarithms with exact coefficients, simplified; nothing is rounded
 * before the last step. The shares add up to 1 exactly. Scores that need not be straight lines in `g` have none, since
 * the checker could not see that a threshold is the only one.
 */
export function sharesOfGap(
  a: Position,
  b: Position,
  differences: readonly Difference[],
  winners: { readonly a: readonly string[]; readonly b: readonly string[] },
  budget: Budget,
): Shares {
  const [one, other] = [winners.a[0], winners.b[0]];
  if (one === undefined || other === undefined || one === other) return none("two different winners");
  if (differences.length > MOST) return none(`at most ${MOST} differences`);
  if (![a, b].every(({ scenario }) => isStraight(scenario)))
    return none("scores that are straight lines in g");
  const gaps: Expr[] = [];
  for (let set = 0; set < 1 << differences.length; set += 1) {
    const taken = differences.filter((_, place) => isIn(set, place));
    const gap = gapOf(between(a, b, taken), [one, other], budget);
    if (gap === null) {
      const names = taken.map((difference) => difference.of).join(", ");
      return none(
        `one threshold between ${one} and ${other} with these points taken over: ${names || "none"}`,
      );
    }
    gaps.push(gap);
  }
  const whole = core.subtract(call("log", must(gaps.at(-1), "a gap")), call("log", must(gaps[0], "a gap")));
  const values = differences.map((_, place) =>
    must(
      numberValue(divide(shapley(gaps, place, differences.length), whole), budget),
      "a share is a real number",
    ),
  );
  return { kind: "shares", values };
}

/** Whether all scores are straight lines in `g`, as with every way to price complexity but one's own. */
const isStraight = ({ exchange, programs }: Scenario): boolean =>
  exchange.family !== "custom" && programs.every(({ cost }) => cost.kind === "sum");

const none = (missing: string): Shares => ({ kind: "none", missing });

const isIn = (set: number, place: number): boolean => (set & (1 << place)) !== 0;

/** `g / g*` in a position; null where the two programs do not have exactly one threshold, in closed form. */
function gapOf(position: Position | null, pair: readonly [string, string], budget: Budget): Expr | null {
  if (position === null) return null;
  const contest = contestOf(position.scenario);
  const [left, right] = pair.map((id) => contest.entrants.find((entrant) => entrant.id === id)?.score);
  if (left === undefined || right === undefined) return null;
  if (unknownsOf(left, right).some((name) => name !== "g")) return null;
  const solved = solveEquation({ left, right, for: "g", positive: [], facts: [], domain: null }, budget);
  if (solved.kind === "undecided" || solved.solutions.length !== 1) return null;
  const threshold = solved.solutions[0]?.expr;
  return threshold ? divide(number(position.g), threshold) : null;
}

/** The weighted sum over all sets without the point of what it adds to the logarithm of the gap. */
function shapley(gaps: readonly Expr[], place: number, count: number): Expr {
  const summands: Expr[] = [];
  for (let set = 0; set < gaps.length; set += 1) {
    if (isIn(set, place)) continue;
    const weight = weightOf(sizeOf(set), count);
    const [without, within] = [must(gaps[set], "a gap"), must(gaps[set | (1 << place)], "a gap")];
    summands.push(core.multiply(number(weight), call("log", divide(within, without))));
  }
  return sum(summands);
}

/** `size! * (count - size - 1)! / count!`: the part of all orders in which exactly these come first. */
const weightOf = (size: number, count: number) =>
  ratio(factorial(size) * factorial(count - size - 1), factorial(count));

const factorial = (n: number): bigint => (n <= 1 ? 1n : integer(n).num * factorial(n - 1));

const sizeOf = (set: number): number => [...set.toString(2)].filter((digit) => digit === "1").length;
