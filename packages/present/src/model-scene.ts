import { type Axis, printComparison, printExpr, type Scenario } from "@crux/core";
import type { SensitivityAnswer, WinnerMap } from "@crux/solver";
import { type ProgramStyle, programStyles } from "./names.ts";
import { decimalText } from "./number-text.ts";
import { neverReason } from "./sentence.ts";
import { type Summand, summandsOf } from "./summands.ts";

/** How much a cost moves the threshold, for a tiny bar and its title. */
export type Pull =
  /** It is the same on both sides of the flip, or belongs to neither: nothing moves. */
  | { readonly kind: "none"; readonly cancels: boolean; readonly title: string }
  /** `share` is from -1 to 1, relative to the strongest cost; negative lowers the threshold. */
  | { readonly kind: "moves"; readonly share: number; readonly title: string }
  | { readonly kind: "unknown"; readonly title: string };

/** One summand of a cost: a term, with its value to edit, or any other formula. */
export type Chip =
  | {
      readonly kind: "term";
      readonly sign: 1 | -1;
      readonly term: string;
      readonly axis: Axis;
      readonly label: string;
      readonly gloss: string | null;
      readonly pull: Pull;
    }
  | { readonly kind: "formula"; readonly sign: 1 | -1; readonly text: string };

/** One program as a card. */
export type ProgramCard = {
  readonly id: string;
  readonly style: ProgramStyle;
  readonly symbol: string | null;
  readonly gloss: string | null;
  readonly pseudocode: string | null;
  /** `honest`, `deceptive`, or null where it is not said. */
  readonly label: string | null;
  readonly rows: readonly {
    readonly heading: "c" | "t" | "score";
    readonly name: string;
    readonly chips: readonly Chip[];
  }[];
  /** Why it never wins; empty if it wins somewhere. */
  readonly never: string;
};

/** The parts of a scenario that can be edited, in the order of the scenario. */
export type ModelScene = {
  readonly programs: readonly ProgramCard[];
  readonly parameters: readonly {
    readonly id: string;
    readonly label: string;
    readonly gloss: string | null;
    readonly unit: string | null;
    readonly domain: string;
    readonly pull: Pull;
  }[];
  readonly assumptions: readonly {
    readonly id: string;
    readonly statement: string;
    readonly gloss: string | null;
    readonly status: string;
  }[];
};

/** The editable model; `sensitivity` of the flip in view, if there is one, puts bars on the costs. */
export function modelScene(
  scenario: Scenario,
  map: WinnerMap | null,
  sensitivity: SensitivityAnswer | null,
): ModelScene {
  const styles = programStyles(scenario);
  const pullOf = pulls(scenario, sensitivity);
  const chip = ({ sign, expr }: Summand): Chip => {
    const term = expr.kind === "cost" ? scenario.terms.find((one) => one.id === expr.of) : undefined;
    if (expr.kind !== "cost" || expr.axis === "score" || term === undefined)
      return { kind: "formula", sign, text: printExpr(expr) };
    const { label, gloss, id } = term;
    return {
      kind: "term",
      sign,
      term: id,
      axis: expr.axis,
      label: label ?? id,
      gloss,
      pull: pullOf(printExpr(expr)),
    };
  };
  const programs = scenario.programs.map(
    (program): ProgramCard => ({
      id: program.id,
      style: styles.get(program.id) ?? ({ name: program.name, hue: "slate", pattern: "plain" } as const),
      symbol: program.symbol,
      gloss: program.gloss,
      pseudocode: program.pseudocode,
      label: program.deceptive === null ? null : program.deceptive ? "deceptive" : "honest",
      rows:
        program.cost.kind === "score"
          ? [{ heading: "score", name: "score", chips: summandsOf(program.cost.score).map(chip) }]
          : [
              { heading: "c", name: "complexity", chips: summandsOf(program.cost.c).map(chip) },
              { heading: "t", name: "time", chips: summandsOf(program.cost.t).map(chip) },
            ],
      never: map === null ? "" : neverReason(scenario, map, program.id),
    }),
  );
  return {
    programs,
    parameters: scenario.parameters.map(({ id, label, gloss, unit, domain }) => ({
      id,
      label: label ?? id,
      gloss,
      unit,
      domain: domain === null ? "positive" : domain.map(printComparison).join(", "),
      pull: pullOf(id),
    })),
    assumptions: scenario.assumptions.map(({ id, statement, gloss, status }) => ({
      id,
      statement: printComparison(statement),
      gloss,
      status,
    })),
  };
}

function pulls(scenario: Scenario, sensitivity: SensitivityAnswer | null): (of: string) => Pull {
  if (sensitivity === null) return () => ({ kind: "unknown", title: "" });
  const sizes = sensitivity.rows.map((row) => Math.abs(Number(row.elasticity?.decimal ?? 0)));
  const most = Math.max(...sizes, 0);
  const [left, right] = sensitivity.between.map((id) => costsOf(scenario, id));
  return (of) => {
    const row = sensitivity.rows.find((one) => one.of === of);
    if (row === undefined || row.derivative.exact === "0")
      return left?.has(of) && right?.has(of)
        ? { kind: "none", cancels: true, title: "Both sides of the flip pay it, so it cancels." }
        : { kind: "none", cancels: false, title: "No effect on this flip." };
    if (row.elasticity === null) return { kind: "unknown", title: "Moves the flip." };
    const size = Number(row.elasticity.decimal);
    const direction = size > 0 ? "raises" : "lowers";
    return {
      kind: "moves",
      share: most === 0 ? 0 : size / most,
      title: `1% more ${direction} the flip by ${decimalText(row.elasticity, 3).replace("-", "")}%.`,
    };
  };
}

/** The summands of a program's costs, as printed. */
function costsOf(scenario: Scenario, id: string): ReadonlySet<string> {
  const cost = scenario.programs.find((program) => program.id === id)?.cost;
  if (cost?.kind !== "sum") return new Set();
  return new Set([...summandsOf(cost.c), ...summandsOf(cost.t)].map((one) => printExpr(one.expr)));
}
