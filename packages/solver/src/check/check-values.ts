import type { Budget } from "@crux/core";
import { compare, parseRational } from "@crux/core/exact";
import type { Value } from "../query/answer.ts";
import { numberAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedPlace, ClaimedRoot } from "./roots-question.ts";

const STEP = "check a number";

/** The closed form or range of a numeric solution; its digits are checked by `checkDigits` once its place is known. */
export function claimedRoot(
  value: Value & { readonly multiplicity: number; readonly flips: boolean },
  path: Path,
  budget: Budget,
): ClaimedRoot {
  const { multiplicity, flips } = value;
  return { ...claimedPlace(value, path, budget), multiplicity, flips };
}

/** A closed form or a range as it is written; refused where it is neither, or both. */
export function claimedPlace(
  value: Pick<Value, "exact" | "isolating">,
  path: Path,
  budget: Budget,
): ClaimedPlace {
  budget.spend(1, "reading a number");
  const exact = value.exact === null ? null : numberAt(value.exact, [...path, "exact"]);
  if (exact !== null) {
    demand(value.isolating === undefined, STEP, [...path, "isolating"], "a closed form needs no range");
    return { exact, isolating: null };
  }
  const [low, high] = value.isolating ?? refuse(STEP, path, "it has neither a closed form nor a range");
  const ends = [parseRational(low), parseRational(high)] as const;
  const [from, to] = ends;
  if (from === undefined || to === undefined)
    return refuse(STEP, [...path, "isolating"], "its ends are not fractions");
  demand(compare(from, to) < 0, STEP, [...path, "isolating"], "the range is empty");
  return { exact: null, isolating: [from, to] };
}
