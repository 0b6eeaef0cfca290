import { type Anchor, unreachable } from "@crux/core";

/** What an anchor names, as short as a formula: `t(combine)`, `fh ≷ sd`, `the scenario`. */
export function aboutText(anchor: Anchor): string {
  switch (anchor.kind) {
    case "term":
      return anchor.term;
    case "cost":
      return `${anchor.axis}(${anchor.term})`;
    case "program":
      return anchor.program;
    case "summand":
      return `${anchor.of} in ${anchor.axis}(${anchor.program})`;
    case "assumption":
      return `assumption ${anchor.assumption}`;
    case "claim":
      return `claim ${anchor.claim}`;
    case "threshold":
      return `flip between ${anchor.between.join(" and ")}`;
    case "scenario":
      return "the scenario";
    default:
      return unreachable(anchor);
  }
}
