import { holdsAt } from "../expr/compare-at.ts";
import { printComparison } from "../expr/print-expr.ts";
import { unknownsOf, unknownsOfComparison } from "../expr/unknowns.ts";
import { contestOf } from "./contest-of.ts";
import { summandsIn, termNotes } from "./lint-terms.ts";
import { unitNotes } from "./lint-units.ts";
import type { Note } from "./note.ts";
import { type Payments, paymentsOf, summandCounts } from "./payments.ts";
import type { Assumption, Scenario } from "./scenario.ts";

/** More notes than these are not told. */
const MOST_NOTES = 200;

/**
 * What may be worth a second look in a sound scenario, row by row: costs that stand alone, two names for one thing,
 * what nothing uses, what cancels, units that don't add. Structure only: nothing is solved.
 */
export function lint(scenario: Scenario): readonly Note[] {
  const payments = paymentsOf(scenario);
  return [
    ...termNotes(scenario, payments),
    ...parameterNotes(scenario, payments),
    ...programNotes(scenario),
    ...unitNotes(scenario),
    ...assumptionNotes(scenario, payments),
  ].slice(0, MOST_NOTES);
}

const parameterNotes = ({ parameters }: Scenario, { used, assumed }: Payments): readonly Note[] =>
  parameters.flatMap(({ id }, index) => {
    if (used.has(id)) return [];
    const only = assumed.has(id) ? "Only assumptions speak of it." : "No formula uses it.";
    const sentence = `${only} It changes no score.`;
    return [{ kind: "unused-parameter", path: ["parameters", index], id, sentence }];
  });

/** Programs that cost the same, summand by summand. */
function programNotes(scenario: Scenario): readonly Note[] {
  const seen = new Map<string, string>();
  return scenario.programs.flatMap(({ id, name, cost }, index): readonly Note[] => {
    if (cost.kind === "score") return [];
    const sides = (["c", "t"] as const).map((axis) => {
      const counts = summandCounts(scenario, cost[axis], axis);
      return [...counts].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    });
    const key = JSON.stringify(sides);
    const twin = seen.get(key);
    seen.set(key, twin ?? name);
    if (twin === undefined) return [];
    const sentence = `It costs the same as ${twin}, part by part: the two tie at every g.`;
    return [{ kind: "same-costs", path: ["programs", index], id, sentence }];
  });
}

function assumptionNotes(scenario: Scenario, { used }: Payments): readonly Note[] {
  const failing = failingAssumptions(scenario);
  const programs = new Set(scenario.programs.map(({ id }) => id));
  const matters = (name: string): boolean =>
    name === "g" || used.has(name) || programs.has(/^(?:c|t|score)\((.*)\)$/s.exec(name)?.[1] ?? "");
  return scenario.assumptions.flatMap((assumption, index): readonly Note[] => {
    const { id, statement, status } = assumption;
    if (status === "dropped") return [];
    const path = ["assumptions", index, "statement"];
    const names = unknownsOfComparison(statement);
    const notes: Note[] = [];
    if (failing.has(id)) {
      const sentence = `It does not hold with the numbers of this scenario: ${printComparison(statement)} is false. Change a number, or dispute it.`;
      notes.push({ kind: "false-assumption", path, id, sentence });
    } else if (names.length === 0 || !names.some(matters)) {
      const sentence = "It speaks of nothing that a program pays for, so no proof can use it.";
      notes.push({ kind: "unused-assumption", path, id, sentence });
    }
    const same = standsOnBothSides(assumption);
    if (same !== null) {
      const sentence = `${same} stands on both sides and cancels: this says only that the rest is 0.`;
      notes.push({ kind: "circular", path, id, sentence });
    }
    return notes;
  });
}

/** Held assumptions that are false at the numbers given. */
function failingAssumptions(scenario: Scenario): ReadonlySet<string> {
  const held = new Set(scenario.assumptions.filter(({ status }) => status === "held").map(({ id }) => id));
  if (held.size === 0) return held;
  const facts = contestOf(scenario).facts.filter(({ source }) => held.has(source));
  return new Set(
    facts
      .filter(({ comparison }) => unknownsOfComparison(comparison).length === 0)
      .filter(({ comparison }) => holdsAt(comparison, new Map()) === false)
      .map(({ source }) => source),
  );
}

/** The name that an equation gives as a sum with itself in it, as in `c(m) = stuff + c(m)`; null where there is none. */
function standsOnBothSides({ statement: { left, relation, right } }: Assumption): string | null {
  if (relation !== "=") return null;
  for (const [name, sum] of [
    [left, right],
    [right, left],
  ] as const) {
    const [only, ...more] = unknownsOf(name);
    if (only === undefined || more.length > 0 || (name.kind !== "symbol" && name.kind !== "cost")) continue;
    if (sum.kind === "add" && summandsIn(sum).has(only)) return only;
  }
  return null;
}
