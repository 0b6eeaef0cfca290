import { mentionOf } from "@crux/core";
import type { Row, Rows } from "./rows.ts";
import { rowKinds } from "./shape.ts";

/** One formula that refers to a row. */
export type Use = {
  readonly kind: Row["kind"];
  readonly key: string;
  readonly id: string;
  readonly field: string;
};

/** The formulas of other rows, as typed or in force, that name `row`. */
export function usesOf(rows: Rows, row: Row): Use[] {
  if (row.id === "" || row.kind === "assumptions") return [];
  const names = mentionOf(row.kind === "parameters" ? "parameter" : "term or program", row.id);
  const others = [rows.exchange, ...rowKinds.flatMap((kind) => rows[kind])].filter((one) => one !== row);
  return others.flatMap((one) =>
    Object.keys(one.lastValid)
      .filter((field) => names.test(one.texts[field] ?? "") || names.test(one.lastValid[field] ?? ""))
      .map((field) => ({ kind: one.kind, key: one.key, id: one.id, field })),
  );
}
