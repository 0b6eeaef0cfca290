import { unreachable } from "../base/assert.ts";
import type { Comparison, Expr } from "../expr/expr.ts";
import { printComparison, printExpr } from "../expr/print-expr.ts";
import type { Assumption, Exchange, Parameter, Program, Scenario, Term } from "./scenario.ts";

/** A JSON object with its keys in the order of the format. */
export type Json = Readonly<Record<string, unknown>>;

type Entry = readonly [string, unknown];

const entry = (key: string, value: unknown): readonly Entry[] =>
  value === null || value === undefined ? [] : [[key, value]];
const formula = (key: string, expr: Expr | null): readonly Entry[] =>
  expr === null ? [] : [[key, printExpr(expr)]];

/** Known keys in order, then the kept ones; fromEntries makes own properties, whatever the key. */
const objectOf = (extra: Json, ...entries: readonly (readonly Entry[])[]): Json =>
  Object.fromEntries([...entries.flat(), ...Object.entries(extra)]);

const domainOf = (domain: readonly Comparison[] | null): readonly string[] | null =>
  domain === null ? null : domain.map(printComparison);

/** A term as JSON. */
export const writeTerm = (term: Term): Json =>
  objectOf(
    term.extra,
    entry("id", term.id),
    entry("label", term.label),
    entry("gloss", term.gloss),
    formula("c", term.c),
    formula("t", term.t),
  );

/** A parameter as JSON. */
export const writeParameter = (parameter: Parameter): Json =>
  objectOf(
    parameter.extra,
    entry("id", parameter.id),
    entry("label", parameter.label),
    entry("gloss", parameter.gloss),
    entry("unit", parameter.unit),
    formula("value", parameter.value),
    entry("domain", domainOf(parameter.domain)),
  );

/** A program as JSON. */
export const writeProgram = (program: Program): Json =>
  objectOf(
    program.extra,
    entry("id", program.id),
    entry("name", program.name),
    entry("symbol", program.symbol),
    entry("gloss", program.gloss),
    entry("deceptive", program.deceptive),
    ...(program.cost.kind === "sum"
      ? [formula("c", program.cost.c), formula("t", program.cost.t)]
      : [formula("score", program.cost.score)]),
    entry("pseudocode", program.pseudocode),
  );

/** An assumption as JSON. */
export const writeAssumption = (assumption: Assumption): Json =>
  objectOf(
    assumption.extra,
    entry("id", assumption.id),
    entry("statement", printComparison(assumption.statement)),
    entry("gloss", assumption.gloss),
    entry("status", assumption.status),
  );

/** An exchange as JSON. */
export const writeExchange = (exchange: Exchange): Json =>
  objectOf(
    exchange.extra,
    entry("family", exchange.family),
    entry("apply", exchange.apply),
    familyKey(exchange),
  );

function familyKey(exchange: Exchange): readonly Entry[] {
  switch (exchange.family) {
    case "linear":
    case "log":
    case "levin":
      return [];
    case "affine":
      return formula("offset", exchange.offset);
    case "power":
      return formula("exponent", exchange.exponent);
    case "exponential":
      return formula("base", exchange.base);
    case "cap":
      return formula("cap", exchange.cap);
    case "custom":
      return formula("rate", exchange.rate);
    default:
      return unreachable(exchange);
  }
}

/** A scenario as JSON in the format `crux/scenario`; reading it gives the same scenario, unknown keys included. */
export const writeScenario = (scenario: Scenario): Json =>
  objectOf(scenario.extra, [
    ["format", "crux/scenario"],
    ["version", 1],
    ["title", scenario.title],
    ["summary", scenario.summary],
    ["exchange", writeExchange(scenario.exchange)],
    ["terms", scenario.terms.map(writeTerm)],
    ["parameters", scenario.parameters.map(writeParameter)],
    ["programs", scenario.programs.map(writeProgram)],
    ["assumptions", scenario.assumptions.map(writeAssumption)],
  ]);
