import { type Anchor, type Scenario, unreachable } from "@crux/core";
import { programName } from "@crux/present";

const AXES = { c: "complexity", t: "time" } as const;

/** What an anchor points at, in words; names that are gone stand as they were written. */
export function anchorWords(anchor: Anchor, scenario: Scenario | null): string {
  const term = (id: string): string => scenario?.terms.find((one) => one.id === id)?.label ?? id;
  const program = (id: string): string => (scenario === null ? id : programName(scenario, id));
  switch (anchor.kind) {
    case "term":
      return term(anchor.term);
    case "cost":
      return `${AXES[anchor.axis]} of ${term(anchor.term)}`;
    case "program":
      return program(anchor.program);
    case "summand":
      return `${anchor.of} in the ${AXES[anchor.axis]} of ${program(anchor.program)}`;
    case "assumption":
      return `assumption ${anchor.snapshot.replace(/ \((held|disputed|dropped)\)$/, "")}`;
    case "claim":
      return `claim ${anchor.claim}`;
    case "threshold":
      return `flip between ${anchor.between.map(program).join(" and ")}`;
    case "scenario":
      return "whole scenario";
    default:
      return unreachable(anchor);
  }
}

/** The thing that an anchor points at as reactions name it: by the keys of its rows; null where it has none. */
export function refOf(anchor: Anchor, rows: readonly string[]): string | null {
  const [first, second] = rows;
  switch (anchor.kind) {
    case "cost":
      return first === undefined ? null : `${first}/${anchor.axis}`;
    case "term":
    case "program":
    case "assumption":
      return first ?? null;
    case "summand":
      return first === undefined ? null : `${first}/${anchor.axis}`;
    case "threshold":
      return first === undefined || second === undefined
        ? null
        : `threshold/${first.split("/")[1]}/${second.split("/")[1]}`;
    case "scenario":
      return "scenario";
    case "claim":
      return null;
    default:
      return unreachable(anchor);
  }
}
