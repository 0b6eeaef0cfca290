import type { Issue } from "@crux/core";
import type { DebateItem, ExportId } from "@crux/present/export";

/** What is to be exported: a scenario as JSON, and what people said about it. */
export type ExportTask = {
  readonly id: ExportId;
  readonly scenario: unknown;
  readonly debate: readonly DebateItem[];
  /** The address of the scenario, or another IRI. */
  readonly source: string;
  /** What a map has upwards; null: the first that it can. */
  readonly over: string | null;
};

/** A text (of a PNG the SVG that it is drawn from), or why there is none. */
export type Exported =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: readonly Issue[] };
