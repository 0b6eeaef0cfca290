import {
  type Budget,
  type Comparison,
  type Contest,
  comparison,
  contestOf,
  type Entrant,
  type Expr,
  holdsAt,
  number,
  readScenario,
  type Scenario,
  substitute,
  substituteComparison,
  unknownsOf,
  unknownsOfComparison,
} from "@crux/core";
import { everything, narrowed } from "./range.ts";
import { exprAt } from "./read-text.ts";
import { type Path, refuse } from "./refusal.ts";
import { type Domain, positive } from "./roots-question.ts";
import { anything, byKind, list, oneOf, optional, pair, record, type Shape, table, text } from "./shape.ts";

const STEP = "read the request";
const place = (...keys: readonly string[]): Path => ["certificate", "request", ...keys];

/** Values by name, as texts or safe integers. */
type PointJson = Readonly<Record<string, string>>;

const exact: Shape<string> = (value, path) =>
  typeof value === "number" && Number.isSafeInteger(value) ? `${value}` : text(value, path);

const at = optional(table(exact));
const over = optional(text);

/** A query as it stands in a request, of the kinds whose answers can be checked. */
export type Query =
  | { readonly kind: "winners"; readonly over?: string; readonly at?: PointJson }
  | {
      readonly kind: "crossovers";
      readonly between: readonly [string, string];
      readonly over?: string;
      readonly at?: PointJson;
    }
  | {
      readonly kind: "solve";
      readonly equation: string;
      readonly for: string;
      readonly assume?: readonly string[];
      readonly domain?: readonly string[];
    }
  | {
      readonly kind: "break-even";
      readonly of: string;
      readonly between: readonly [string, string];
      readonly at?: PointJson;
    }
  | { readonly kind: "score"; readonly at?: PointJson }
  | { readonly kind: "sensitivity"; readonly between: readonly [string, string]; readonly at?: PointJson }
  | { readonly kind: "judge"; readonly claim: string; readonly assume?: readonly string[] }
  | { readonly kind: "compare"; readonly overlay: unknown; readonly over?: string; readonly at?: PointJson }
  | { readonly kind: "cruxes"; readonly a: unknown; readonly b: unknown }
  | { readonly kind: "flip-sets"; readonly objections: readonly unknown[]; readonly at?: PointJson };

/** Reads a query. */
export const query: Shape<Query> = byKind<Query>({
  winners: record({ kind: oneOf("winners"), over, at }),
  crossovers: record({ kind: oneOf("crossovers"), between: pair(text), over, at }),
  solve: record({
    kind: oneOf("solve"),
    equation: text,
    for: text,
    assume: optional(list(text)),
    domain: optional(list(text)),
  }),
  "break-even": record({ kind: oneOf("break-even"), of: text, between: pair(text), at }),
  score: record({ kind: oneOf("score"), at }),
  sensitivity: record({ kind: oneOf("sensitivity"), between: pair(text), at }),
  judge: record({ kind: oneOf("judge"), claim: text, assume: optional(list(text)) }),
  compare: record({ kind: oneOf("compare"), overlay: anything, over, at }),
  cruxes: record({ kind: oneOf("cruxes"), a: anything, b: anything }),
  "flip-sets": record({ kind: oneOf("flip-sets"), objections: list(anything), at }),
});

/** The scenario of a request; null where it has none. */
export function scenarioOf(json: unknown): Scenario | null {
  if (json === null || json === undefined) return null;
  const scenario = readScenario(json);
  if (scenario.ok) return scenario.value;
  return refuse(STEP, place("scenario"), scenario.error[0]?.message ?? "not a scenario");
}

/** The scenario of a request that needs one. */
export const neededScenario = (json: unknown): Scenario =>
  scenarioOf(json) ?? refuse(STEP, place("scenario"), "there is no scenario");

/** Values that a query gives, by name. */
export function givenValues(point: PointJson | undefined): ReadonlyMap<string, Expr> {
  return new Map(
    Object.entries(point ?? {}).map(([name, value]) => {
      const expr = exprAt(value, place("query", "at", name));
      if (unknownsOf(expr).length > 0) refuse(STEP, place("query", "at", name), `not a number: ${value}`);
      const isCost = name === "g" || /^[ct]\(/.test(name);
      if (isCost && holdsAt(comparison(expr, "<", number(0)), new Map()) !== false)
        refuse(STEP, place("query", "at", name), `below 0: ${value}`);
      return [name, expr];
    }),
  );
}

/** The contest of a scenario with values put in; the names to keep stay unknowns. */
export function contestAt(
  scenario: Scenario,
  values: ReadonlyMap<string, Expr>,
  keep: readonly string[],
): Contest {
  return withValues(contestOf(scenario, { keep: [...keep, ...values.keys()] }), values);
}

/** The contest in which the costs of all terms are unknowns; values of other names are put in. */
export function namedContest(scenario: Scenario, values: ReadonlyMap<string, Expr>): Contest {
  const costs = scenario.terms.flatMap(({ id }) => [`c(${id})`, `t(${id})`]);
  const others = new Map([...values].filter(([name]) => !costs.includes(name)));
  return withValues(contestOf(scenario, { keep: [...costs, ...values.keys()] }), others);
}

/** A contest with values put in for some of its unknowns. */
export function withValues(contest: Contest, values: ReadonlyMap<string, Expr>): Contest {
  const open = (names: readonly string[]): readonly string[] => names.filter((name) => !values.has(name));
  const put = (expr: Expr): Expr => substitute(expr, values);
  const entrants = contest.entrants.map(
    ({ id, score, totals, eligible }): Entrant => ({
      id,
      score: put(score),
      totals: totals && { c: put(totals.c), t: put(totals.t) },
      eligible: eligible && substituteComparison(eligible, values),
    }),
  );
  const facts = contest.facts.map((fact) => ({
    ...fact,
    comparison: substituteComparison(fact.comparison, values),
  }));
  return {
    entrants,
    unknowns: open(contest.unknowns),
    positive: open(contest.positive),
    facts,
    disputed: [],
  };
}

/** Facts of a contest that limit one unknown and name no other. */
export const limitsOf = (contest: Contest, name: string): readonly Comparison[] =>
  contest.facts.map(({ comparison }) => comparison).filter((one) => isAbout(one, name));

/** Facts of a contest that do not just limit that unknown. */
export const factsBeside = (contest: Contest, name: string): readonly Comparison[] =>
  contest.facts.map(({ comparison }) => comparison).filter((one) => !isAbout(one, name));

const isAbout = (comparison: Comparison, name: string): boolean => {
  const names = unknownsOfComparison(comparison);
  return names.length === 1 && names[0] === name;
};

/** The domain of an unknown of the contest: positive numbers if it is positive, within what its facts leave. */
export function domainOf(contest: Contest, name: string, budget: Budget): Domain {
  const isPositive = name === "g" || contest.positive.includes(name) || !contest.unknowns.includes(name);
  return narrowed(isPositive ? positive : everything, limitsOf(contest, name), name, budget);
}
