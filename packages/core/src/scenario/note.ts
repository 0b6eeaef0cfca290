import type { Path } from "./places.ts";

/** What a note is about, as a stable name. */
export type NoteKind =
  | "time-without-complexity"
  | "complexity-without-time"
  | "two-names"
  | "same-costs"
  | "unused-term"
  | "unused-parameter"
  | "unused-assumption"
  | "false-assumption"
  | "circular"
  | "cancels"
  | "inner-unpaid"
  | "units"
  | "never-wins";

/** Something about a sound scenario that may be meant, but is worth a second look. It never changes an answer. */
export type Note = {
  readonly kind: NoteKind;
  /** Keys from the root of the scenario's JSON to the row or field, e.g. `["terms", 2, "t"]`. */
  readonly path: Path;
  /** The id of that row. */
  readonly id: string;
  /** One or two plain sentences. */
  readonly sentence: string;
};
