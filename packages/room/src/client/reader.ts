import type { Issue, Objection, Result, Scenario } from "@crux/core";
import type { RoomObjection } from "../command/debate-state.ts";
import type { Reading } from "../document/reading.ts";
import type { Rows } from "../document/rows.ts";

type Json = Readonly<Record<string, unknown>>;

/** At once, or as soon as a worker has answered. */
export type Soon<T> = T | Promise<T>;

/**
 * Reads what people wrote: formulas, patches, objections. Parser and checks stand behind it, so that a page can leave
 * them to a worker; what it gives is plain data that can travel from there.
 */
export type Reader = {
  /** What the rows of a document mean. */
  rows(rows: Rows): Soon<Reading>;
  /** The objections in the objection format, in order; the room has taken them, so they read. */
  objections(list: readonly RoomObjection[]): Soon<readonly Objection[]>;
  /** `scenario` as JSON, and as it is after each of `patches` (JSON) in turn; or why one of them does not fit. */
  change(scenario: Scenario, patches: readonly unknown[]): Soon<Result<readonly Json[], readonly Issue[]>>;
};
