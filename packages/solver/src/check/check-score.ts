import {
  type Budget,
  type Contest,
  type Entrant,
  type Expr,
  evaluate,
  holdsAt,
  printExpr,
  subtract,
} from "@crux/core";
import type { ScoreAnswer, ScoreRow, Value } from "../query/answer.ts";
import { checkPlace } from "./check-place.ts";
import { contestAt, givenValues, neededScenario, type Query } from "./question.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import { orderOfNumbers } from "./zero-number.ts";

const STEP = "calculate the scores again";

/** Refuses a table of scores unless each figure is right. */
export function checkScore(
  answer: Omit<ScoreAnswer, "certificate">,
  asked: Extract<Query, { kind: "score" }>,
  scenario: unknown,
  budget: Budget,
): void {
  const values = givenValues(asked.at);
  const contest = contestAt(neededScenario(scenario), values, []);
  const at = Object.entries(answer.at).map(([name, text]) => `${name} = ${text}`);
  const given = [...values].map(([name, value]) => `${name} = ${printExpr(value)}`);
  demand(sameList(at, given), STEP, ["at"], "not the point that was asked about");
  const ids = contest.entrants.map(({ id }) => id);
  const listed = answer.rows.map(({ program }) => program);
  demand(sameList(listed, ids), STEP, ["rows"], `not the programs: ${ids.join(", ")}`);
  const racing = contest.entrants.filter((entrant) => competes(entrant));
  for (const [index, row] of answer.rows.entries()) checkRow(row, contest, racing, ["rows", index], budget);
  const winners = answer.rows.filter(({ rank }) => rank === 1).map(({ program }) => program);
  demand(sameList(answer.winners, winners), STEP, ["winners"], `not those that win: ${winners.join(", ")}`);
}

function competes({ score, eligible, id }: Entrant): boolean {
  const value = evaluate(score, new Map(), 256);
  const holds = eligible === null || holdsAt(eligible, new Map());
  if (value.kind === "undefined") return false;
  return value.kind === "unknown" || holds === "undecided"
    ? refuse(STEP, ["rows"], `whether ${id} competes could not be told`)
    : holds;
}

function checkRow(
  row: ScoreRow,
  contest: Contest,
  racing: readonly Entrant[],
  path: Path,
  budget: Budget,
): void {
  const entrant =
    contest.entrants.find(({ id }) => id === row.program) ?? refuse(STEP, path, "unknown program");
  const { score, totals } = entrant;
  checkCost(row.c, totals?.c ?? null, [...path, "c"], budget);
  checkCost(row.t, totals?.t ?? null, [...path, "t"], budget);
  const isScored = evaluate(score, new Map()).kind !== "undefined";
  if (isScored) checkValue(row.score, score, [...path, "score"], budget);
  else checkNothing(row.score, [...path, "score"]);
  const isRacing = racing.includes(entrant);
  const rank = 1 + racing.filter((other) => order(other.score, score, budget) < 0).length;
  demand(row.rank === (isRacing ? rank : null), STEP, [...path, "rank"], `it is ${isRacing ? rank : "none"}`);
  const others = racing.filter((other) => other !== entrant);
  const [first, ...rest] = others;
  if (!isRacing || first === undefined) {
    demand(row.margin === null, STEP, [...path, "margin"], "there is none");
    return;
  }
  const best = rest.reduce((a, b) => (order(b.score, a.score, budget) < 0 ? b : a), first);
  const margin = row.margin ?? refuse(STEP, [...path, "margin"], "it is missing");
  checkValue(margin, subtract(score, best.score), [...path, "margin"], budget);
}

function checkCost(value: Value | null, cost: Expr | null, path: Path, budget: Budget): void {
  const isReal = cost !== null && evaluate(cost, new Map()).kind !== "undefined";
  demand((value !== null) === isReal, STEP, path, "whether there is one");
  if (value !== null && cost !== null) checkValue(value, cost, path, budget);
}

/** Refuses a value unless it is what a formula without unknowns is worth. */
export function checkValue(value: Value, expr: Expr, path: Path, budget: Budget): void {
  demand(value.exact !== null, STEP, [...path, "exact"], "the closed form is missing");
  checkPlace(value, { kind: "closed", expr }, path, budget);
}

function checkNothing(value: Value, path: Path): void {
  const isNothing = value.exact === null && value.decimal === undefined && value.isolating === undefined;
  demand(isNothing, STEP, path, "it is not a real number");
}

function order(a: Expr, b: Expr, budget: Budget): -1 | 0 | 1 {
  return orderOfNumbers(a, b, budget) ?? refuse(STEP, ["rows"], "two scores could not be told apart");
}
