import { unreachable } from "../base/assert.ts";
import type { Axis, Expr } from "../expr/expr.ts";
import { printComparison, printExpr } from "../expr/print-expr.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What an objection is about, by id; `snapshot` is the text of it when the objection was written. */
export type Anchor = { readonly snapshot: string } & (
  | { readonly kind: "term"; readonly term: string }
  | { readonly kind: "cost"; readonly term: string; readonly axis: Axis }
  | { readonly kind: "program"; readonly program: string }
  /** One summand of a program's cost, by its formula. */
  | { readonly kind: "summand"; readonly program: string; readonly axis: Axis; readonly of: string }
  | { readonly kind: "assumption"; readonly assumption: string }
  /** A claim, by its text. */
  | { readonly kind: "claim"; readonly claim: string }
  /** The threshold at which two programs tie. */
  | { readonly kind: "threshold"; readonly between: readonly [string, string] }
  | { readonly kind: "scenario" }
);

/** Whether what an anchor points at is as it was, has changed, or is gone. */
export type AnchorState = "same" | "changed" | "gone";

/** How the anchored thing stands in the scenario now. Values of claims and thresholds are not looked at. */
export function anchorState(scenario: Scenario, anchor: Anchor): AnchorState {
  const now = snapshotOf(scenario, anchor);
  if (now === null) return "gone";
  const isValueElsewhere = anchor.kind === "claim" || anchor.kind === "threshold";
  return isValueElsewhere || anchor.snapshot === now ? "same" : "changed";
}

/** The text of what an anchor points at, as it goes into its `snapshot`; null when it is not there. */
export function snapshotOf(scenario: Scenario, anchor: Anchor): string | null {
  switch (anchor.kind) {
    case "term":
    case "cost": {
      const term = scenario.terms.find(({ id }) => id === anchor.term);
      if (term === undefined) return null;
      if (anchor.kind === "cost") return textOf(term[anchor.axis]);
      return `c = ${textOf(term.c)}, t = ${textOf(term.t)}`;
    }
    case "program": {
      const program = scenario.programs.find(({ id }) => id === anchor.program);
      if (program === undefined) return null;
      const { cost } = program;
      if (cost.kind === "score") return `score = ${printExpr(cost.score)}`;
      return `c = ${printExpr(cost.c)}, t = ${printExpr(cost.t)}`;
    }
    case "summand":
      return summandSnapshot(scenario, anchor);
    case "assumption": {
      const assumption = scenario.assumptions.find(({ id }) => id === anchor.assumption);
      return assumption === undefined
        ? null
        : `${printComparison(assumption.statement)} (${assumption.status})`;
    }
    case "claim":
      return anchor.claim;
    case "threshold": {
      const ids = scenario.programs.map(({ id }) => id);
      return anchor.between.every((id) => ids.includes(id)) ? anchor.between.join(" = ") : null;
    }
    case "scenario":
      return scenario.title;
    default:
      return unreachable(anchor);
  }
}

const textOf = (expr: Expr | null): string => (expr === null ? "unknown" : printExpr(expr));

function summandSnapshot(scenario: Scenario, anchor: Extract<Anchor, { kind: "summand" }>): string | null {
  const cost = scenario.programs.find(({ id }) => id === anchor.program)?.cost;
  if (cost?.kind !== "sum") return null;
  const waiting: Expr[] = [cost[anchor.axis]];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (printExpr(part) === anchor.of) return anchor.of;
    if (part.kind === "add" || part.kind === "subtract") waiting.push(part.left, part.right);
  }
  return null;
}

/** Where in the JSON of the scenario the anchored thing stands (JSON Pointer, RFC 6901); the root when it is gone. */
export function pointerOf(scenario: Scenario, anchor: Anchor): string {
  const place = (key: "terms" | "programs" | "assumptions", id: string): string => {
    const index = scenario[key].findIndex((one) => one.id === id);
    return index < 0 ? "" : `/${key}/${index}`;
  };
  switch (anchor.kind) {
    case "term":
      return place("terms", anchor.term);
    case "cost": {
      const term = place("terms", anchor.term);
      return term === "" ? "" : `${term}/${anchor.axis}`;
    }
    case "program":
      return place("programs", anchor.program);
    case "summand": {
      const program = place("programs", anchor.program);
      return program === "" ? "" : `${program}/${anchor.axis}`;
    }
    case "assumption":
      return place("assumptions", anchor.assumption);
    case "claim":
    case "threshold":
    case "scenario":
      return "";
    default:
      return unreachable(anchor);
  }
}
