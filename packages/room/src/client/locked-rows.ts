import { canonicalText } from "../base/canonical.ts";
import type { SessionState } from "../command/session-state.ts";
import type { RowRef } from "../document/edit.ts";
import type { Rows } from "../document/rows.ts";
import { rowKinds } from "../document/shape.ts";

type Locks = SessionState["locks"];
type Json = Readonly<Record<string, unknown>>;

/** Whether a moderator has locked this row. */
export const isLockedRow = (locks: Locks, row: RowRef): boolean =>
  Object.hasOwn(locks, `${row.kind}/${row.key}`);

/**
 * Whether going from one scenario (JSON) to another changes or deletes a row of `rows` that is locked: the room
 * would refuse all of it.
 */
export function changesLocked(locks: Locks, rows: Rows, before: Json, after: Json): boolean {
  const find = (json: Json, kind: string, id: string): unknown =>
    (Array.isArray(json[kind]) ? (json[kind] as readonly Json[]) : []).find((row) => row.id === id);
  return rowKinds.some((kind) =>
    rows[kind].some(
      ({ key, id }) =>
        isLockedRow(locks, { kind, key }) &&
        canonicalText(find(before, kind, id) ?? null) !== canonicalText(find(after, kind, id) ?? null),
    ),
  );
}
