import type { Anchor, ObjectionKind, Scenario } from "@crux/core";
import type { Rows } from "@crux/room/client";
import type { Change } from "./change.ts";
import type { Layer } from "./preview-store.ts";

type WithoutSnapshot<T> = T extends unknown ? Omit<T, "snapshot"> : never;

/** What a doubt is about: an anchor whose snapshot is not taken yet. */
export type Target = WithoutSnapshot<Anchor>;

/** One way to understand what is being written, as changes in the words of the domain. */
export type DraftReading = { readonly label: string; readonly changes: readonly Change[] };

/** An objection that is being written, or changed. It is kept on this device until it is posted or discarded. */
export type Draft = {
  /** The id that it has, or will have in the room. */
  readonly id: string;
  /** Whether it stands in the room already. */
  readonly isPosted: boolean;
  readonly doubt: ObjectionKind;
  readonly target: Target;
  readonly rows: readonly string[];
  readonly text: string;
  readonly readings: readonly DraftReading[];
  /** Which reading is shown, and previewed. */
  readonly reading: number;
  readonly replyTo: string | null;
  /** What it builds on, first ones first. */
  readonly under: readonly Layer[];
};

/** Whether anything was written that would be missed. */
export const isWritten = ({ text, readings }: Draft): boolean =>
  text.trim() !== "" || readings.some(({ changes }) => changes.length > 0);

/** The rows that a target points at, as `terms/KEY`: they survive new names and come back with undo. */
export function rowsOf(rows: Rows, target: Target): readonly string[] {
  const ref = (kind: "terms" | "programs" | "assumptions", id: string): readonly string[] => {
    const row = rows[kind].find((one) => one.id === id);
    return row === undefined ? [] : [`${kind}/${row.key}`];
  };
  switch (target.kind) {
    case "term":
    case "cost":
      return ref("terms", target.term);
    case "program":
    case "summand":
      return ref("programs", target.program);
    case "assumption":
      return ref("assumptions", target.assumption);
    case "threshold":
      return target.between.flatMap((id) => ref("programs", id));
    case "claim":
    case "scenario":
      return [];
  }
}

/** What a target is called in a sentence, e.g. `the complexity of combine goals`. */
export function targetName(scenario: Scenario | null, target: Target): string {
  const term = (id: string): string => scenario?.terms.find((one) => one.id === id)?.label ?? id;
  const program = (id: string): string => scenario?.programs.find((one) => one.id === id)?.name ?? id;
  const axis = { c: "complexity", t: "time" };
  switch (target.kind) {
    case "term":
      return `the term ${term(target.term)}`;
    case "cost":
      return `the ${axis[target.axis]} of ${term(target.term)}`;
    case "program":
      return `the program ${program(target.program)}`;
    case "summand": {
      const [, id = target.of] = /^[ct]\((.*)\)$/.exec(target.of) ?? [];
      return `${term(id)} in the ${axis[target.axis]} of ${program(target.program)}`;
    }
    case "assumption":
      return `the assumption ${target.assumption}`;
    case "claim":
      return `the claim ${target.claim}`;
    case "threshold":
      return `the flip between ${target.between.map(program).join(" and ")}`;
    case "scenario":
      return "the whole model";
  }
}

/**
 * What an objection is about as its card says it. A parameter and the price of complexity have no anchor of their own:
 * one that changes nothing else is about them.
 */
export function topicName(scenario: Scenario | null, target: Target, changes: readonly Change[]): string {
  const [first] = changes;
  if (target.kind !== "scenario" || first === undefined) return targetName(scenario, target);
  if (changes.every(({ kind }) => kind === "price")) return "the price of complexity";
  const isSame = (one: Change): boolean =>
    one.kind === "parameter" && first.kind === "parameter" && one.parameter === first.parameter;
  if (first.kind !== "parameter" || first.parameter === "" || !changes.every(isSame))
    return targetName(scenario, target);
  const found = scenario?.parameters.find(({ id }) => id === first.parameter);
  return `the value of ${found?.label ?? first.parameter}`;
}
