import type { Prepared } from "./analytic-roots.ts";
import type { Hint } from "./pieces.ts";

/** Closed forms that roots of a prepared difference may have; each still has to be proved. */
export function closedFormHints(_f: Prepared): readonly Hint[] {
  return [];
}
