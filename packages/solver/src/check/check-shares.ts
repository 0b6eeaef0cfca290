import {
  call,
  contestOf,
  divide,
  type Expr,
  multiply,
  negate,
  number,
  type Scenario,
  substitute,
  subtract,
  sum,
  unknownsOf,
} from "@crux/core";
import { integer, type Rational, ratio } from "@crux/core/exact";
import type { CruxesAnswer } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { checkValue } from "./check-score.ts";
import { isIdenticallyZero } from "./normal-form.ts";
import { demand, refuse } from "./refusal.ts";
import { type Position, positionAfter, type Sides } from "./sets.ts";
import { orderOfNumbers } from "./zero-number.ts";

const STEP = "share the gap again";

/** Above this many differences there are no shares. */
const MOST = 10;

/**
 * Refuses shares of the gap unless each is the Shapley share of `log(g / g*)`, where `g*` is the only positive place at
 * which the scores of the two winners, straight lines in `g`, are equal; or unless what is missing for that is named.
 */
export function checkShares(answer: Omit<CruxesAnswer, "certificate">, sides: Sides, b: Position): void {
  const { winners, differences, budget } = sides;
  const [one, other] = [winners.a[0], winners.b[0]];
  const missing = (why: string): void => {
    const isBare = answer.differences.every(({ share }) => share === null);
    demand(isBare && answer.missing === why, STEP, ["missing"], `there are no shares: ${why}`);
  };
  if (one === undefined || other === undefined || one === other) {
    missing("two different winners");
    return;
  }
  if (differences.length > MOST) {
    missing(`at most ${MOST} differences`);
    return;
  }
  if (![sides.a, b].every(({ scenario }) => isStraight(scenario))) {
    missing("scores that are straight lines in g");
    return;
  }
  const gaps: Expr[] = [];
  for (let set = 0; set < 1 << differences.length; set += 1) {
    const taken = differences.filter((_, place) => isIn(set, place));
    const gap = gapOf(positionAfter(sides.a, taken), [one, other], sides);
    if (gap === null) {
      const names = taken.map(({ of }) => of).join(", ") || "none";
      missing(`one threshold between ${one} and ${other} with these points taken over: ${names}`);
      return;
    }
    gaps.push(call("log", gap));
  }
  demand(answer.missing === "", STEP, ["missing"], "nothing is missing");
  const whole = subtract(gaps.at(-1) ?? number(0), gaps[0] ?? number(0));
  for (const [place, { share }] of answer.differences.entries()) {
    const path = ["differences", place, "share"];
    const right = divide(shapley(gaps, place, differences.length), whole);
    checkValue(share ?? refuse(STEP, path, "it is missing"), right, path, budget);
  }
}

const isStraight = ({ exchange, programs }: Scenario): boolean =>
  exchange.family !== "custom" && programs.every(({ cost }) => cost.kind === "sum");

const isIn = (set: number, place: number): boolean => (set & (1 << place)) !== 0;

/** `g / g*`; null where two lines do not meet at just one positive place. */
function gapOf(
  position: ReturnType<typeof positionAfter>,
  [one, other]: readonly [string, string],
  { budget }: Sides,
): Expr | null {
  if (position === null) return null;
  const { entrants } = contestOf(position.scenario);
  const [left, right] = [one, other].map((id) => entrants.find((entrant) => entrant.id === id)?.score);
  if (left === undefined || right === undefined) return null;
  const difference = subtract(left, right);
  if (unknownsOf(difference).some((name) => name !== "g")) return null;
  const at = (g: Rational): Expr => substitute(difference, new Map([["g", number(g)]]));
  const [start, slope] = [at(integer(0)), subtract(at(integer(1)), at(integer(0)))];
  const line = sum([start, multiply({ kind: "symbol", name: "g" }, slope)]);
  const algebra = createAlgebra((name) => name === "g", budget);
  const isLine = isIdenticallyZero(subtract(difference, line), algebra);
  demand(isLine, STEP, ["missing"], "a difference of scores is no straight line in g");
  const sign = (of: Expr): -1 | 0 | 1 =>
    orderOfNumbers(of, number(0), budget) ??
    refuse(STEP, ["missing"], "the sign of a score could not be told");
  const [rise, low] = [sign(slope), sign(start)];
  if (rise === 0 || low !== -rise) return null;
  return divide(number(position.g), divide(negate(start), slope));
}

/** What a difference adds to the logarithm of the gap, as the mean over all orders in which they are taken over. */
function shapley(gaps: readonly Expr[], place: number, count: number): Expr {
  const added = gaps.flatMap((gap, set) => {
    const within = gaps[set | (1 << place)];
    if (isIn(set, place) || within === undefined) return [];
    const before = Array.from({ length: count }, (_, other) => isIn(set, other)).filter(Boolean).length;
    return [multiply(number(partOf(before, count)), subtract(within, gap))];
  });
  return sum(added);
}

/** The part of all orders of `count` things in which exactly `before` given ones come before a given other one. */
const partOf = (before: number, count: number): Rational =>
  ratio(factorial(before) * factorial(count - before - 1), factorial(count));

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
