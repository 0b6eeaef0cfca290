import { type Anchor, unreachable } from "@crux/core";

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
