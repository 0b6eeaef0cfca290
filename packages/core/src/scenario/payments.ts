import type { Axis, Expr } from "../expr/expr.ts";
import { printExpr } from "../expr/print-expr.ts";
import { unknownsOf } from "../expr/unknowns.ts";
import { definitionsOf } from "./definitions.ts";
import type { Path } from "./places.ts";
import { placesOf } from "./places.ts";
import type { Scenario } from "./scenario.ts";

/** Which program pays for what, by names such as `c(combine)`. */
export type Payments = {
  /** Per program, in order: the names in its costs; another program's total stands for what that one pays. */
  readonly direct: readonly ReadonlySet<string>[];
  /** All names that matter to some score: those paid, and those in the formulas behind them. */
  readonly used: ReadonlySet<string>;
  /** All names that stand in some assumption, and those behind them. */
  readonly assumed: ReadonlySet<string>;
};

/** Who pays for what in a scenario without cycles. One step per name and formula. */
export function paymentsOf(scenario: Scenario): Payments {
  const definitions = definitionsOf(scenario);
  const totals = new Set(scenario.programs.flatMap(({ id }) => [`c(${id})`, `t(${id})`]));
  const direct = scenario.programs.map(({ cost }) => {
    const own = cost.kind === "sum" ? [cost.c, cost.t] : [cost.score];
    const reached = reach(unknownsOf(...own), (name) =>
      totals.has(name) ? definitions.get(name) : undefined,
    );
    return new Set([...reached].filter((name) => !totals.has(name)));
  });
  const behind = (name: string): Expr | undefined => definitions.get(name);
  const start = direct.flatMap((names) => [...names]);
  return {
    direct,
    used: reach([...start, ...namesAt(scenario, "exchange"), ...namesAt(scenario, "parameters")], behind),
    assumed: reach(namesAt(scenario, "assumptions"), behind),
  };
}

/** Names in the price, in domains, or in assumptions. */
function namesAt(scenario: Scenario, list: string): readonly string[] {
  const isHere = (path: Path): boolean => path[0] === list && path[2] !== "value";
  const own = (path: Path): string =>
    list === "parameters" ? (scenario.parameters[Number(path[1])]?.id ?? "") : "";
  return placesOf(scenario).flatMap(({ path, exprs }) =>
    isHere(path) ? unknownsOf(...exprs).filter((name) => name !== own(path)) : [],
  );
}

function reach(start: readonly string[], behind: (name: string) => Expr | undefined): ReadonlySet<string> {
  const reached = new Set(start);
  for (const name of reached) {
    const expr = behind(name);
    if (expr !== undefined) for (const other of unknownsOf(expr)) reached.add(other);
  }
  return reached;
}

/** How often each summand stands in one total of a program, as printed; what is taken away counts below zero. */
export function summandCounts(scenario: Scenario, total: Expr, axis: Axis): ReadonlyMap<string, number> {
  const totals = new Map<string, Expr>();
  for (const { id, cost } of scenario.programs) if (cost.kind === "sum") totals.set(id, cost[axis]);
  const counts = new Map<string, number>();
  const waiting: { readonly sign: 1 | -1; readonly of: Expr }[] = [{ sign: 1, of: total }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { sign, of } = next;
    const inner = of.kind === "cost" && of.axis === axis ? totals.get(of.of) : undefined;
    const other = sign === 1 ? -1 : 1;
    if (of.kind === "add") waiting.push({ sign, of: of.right }, { sign, of: of.left });
    else if (of.kind === "subtract") waiting.push({ sign: other, of: of.right }, { sign, of: of.left });
    else if (of.kind === "negate") waiting.push({ sign: other, of: of.of });
    else if (inner !== undefined) waiting.push({ sign, of: inner });
    else counts.set(printExpr(of), (counts.get(printExpr(of)) ?? 0) + sign);
  }
  return counts;
}
