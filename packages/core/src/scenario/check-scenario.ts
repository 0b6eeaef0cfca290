import { type Issue, issue } from "../base/issue.ts";
import { showText } from "../base/show-text.ts";
import { signOf } from "../exact/enclosure.ts";
import { sign } from "../exact/rational.ts";
import { holdsAt } from "../expr/compare-at.ts";
import { evaluate } from "../expr/evaluate.ts";
import type { Expr } from "../expr/expr.ts";
import { printComparison, printExpr } from "../expr/print-expr.ts";
import { cycleIssues, type Definition } from "./check-cycles.ts";
import { nameIssues, namesOf } from "./check-names.ts";
import { definitionsOf } from "./definitions.ts";
import { type Expansion, expansionOf } from "./expand.ts";
import { type Path, placesOf } from "./places.ts";
import type { Scenario } from "./scenario.ts";

/** More mistakes than these are not told. */
const MOST_ISSUES = 200;

/**
 * What is wrong with a scenario as a whole: ids given twice, names without a meaning, cycles, formulas that grow
 * without measure, costs that are negative or no number, values outside their domain. Empty when it is sound.
 */
export function checkScenario(scenario: Scenario): readonly Issue[] {
  const issues: Issue[] = [...idIssues(scenario)];
  if (scenario.programs.length === 0) {
    issues.push(
      issue("no-programs", "no programs", { path: ["programs"], hint: "add at least one program" }),
    );
  }
  issues.push(...namesWithoutMeaning(scenario));
  if (issues.length > 0) return issues.slice(0, MOST_ISSUES);
  const places = placesOf(scenario);
  const definitions = new Map<string, Definition>();
  for (const {
    defines,
    exprs: [expr],
    path,
  } of places) {
    if (defines !== null && expr !== undefined) definitions.set(defines, { expr, path });
  }
  const cycles = cycleIssues(definitions);
  return (cycles.length > 0 ? cycles : valueIssues(scenario)).slice(0, MOST_ISSUES);
}

/** An issue for every name in a formula that the scenario gives no meaning to. */
export function namesWithoutMeaning(scenario: Scenario): readonly Issue[] {
  const names = namesOf(scenario);
  const issues: Issue[] = [];
  for (const { exprs, allowed, path } of placesOf(scenario)) {
    if (issues.length > MOST_ISSUES) break;
    for (const expr of exprs) issues.push(...nameIssues(names, expr, allowed, path));
  }
  return issues.slice(0, MOST_ISSUES);
}

function* idIssues(scenario: Scenario): Iterable<Issue> {
  const lists = {
    terms: scenario.terms,
    parameters: scenario.parameters,
    programs: scenario.programs,
    assumptions: scenario.assumptions,
  };
  for (const [key, list] of Object.entries(lists)) {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      const path = [key, index, "id"];
      if (seen.has(id))
        yield issue("duplicate-id", `duplicate id: ${showText(id)}`, { path, hint: "rename one of the two" });
      seen.add(id);
    }
  }
  const terms = new Set(scenario.terms.map(({ id }) => id));
  for (const [index, { id }] of scenario.programs.entries()) {
    const hint = "c(…) and t(…) would have two meanings; rename one of the two";
    const path = ["programs", index, "id"];
    if (terms.has(id))
      yield issue("id-clash", `id of a term and of a program: ${showText(id)}`, { path, hint });
  }
  const x = scenario.parameters.findIndex(({ id }) => id === "x");
  if (x >= 0 && scenario.exchange.family === "custom") {
    const hint = "in a custom rate, x is the complexity that is priced; rename the parameter";
    yield issue("reserved-name", "reserved name: x", { path: ["parameters", x, "id"], hint });
  }
}

/** Mistakes that only show once the known values are put in. */
function valueIssues(scenario: Scenario): Issue[] {
  const expansion = expansionOf(definitionsOf(scenario));
  const issues: Issue[] = [];
  for (const { path, exprs, defines } of placesOf(scenario)) {
    const [expr] = exprs;
    const isCost = path[0] === "terms" || (path[0] === "programs" && path[2] !== "score");
    const isValue = path[0] === "exchange" && path[1] !== "rate";
    if (expr === undefined || (defines === null && !isValue) || path[2] === "score") continue;
    issues.push(
      ...worthIssues(expansion.expr(expr), path, isCost ? "not negative" : positivity(scenario, path)),
    );
  }
  for (const [index, { value, domain }] of scenario.parameters.entries()) {
    if (value === null) continue;
    for (const limit of domain ?? []) {
      if (holdsAt(expansion.comparison(limit), new Map()) !== false) continue;
      const message = `value outside the domain: ${printExpr(value)}`;
      const hint = `the domain asks for ${printComparison(limit)}`;
      issues.push(issue("outside-domain", message, { path: ["parameters", index, "value"], hint }));
    }
  }
  return [...issues, ...levinIssues(scenario, expansion)];
}

type Demand = "not negative" | "positive" | "real";

/** A base of powers and a cap are positive. */
const positivity = ({ exchange }: Scenario, path: Path): Demand =>
  path[0] === "exchange" && (exchange.family === "exponential" || exchange.family === "cap")
    ? "positive"
    : "real";

function worthIssues(expr: Expr, path: Path, demand: Demand): readonly Issue[] {
  const worth = evaluate(expr, new Map(), 64);
  if (worth.kind === "undefined") {
    const hint = "it has no value as it stands";
    return [issue("undefined-value", `${worth.reason}: ${showText(printExpr(expr))}`, { path, hint })];
  }
  if (worth.kind === "unknown" || demand === "real") return [];
  const found = worth.kind === "exact" ? sign(worth.value) : signOf(worth.range);
  if (found === -1) {
    const hint = "a cost is zero or more; lower another one instead";
    return [issue("negative-cost", `negative value: ${showText(printExpr(expr))}`, { path, hint })];
  }
  if (found === 0 && demand === "positive") {
    return [
      issue("not-positive", `value not positive: ${showText(printExpr(expr))}`, {
        path,
        hint: "write a number above 0",
      }),
    ];
  }
  return [];
}

/** Under `levin` a program of no time has no score. */
function* levinIssues(scenario: Scenario, expansion: Expansion): Iterable<Issue> {
  if (scenario.exchange.family !== "levin") return;
  for (const [index, { cost }] of scenario.programs.entries()) {
    if (cost.kind !== "sum") continue;
    const worth = evaluate(expansion.expr(cost.t), new Map());
    if (worth.kind !== "exact" || sign(worth.value) !== 0) continue;
    const hint = "under levin, time counts as log2(t): give the program some time";
    yield issue("zero-time", "time is 0, which has no logarithm", { path: ["programs", index, "t"], hint });
  }
}
