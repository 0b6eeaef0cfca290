import {
  type Edit,
  type Expr,
  type Patch,
  printComparison,
  printExpr,
  type Scenario,
  unreachable,
} from "@crux/core";
import { listText, programName } from "./names.ts";
import { type Summand, summandsOf } from "./summands.ts";

/** What a patch changes in a scenario, edit by edit, e.g. `complexity of combine goals: 6 → 14`. */
export const patchWords = (scenario: Scenario, patch: Patch): readonly string[] =>
  patch.map((edit) => editWords(named(scenario, patch), edit));

const AXES = { c: "complexity", t: "time", score: "score" } as const;

/** The scenario with the terms and programs that a patch brings in, so that later edits can name them. */
function named(scenario: Scenario, patch: Patch): Scenario {
  const terms = patch.flatMap((edit) => (edit.kind === "add-term" ? [edit.term] : []));
  const programs = patch.flatMap((edit) => (edit.kind === "add-program" ? [edit.program] : []));
  return { ...scenario, terms: [...scenario.terms, ...terms], programs: [...scenario.programs, ...programs] };
}

/** What one edit changes, in a few words. */
export function editWords(scenario: Scenario, edit: Edit): string {
  const term = (id: string): string => scenario.terms.find((one) => one.id === id)?.label ?? id;
  const parameter = (id: string): string => scenario.parameters.find((one) => one.id === id)?.label ?? id;
  const program = (id: string): string => programName(scenario, id);
  switch (edit.kind) {
    case "set-cost": {
      const now = scenario.terms.find(({ id }) => id === edit.term)?.[edit.axis] ?? null;
      return `${AXES[edit.axis]} of ${term(edit.term)}: ${change(now, edit.to)}`;
    }
    case "set-parameter": {
      const now = scenario.parameters.find(({ id }) => id === edit.parameter)?.value ?? null;
      return `${parameter(edit.parameter)}: ${change(now, edit.to)}`;
    }
    case "set-domain":
      return `${parameter(edit.parameter)} is limited by ${edit.to?.map(printComparison).join(", ") || "being positive"}`;
    case "add-term": {
      const costs = (["c", "t"] as const).flatMap((axis) =>
        edit.term[axis] === null ? [] : [`${AXES[axis]} ${printExpr(edit.term[axis])}`],
      );
      return `new term ${edit.term.label ?? edit.term.id}${costs.length === 0 ? "" : ` (${costs.join(", ")})`}`;
    }
    case "remove-term":
      return `without the term ${term(edit.term)}`;
    case "add-parameter":
      return `new parameter ${edit.parameter.label ?? edit.parameter.id}: ${valueText(edit.parameter.value)}`;
    case "remove-parameter":
      return `without the parameter ${parameter(edit.parameter)}`;
    case "add-program":
      return `new program ${edit.program.name}`;
    case "remove-program":
      return `without ${program(edit.program)}`;
    case "set-program":
      return programWords(scenario, edit);
    case "set-exchange": {
      const { family, apply, extra: _, ...rest } = edit.exchange;
      const numbers = Object.entries(rest).map(([key, value]) => `${key} ${printExpr(value as Expr)}`);
      const each = apply === "terms" ? ", each term by itself" : "";
      return `price of complexity: ${[family, ...numbers].join(", ")}${each}`;
    }
    case "set-assumption":
      return `assumption ${printComparison(edit.assumption.statement)} (${edit.assumption.status})`;
    case "set-status":
      return `assumption ${edit.assumption}: ${edit.to}`;
    case "remove-assumption":
      return `without the assumption ${edit.assumption}`;
    case "split-term":
      return `${term(edit.term)} apart for ${listText([...edit.into.keys()].map(program))}`;
    case "set-key":
      return `${edit.key} changed`;
    case "remove-key":
      return `without ${edit.key}`;
    default:
      return unreachable(edit);
  }
}

const valueText = (value: Expr | null): string => (value === null ? "unknown" : printExpr(value));

const change = (now: Expr | null, to: Expr | null): string => `${valueText(now)} → ${valueText(to)}`;

/** A new formula by the summands that come and go where these are few, else as a whole. */
function programWords(scenario: Scenario, edit: Extract<Edit, { kind: "set-program" }>): string {
  const name = `${AXES[edit.axis]} of ${programName(scenario, edit.id)}`;
  const cost = scenario.programs.find(({ id }) => id === edit.id)?.cost;
  const now = cost?.kind === "sum" && edit.axis !== "score" ? cost[edit.axis] : null;
  if (now === null) return `${name}: ${printExpr(edit.to)}`;
  const [old, fresh] = [summandsOf(now), summandsOf(edit.to)];
  const come = without(fresh, old).map((one) => [one.sign === 1 ? "+" : "−", one] as const);
  const gone = without(old, fresh).map((one) => [one.sign === 1 ? "−" : "+", one] as const);
  const parts = [...come, ...gone].map(([sign, one]) => `${sign} ${summandName(scenario, one)}`);
  const isPart = parts.length > 0 && parts.length <= 3 && gone.length < old.length;
  return `${name}: ${isPart ? parts.join(" ") : printExpr(edit.to)}`;
}

const keyOf = ({ sign, expr }: Summand): string => `${sign} ${printExpr(expr)}`;

function without(all: readonly Summand[], others: readonly Summand[]): readonly Summand[] {
  const left = others.map(keyOf);
  return all.filter((one) => {
    const at = left.indexOf(keyOf(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function summandName(scenario: Scenario, { expr }: Summand): string {
  if (expr.kind !== "cost") return printExpr(expr);
  return scenario.terms.find(({ id }) => id === expr.of)?.label ?? printExpr(expr);
}
