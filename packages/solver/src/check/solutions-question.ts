import {
  type Budget,
  type Comparison,
  type Contest,
  comparison,
  contestOf,
  type Expr,
  expandComparison,
  exprOfName,
  nameOf,
  number,
  subtract,
} from "@crux/core";
import {
  contestAt,
  domainOf,
  factsBeside,
  givenValues,
  limitsOf,
  neededScenario,
  type Query,
  scenarioOf,
} from "./question.ts";
import { everything, narrowed } from "./range.ts";
import { comparisonAt, exprAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { positive } from "./roots-question.ts";
import type { SolutionsQuestion } from "./solutions-shape.ts";

const STEP = "read the request";
const QUERY: Path = ["certificate", "request", "query"];

/** What a query asks to be solved. */
export function solutionsQuestion(
  asked: Extract<Query, { kind: "solve" | "crossovers" | "break-even" }>,
  scenario: unknown,
  budget: Budget,
): SolutionsQuestion {
  if (asked.kind === "solve") return equationQuestion(asked, scenario, budget);
  const name = asked.kind === "crossovers" ? (asked.over ?? "g") : asked.of;
  const contest = contestAt(neededScenario(scenario), givenValues(asked.at), [name]);
  const [one, other] = asked.between;
  return {
    f: subtract(scoreOf(contest, one), scoreOf(contest, other)),
    of: name,
    domain: domainOf(contest, name, budget),
    limits: limitsOn(contest, name),
    isPositive: (unknown) => unknown === "g" || contest.positive.includes(unknown),
    facts: factsBeside(contest, name),
  };
}

/** The comparisons that limit an unknown; null where it is only positive. */
function limitsOn(contest: Contest, name: string): readonly Comparison[] | null {
  const own = limitsOf(contest, name);
  const isPositive = name === "g" || contest.positive.includes(name) || !contest.unknowns.includes(name);
  if (!isPositive) return own;
  return own.length === 0 ? null : [comparison(exprOfName(name), ">", number(0)), ...own];
}

/** The score of a program of the contest. */
export function scoreOf(contest: Contest, program: string): Expr {
  const entrant = contest.entrants.find(({ id }) => id === program);
  return entrant?.score ?? refuse(STEP, [...QUERY, "between"], `unknown program: ${program}`);
}

function equationQuestion(
  asked: Extract<Query, { kind: "solve" }>,
  json: unknown,
  budget: Budget,
): SolutionsQuestion {
  const equation = comparisonAt(asked.equation, [...QUERY, "equation"]);
  demand(equation.relation === "=", STEP, [...QUERY, "equation"], "not an equation");
  const name = nameOf(exprAt(asked.for, [...QUERY, "for"])) ?? refuse(STEP, [...QUERY, "for"], "not a name");
  const read = (texts: readonly string[] | undefined, key: string) =>
    (texts ?? []).map((text, index) => comparisonAt(text, [...QUERY, key, index]));
  const assume = read(asked.assume, "assume");
  const limits = read(asked.domain, "domain");
  const scenario = scenarioOf(json);
  if (scenario === null) {
    const domain = asked.domain === undefined ? positive : narrowed(everything, limits, name, budget);
    const f = subtract(equation.left, equation.right);
    return {
      f,
      of: name,
      domain,
      limits: asked.domain === undefined ? null : limits,
      isPositive: (unknown) => unknown !== name,
      facts: assume,
    };
  }
  const options = { keep: [name] };
  const expanded = expandComparison(scenario, equation, options);
  const contest = contestOf(scenario, options);
  const given = asked.domain !== undefined && narrowed(everything, limits, name, budget);
  return {
    f: subtract(expanded.left, expanded.right),
    of: name,
    domain: given || domainOf(contest, name, budget),
    limits: asked.domain === undefined ? limitsOn(contest, name) : limits,
    isPositive: (unknown) => unknown === "g" || contest.positive.includes(unknown),
    facts: [...factsBeside(contest, name), ...assume.map((one) => expandComparison(scenario, one, options))],
  };
}
