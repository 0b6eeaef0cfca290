import { must } from "../base/assert.ts";
import { compare, sign, zero } from "../exact/rational.ts";
import { evaluate } from "../expr/evaluate.ts";
import type { Comparison, Expr } from "../expr/expr.ts";
import { add } from "../expr/make.ts";
import { unknownsOf, unknownsOfComparison } from "../expr/unknowns.ts";
import type { Contest, Entrant, Fact } from "./contest.ts";
import { definitionsOf, summandsOf } from "./definitions.ts";
import { type Expansion, expansionOf } from "./expand.ts";
import { countedTime, eligibility, priceOf, priceOfSummands } from "./price.ts";
import type { Parameter, Program, Scenario } from "./scenario.ts";

/** `keep`: names such as `phi` or `t(combine)` that stay symbols although the scenario gives them a value. */
export type ContestOptions = { readonly keep?: readonly string[] };

/** The scenario with everything known put in: each program's score in `g` and what is unknown. */
export function contestOf(scenario: Scenario, options: ContestOptions = {}): Contest {
  const keep = new Set(options.keep ?? []);
  const definitions = definitionsOf(scenario);
  const expansion = expansionOf(definitions, keep);
  const entrants = scenario.programs.map((program) => entrantOf(scenario, program, expansion));
  const statements = expansionOf(withScores(definitions, entrants), keep);
  const facts = factsWithStatus(scenario, "held", statements);
  const disputed = factsWithStatus(scenario, "disputed", statements);
  const open = scenario.parameters.filter(({ id, value }) => value === null || keep.has(id));
  const domains = relevantDomains(open, namesIn(entrants, [...facts, ...disputed]), expansion);
  const unknowns = namesIn(entrants, [...facts, ...disputed, ...domains]).filter((name) => name !== "g");
  const parameters = new Map(scenario.parameters.map((one) => [one.id, one]));
  const isPositive = (name: string): boolean => {
    const parameter = parameters.get(name);
    return parameter === undefined || parameterIsPositive(parameter);
  };
  return Object.freeze({
    entrants,
    unknowns,
    positive: unknowns.filter(isPositive),
    facts: [...facts, ...domains],
    disputed,
  });
}

/**
 * `expr` with everything put in that the scenario knows, totals and scores of programs included; names in `keep`
 * stay. Every name in `expr` must be one of the scenario's.
 */
export function expandCosts(scenario: Scenario, expr: Expr, options: ContestOptions = {}): Expr {
  return expansionWithScores(scenario, options).expr(expr);
}

/** Both sides of a comparison, expanded as by `expandCosts`. */
export function expandComparison(
  scenario: Scenario,
  of: Comparison,
  options: ContestOptions = {},
): Comparison {
  return expansionWithScores(scenario, options).comparison(of);
}

/** The scores of two programs, as `contestOf` gives them, without working out the others. */
export function scoresOfPair(
  scenario: Scenario,
  pair: readonly [string, string],
  options: ContestOptions = {},
): readonly [Expr, Expr] {
  const expansion = expansionOf(definitionsOf(scenario), new Set(options.keep ?? []));
  const score = (id: string): Expr => {
    const program = scenario.programs.find((one) => one.id === id);
    return expansion.expr(scoreIn(scenario, must(program, "the program is one of the scenario's")));
  };
  return [score(pair[0]), score(pair[1])];
}

/** What puts in everything that the scenario knows, as `expandCosts` does, for many formulas. */
export function expansionWithScores(scenario: Scenario, options: ContestOptions = {}): Expansion {
  const keep = new Set(options.keep ?? []);
  const definitions = definitionsOf(scenario);
  const expansion = expansionOf(definitions, keep);
  const entrants = scenario.programs.map((program) => entrantOf(scenario, program, expansion));
  return expansionOf(withScores(definitions, entrants), keep);
}

const withScores = (
  definitions: ReadonlyMap<string, Expr>,
  entrants: readonly Entrant[],
): ReadonlyMap<string, Expr> =>
  new Map([...definitions, ...entrants.map(({ id, score }) => [`score(${id})`, score] as const)]);

function entrantOf(scenario: Scenario, program: Program, expansion: Expansion): Entrant {
  const { id, cost } = program;
  const score = expansion.expr(scoreIn(scenario, program));
  if (cost.kind === "score") return Object.freeze({ id, score, totals: null, eligible: null });
  const eligible = eligibility(scenario.exchange, cost.t);
  return Object.freeze({
    id,
    score,
    totals: Object.freeze({ c: expansion.expr(cost.c), t: expansion.expr(cost.t) }),
    eligible: eligible && expansion.comparison(eligible),
  });
}

/** A program's score in costs of terms, before anything is put in. */
function scoreIn(scenario: Scenario, program: Program): Expr {
  const { cost } = program;
  if (cost.kind === "score") return cost.score;
  const { exchange } = scenario;
  const price =
    exchange.apply === "terms"
      ? priceOfSummands(exchange, summandsOf(scenario, program))
      : priceOf(exchange, cost.c);
  return add(price, countedTime(exchange, cost.t));
}

function factsWithStatus(
  scenario: Scenario,
  status: "held" | "disputed",
  expansion: Expansion,
): readonly Fact[] {
  return scenario.assumptions
    .filter((assumption) => assumption.status === status)
    .map(({ id, statement }) => ({
      source: id,
      comparison: expansion.comparison(statement),
    }));
}

function namesIn(entrants: readonly Entrant[], facts: readonly Fact[]): readonly string[] {
  const sides = ({ left, right }: Comparison): readonly Expr[] => [left, right];
  const scores = entrants.flatMap(({ score, eligible }) => [score, ...(eligible ? sides(eligible) : [])]);
  return unknownsOf(...scores, ...facts.flatMap((fact) => sides(fact.comparison)));
}

/** Domains of the parameters that occur, and of those that occur in these domains, and so on. */
function relevantDomains(
  open: readonly Parameter[],
  names: readonly string[],
  expansion: Expansion,
): readonly Fact[] {
  const seen = new Set(names);
  const facts: Fact[] = [];
  const waiting = new Map(open.map((one) => [one.id, one]));
  for (const name of seen) {
    const parameter = waiting.get(name);
    waiting.delete(name);
    for (const limit of parameter?.domain ?? []) {
      const comparison = expansion.comparison(limit);
      facts.push({ source: `domain: ${name}`, comparison });
      for (const other of unknownsOfComparison(comparison)) seen.add(other);
    }
  }
  return facts;
}

/** Without a domain a parameter is positive, unless it has a value that is not; with one, only where a limit says so. */
function parameterIsPositive({ id, value, domain }: Parameter): boolean {
  if (domain !== null) return domain.some((limit) => saysPositive(limit, id));
  const known = value === null ? undefined : evaluate(value);
  return known?.kind !== "exact" || sign(known.value) > 0;
}

/** `x > 0`, `x >= 1/2`, `0 < x` and the like. */
function saysPositive({ left, relation, right }: Comparison, id: string): boolean {
  const isName = (expr: Expr): boolean => expr.kind === "symbol" && expr.name === id;
  const flipped = isName(right);
  const bound = flipped ? left : isName(left) ? right : undefined;
  if (bound?.kind !== "number") return false;
  const above = flipped
    ? relation
    : { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" }[relation];
  const order = compare(bound.value, zero);
  return above === "<" ? order >= 0 : (above === "<=" || above === "=") && order > 0;
}
