import type { Axis, Scenario } from "@crux/core";
import type { Change } from "../../client/debate/change.ts";
import { paysFor } from "../../client/debate/summands.ts";

/** What the fields of a change are given. */
export type FieldsOf<Kind extends Change["kind"]> = {
  readonly change: Extract<Change, { kind: Kind }>;
  /** The scenario that the change starts from. */
  readonly scenario: Scenario;
  /** What is wrong at a field; empty where nothing is. */
  readonly problemAt: (field: string) => string;
  readonly onChange: (change: Change) => void;
};

/** One line of a list to choose from. */
export type Option = { readonly value: string; readonly text: string };

/** What the two axes are called. */
export const AXES = { c: "complexity", t: "time" } as const;

/** The same at the start of a label. */
export const TITLES = { c: "Complexity", t: "Time" } as const;

/** A term's name. */
export const termName = (scenario: Scenario, id: string): string =>
  scenario.terms.find((one) => one.id === id)?.label ?? id;

/** All terms; with an axis those that some program pays for on it come alone. */
export function termOptions(scenario: Scenario, axis?: Axis): readonly Option[] {
  return scenario.terms
    .filter(({ id }) => axis === undefined || scenario.programs.some((one) => paysFor(one, id, axis)))
    .map(({ id, label }) => ({ value: id, text: label ?? id }));
}

/** All programs. */
export const programOptions = (scenario: Scenario): readonly Option[] =>
  scenario.programs.map(({ id, name }) => ({ value: id, text: name }));

/** Both axes. */
export const axisOptions: readonly Option[] = [
  { value: "c", text: "complexity" },
  { value: "t", text: "time" },
];
