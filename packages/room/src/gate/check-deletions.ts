import * as Y from "yjs";
import { limits } from "../protocol/limits.ts";
import { checkCut } from "./check-cut.ts";
import type { FreshParts } from "./fresh-parts.ts";
import { no } from "./refused.ts";
import { isOrder, whereaboutsOf } from "./whereabouts.ts";

type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];

/**
 * Refuses deletions of what does not exist (Yjs would keep them, scan them on every later update and send them
 * to everyone) and cuts inside a character. Whoever may edit may delete anything in the scenario.
 * `next` is each client's clock after the update.
 */
export function checkDeletions(
  doc: Y.Doc,
  ds: DeleteSet,
  fresh: FreshParts,
  next: ReadonlyMap<number, number>,
): void {
  let ranges = 0;
  for (const [client, items] of ds.clients) {
    const known = Y.getState(doc.store, client);
    const state = next.get(client) ?? known;
    for (const { clock, len } of items) {
      if (++ranges > limits.deletions) no("too-many-deletions");
      const end = clock + len;
      if (!(len > 0) || end > state) no("delete-ahead", `${client}:${clock}+${len}`);
      for (const part of fresh.of(client)) cutsIn(part.text, part.start, clock, end);
      if (clock < known) cutsInDocument(doc, client, clock, end);
    }
  }
}

function cutsInDocument(doc: Y.Doc, client: number, from: number, to: number): void {
  const structs = doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= to) return;
    if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString)
      cutsIn(struct.content.str, struct.id.clock, from, to);
  }
}

function cutsIn(text: string | null, start: number, from: number, to: number): void {
  if (text === null || from >= start + text.length || to <= start) return;
  checkCut(text, from - start);
  checkCut(text, to - start);
}

/** Whether the update deletes all of the client's clocks from `from` to `to`. */
export function isDeletedWhole(ds: DeleteSet, client: number, from: number, to: number): boolean {
  let reached = from;
  const ranges = [...(ds.clients.get(client) ?? [])].sort((a, b) => a.clock - b.clock);
  for (const { clock, len } of ranges) {
    if (clock > reached) break;
    reached = Math.max(reached, clock + len);
  }
  return reached >= to;
}

/** Refuses deletions of what still shows in a locked row. Its ranges have been checked. */
export function checkDeletedRows(doc: Y.Doc, ds: DeleteSet, isLocked: (row: string) => boolean): void {
  for (const [client, items] of ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    const known = Y.getState(doc.store, client);
    for (const { clock, len } of items) {
      if (clock >= known) continue;
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at];
        if (struct === undefined || struct.id.clock >= clock + len) break;
        if (struct.deleted) continue;
        const where = whereaboutsOf(doc, struct);
        if (where.kind === "live" && where.row !== null && !isOrder(where) && isLocked(where.row))
          no("row-locked", where.row);
      }
    }
  }
}
