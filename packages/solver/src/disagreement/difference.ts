import type { Edit, Expr, Patch, Rational, Scenario } from "@crux/core";
import { printExpr, unreachable } from "@crux/core";
import { equals, printRational } from "@crux/core/exact";
import { applyPatch, diffScenarios } from "@crux/core/patch";

/** What one side holds: a scenario and an exchange rate. */
export type Position = { readonly scenario: Scenario; readonly g: Rational };

/** One point on which two positions differ, and what each says. */
export type Difference = {
  /** `g`, `c(TERM)`, `t(TERM)`, a parameter, a program's cost as `c(PROGRAM)`, or words such as `program hy`. */
  readonly of: string;
  readonly a: string | null;
  readonly b: string | null;
  /** The edit that takes the point over from `b` into `a`; null for `g`. */
  readonly edit: Edit | null;
};

/** The points that can make a difference to who wins, in the order of the scenario, `g` last. */
export function differencesBetween(a: Position, b: Position): readonly Difference[] {
  const edits = diffScenarios(a.scenario, b.scenario).flatMap((edit) => differenceOf(edit, a.scenario) ?? []);
  if (equals(a.g, b.g)) return edits;
  return [...edits, { of: "g", a: printRational(a.g), b: printRational(b.g), edit: null }];
}

const text = (expr: Expr | null | undefined): string | null => (expr ? printExpr(expr) : null);

/** Null for edits of words and assumptions: they don't decide who wins. */
function differenceOf(edit: Edit, from: Scenario): Difference | null {
  switch (edit.kind) {
    case "set-cost": {
      const term = from.terms.find((one) => one.id === edit.term);
      return { of: `${edit.axis}(${edit.term})`, a: text(term?.[edit.axis]), b: text(edit.to), edit };
    }
    case "set-parameter": {
      const parameter = from.parameters.find((one) => one.id === edit.parameter);
      return { of: edit.parameter, a: text(parameter?.value), b: text(edit.to), edit };
    }
    case "set-program": {
      const cost = from.programs.find((one) => one.id === edit.id)?.cost;
      const before =
        cost === undefined ? null : cost.kind === "sum" && edit.axis !== "score" ? cost[edit.axis] : null;
      return { of: `${edit.axis}(${edit.id})`, a: text(before), b: text(edit.to), edit };
    }
    case "set-exchange":
      return { of: "exchange", a: from.exchange.family, b: edit.exchange.family, edit };
    case "add-term":
      return { of: `term ${edit.term.id}`, a: null, b: edit.term.id, edit };
    case "add-parameter":
      return { of: `parameter ${edit.parameter.id}`, a: null, b: edit.parameter.id, edit };
    case "add-program":
      return { of: `program ${edit.program.id}`, a: null, b: edit.program.id, edit };
    case "remove-term":
      return { of: `term ${edit.term}`, a: edit.term, b: null, edit };
    case "remove-parameter":
      return { of: `parameter ${edit.parameter}`, a: edit.parameter, b: null, edit };
    case "remove-program":
      return { of: `program ${edit.program}`, a: edit.program, b: null, edit };
    case "split-term":
      return { of: `term ${edit.term}`, a: edit.term, b: [...edit.into.values()].join(", "), edit };
    case "set-domain":
    case "set-assumption":
    case "set-status":
    case "remove-assumption":
    case "set-key":
    case "remove-key":
      return null;
    default:
      return unreachable(edit);
  }
}

/** Position `a` with some points taken over from `b`; null where these do not make a scenario by themselves. */
export function between(a: Position, b: Position, taken: readonly Difference[]): Position | null {
  const patch: Patch = taken.flatMap(({ edit }) => edit ?? []);
  const changed = applyPatch(a.scenario, patch);
  if (!changed.ok) return null;
  return { scenario: changed.value, g: taken.some(({ edit }) => edit === null) ? b.g : a.g };
}
