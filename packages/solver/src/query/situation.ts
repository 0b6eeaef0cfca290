import type { Comparison, Contest, Entrant, Expr, Issue, Result, Scenario } from "@crux/core";
import {
  contestOf,
  err,
  evaluate,
  holdsAt,
  issue,
  ok,
  printComparison,
  printExpr,
  substitute,
  substituteComparison,
  unknownsOfComparison,
} from "@crux/core";
import { enclosed, sign } from "@crux/core/exact";
import type { Given } from "./request.ts";

/** A contest with the values that a query gives put in; `keep` names stay unknown although the scenario knows them. */
export function situationOf(
  scenario: Scenario,
  at: Given,
  keep: readonly string[],
): Result<Contest, readonly Issue[]> {
  const negative = [...at].filter(([name, value]) => isCost(name) && isNegative(value));
  if (negative.length > 0) return err(negative.map(([name, value]) => negativeIssue(name, value)));
  const contest = contestOf(scenario, { keep: [...keep, ...at.keys()] });
  const broken = contest.facts.filter((fact) => isBrokenBy(fact.comparison, at));
  if (broken.length > 0) {
    return err(
      broken.map(({ source, comparison }) =>
        issue(
          "outside-domain",
          `value outside its domain: ${printComparison(substituteComparison(comparison, at))}`,
          {
            path: ["query", "at"],
            hint: `the scenario says (${source}): ${printComparison(comparison)}`,
          },
        ),
      ),
    );
  }
  return ok(withValues(contest, at));
}

/** Whether a name stands for what is never negative: the exchange rate, a complexity or a time. */
const isCost = (name: string): boolean => name === "g" || /^[ct]\(/.test(name);

function isNegative(value: Expr): boolean {
  const worth = evaluate(value);
  if (worth.kind === "exact") return sign(worth.value) < 0;
  return worth.kind === "enclosed" && enclosed.signOf(worth.range) === -1;
}

/** A value below 0, given for what is never negative. */
export const negativeIssue = (name: string, value: Expr): Issue =>
  issue("outside-domain", `value below 0: ${name} = ${printExpr(value)}`, {
    path: ["query", "at", name],
    hint: name === "g" ? "the exchange rate runs from 0 to infinity" : "a cost is zero or more",
  });

/** The same contest with the costs of all terms as unknowns, for formulas in names. */
export function namedContest(scenario: Scenario, at: Given): Contest {
  const costs = scenario.terms.flatMap(({ id }) => [`c(${id})`, `t(${id})`]);
  const others = new Map([...at].filter(([name]) => !costs.includes(name)));
  return withValues(contestOf(scenario, { keep: [...costs, ...at.keys()] }), others);
}

/** Whether the values alone make a comparison false. */
function isBrokenBy(comparison: Comparison, at: Given): boolean {
  const names = unknownsOfComparison(comparison);
  if (names.length === 0 || !names.every((name) => at.has(name))) return false;
  return holdsAt(substituteComparison(comparison, at), new Map()) === false;
}

/** The contest with values put in for some unknowns, which are none any more. */
export function withValues(contest: Contest, values: ReadonlyMap<string, Expr>): Contest {
  if (values.size === 0) return contest;
  const isOpen = (name: string): boolean => !values.has(name);
  const put = (expr: Expr): Expr => substitute(expr, values);
  const entrant = ({ id, score, totals, eligible }: Entrant): Entrant => ({
    id,
    score: put(score),
    totals: totals && { c: put(totals.c), t: put(totals.t) },
    eligible: eligible && substituteComparison(eligible, values),
  });
  const facts = (all: Contest["facts"]): Contest["facts"] =>
    all.map(({ source, comparison }) => ({ source, comparison: substituteComparison(comparison, values) }));
  return {
    entrants: contest.entrants.map(entrant),
    unknowns: contest.unknowns.filter(isOpen),
    positive: contest.positive.filter(isOpen),
    facts: facts(contest.facts),
    disputed: facts(contest.disputed),
  };
}
