import type { Comparison, Expr } from "../expr/expr.ts";
import type { Scenario } from "./scenario.ts";

/** Keys from the root of a scenario to a place in it. */
export type Path = readonly (string | number)[];

/** What a formula may speak of besides terms and parameters. */
export type Allowed = {
  readonly g?: boolean;
  /** `x`, the complexity that a custom rate prices. */
  readonly x?: boolean;
  /** `c(PROGRAM)` and `t(PROGRAM)`. */
  readonly totals?: boolean;
  /** `score(PROGRAM)`. */
  readonly scores?: boolean;
};

/** A formula of a scenario, where it stands, and what it may speak of. */
type Place = {
  readonly path: Path;
  readonly exprs: readonly Expr[];
  readonly allowed: Allowed;
  /** The name that the formula defines, e.g. `c(combine)`; null when it defines none. */
  readonly defines: string | null;
};

const NOTHING: Allowed = Object.freeze({});
const TOTALS: Allowed = Object.freeze({ totals: true });
const SCORE: Allowed = Object.freeze({ g: true, totals: true });
const ALL: Allowed = Object.freeze({ g: true, totals: true, scores: true });

const sides = ({ left, right }: Comparison): readonly Expr[] => [left, right];

/** Every formula of the scenario. */
export function placesOf(scenario: Scenario): readonly Place[] {
  return [
    ...exchangePlaces(scenario),
    ...termPlaces(scenario),
    ...parameterPlaces(scenario),
    ...programPlaces(scenario),
    ...assumptionPlaces(scenario),
  ];
}

function exchangePlaces({ exchange }: Scenario): readonly Place[] {
  return (["offset", "exponent", "base", "cap", "rate"] as const).flatMap((key) => {
    const expr = (exchange as { readonly [name: string]: unknown })[key] as Expr | undefined;
    const allowed = key === "rate" ? { g: true, x: true } : NOTHING;
    return expr === undefined ? [] : [{ path: ["exchange", key], exprs: [expr], allowed, defines: null }];
  });
}

const termPlaces = ({ terms }: Scenario): readonly Place[] =>
  terms.flatMap((term, index) =>
    (["c", "t"] as const).flatMap((axis) => {
      const expr = term[axis];
      const defines = `${axis}(${term.id})`;
      return expr === null
        ? []
        : [{ path: ["terms", index, axis], exprs: [expr], allowed: NOTHING, defines }];
    }),
  );

const parameterPlaces = ({ parameters }: Scenario): readonly Place[] =>
  parameters.flatMap(({ id, value, domain }, index) => [
    ...(value === null
      ? []
      : [{ path: ["parameters", index, "value"], exprs: [value], allowed: NOTHING, defines: id }]),
    ...(domain ?? []).map((limit, at) => ({
      path: ["parameters", index, "domain", at],
      exprs: sides(limit),
      allowed: NOTHING,
      defines: null,
    })),
  ]);

const programPlaces = ({ programs }: Scenario): readonly Place[] =>
  programs.flatMap(({ id, cost }, index): readonly Place[] => {
    if (cost.kind === "score") {
      return [
        { path: ["programs", index, "score"], exprs: [cost.score], allowed: SCORE, defines: `score(${id})` },
      ];
    }
    return (["c", "t"] as const).map((axis) => ({
      path: ["programs", index, axis],
      exprs: [cost[axis]],
      allowed: TOTALS,
      defines: `${axis}(${id})`,
    }));
  });

const assumptionPlaces = ({ assumptions }: Scenario): readonly Place[] =>
  assumptions.map(({ statement }, index) => ({
    path: ["assumptions", index, "statement"],
    exprs: sides(statement),
    allowed: ALL,
    defines: null,
  }));
