import { err, ok, type Result } from "@crux/core";
import * as Y from "yjs";
import { stepInto } from "../document/shape.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { causalOrder } from "./causal-order.ts";
import { checkContent } from "./check-content.ts";
import { checkCut } from "./check-cut.ts";
import { checkDeletedRows, checkDeletions, isDeletedWhole } from "./check-deletions.ts";
import { createFreshParts, type FreshPart, type FreshParts } from "./fresh-parts.ts";
import { no, Refused } from "./refused.ts";
import { skimBlocks } from "./skim.ts";
import {
  findStruct,
  type Gone,
  gone,
  isOrder,
  rowIn,
  shapeOfRoot,
  type Whereabouts,
  whereaboutsOf,
} from "./whereabouts.ts";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded["structs"][number];

/** What the check of one update works with. */
type Check = {
  readonly doc: Y.Doc;
  readonly deletions: Decoded["ds"];
  readonly fresh: FreshParts;
  readonly isLocked: (row: string) => boolean;
};

/**
 * Decides, from the decoded structs and before anything is applied, whether `update` is a truthful edit of the
 * scenario in `doc` by someone who leased every client id for which `isMine` holds. Nothing has to be rolled
 * back after a refusal. `room` is how many bytes the document may still grow by; a row for which `isLocked`
 * (null: none is) may be moved and nothing else.
 */
export function checkUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  isMine: (client: number) => boolean,
  room: number,
  isLocked: ((row: string) => boolean) | null = null,
): Result<true, Refusal> {
  try {
    if (update.length > limits.update) no("too-large", update.length);
    if (update.length > room) no("document-full");
    const blocks = decoding(() => skimBlocks(update));
    const decoded = decoding(() => Y.decodeUpdate(update));
    checkStructs(doc, decoded, isMine, blocks, isLocked);
    return ok(true);
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal);
    throw error;
  }
}

/** Runs a decoder on bytes from outside: whatever it throws means that they are no update. */
function decoding<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(refuse("malformed", error instanceof Error ? error.message : ""));
  }
}

function checkStructs(
  doc: Y.Doc,
  decoded: Decoded,
  isMine: (client: number) => boolean,
  blocks: number,
  isLocked: ((row: string) => boolean) | null,
): void {
  if (decoded.structs.length > limits.structs) no("too-many-structs", decoded.structs.length);
  const check: Check = {
    doc,
    deletions: decoded.ds,
    fresh: createFreshParts(),
    isLocked: isLocked ?? (() => false),
  };
  const next = new Map<number, number>();
  for (const struct of causalOrder(decoded.structs, (client) => Y.getState(doc.store, client))) {
    checkClock(doc, struct, isMine, next);
    const where = struct instanceof Y.Item ? checkItem(check, struct) : gone;
    check.fresh.add(struct.id.client, freshPart(struct, where));
  }
  // Yjs applies only the last block of a client but decodes all: two blocks of one client would pass here and leave a gap there.
  if (blocks !== next.size) no("block-count", `${blocks} blocks, ${next.size} clients`);
  checkDeletions(doc, decoded.ds, check.fresh, next);
  if (isLocked) checkDeletedRows(doc, decoded.ds, isLocked);
}

/** Whose the struct is, and that it continues exactly where that client's clock stands. */
function checkClock(
  doc: Y.Doc,
  struct: Struct,
  isMine: (client: number) => boolean,
  next: Map<number, number>,
): void {
  const { client, clock } = struct.id;
  if (struct instanceof Y.Skip) no("skip");
  if (!isMine(client)) no("foreign-client-id", client);
  const expected = next.get(client) ?? Y.getState(doc.store, client);
  if (clock !== expected) no("out-of-step", `${client}: ${clock} where ${expected} comes next`);
  if (struct.length < 1 || clock + struct.length > limits.clock) no("clock-range", struct.length);
  next.set(client, clock + struct.length);
}

const freshPart = (struct: Struct, where: Whereabouts | Gone): FreshPart => ({
  start: struct.id.clock,
  end: struct.id.clock + struct.length,
  where,
  isType: struct instanceof Y.Item && struct.content instanceof Y.ContentType,
  text: struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : null,
});

/** Where a new item will live; refuses one whose place, neighbours or content no honest client could send. */
function checkItem(check: Check, item: Y.Item): Whereabouts | Gone {
  const where = placeOf(check, item);
  if (where.kind === "gone") {
    if (item.content instanceof Y.ContentDoc) no("content-type", "subdocument");
    return where;
  }
  // A live entry of two values splits into two live entries, and collecting its parent then throws inside Yjs.
  // Honest clients send longer ones only when they are superseded; then the same update deletes all of it.
  const { client, clock } = item.id;
  const isLong = where.key !== null && item.length !== 1 && !(item.content instanceof Y.ContentDeleted);
  if (isLong && !isDeletedWhole(check.deletions, client, clock, clock + item.length))
    no("map-entry-shape", "length");
  checkContent(item.content, where);
  if (where.row !== null && !isOrder(where) && check.isLocked(where.row)) no("row-locked", where.row);
  return where;
}

function placeOf(check: Check, item: Y.Item): Whereabouts | Gone {
  if (item.origin !== null || item.rightOrigin !== null) return placeBesides(check, item);
  if (typeof item.parent === "string") {
    const parentShape = shapeOfRoot(item.parent);
    if (parentShape === undefined) no("unknown-root", item.parent);
    const row = rowIn(item.parent, item.parentSub);
    return place(item.parent, row, parentShape, item.parentSub, check.doc.share.get(item.parent));
  }
  if (item.parent instanceof Y.ID) return placeInside(check, item.parent, item.parentSub);
  return no("bad-parent", "none");
}

const place = (
  root: string,
  row: string | null,
  parentShape: Whereabouts["parentShape"],
  key: string | null,
  parent: unknown,
): Whereabouts => ({
  kind: "live",
  root,
  row,
  parentShape,
  key,
  shape: parentShape && stepInto(parentShape, key),
  parent,
  item: null,
});

/** The place next to the origins, which must exist, lie in one parent under one key, and stand in their order. */
function placeBesides(check: Check, item: Y.Item): Whereabouts | Gone {
  const left = item.origin && lookUp(check, item.origin);
  const right = item.rightOrigin && lookUp(check, item.rightOrigin);
  // With one neighbour gone Yjs would still split the other, live one.
  if (left && right && left.kind !== right.kind) no("mixed-parents", "one is gone");
  const beside = left ?? right;
  if (!beside || beside.kind === "gone" || right?.kind === "gone") return gone;
  if (left?.kind === "live" && right) {
    if (left.parent !== right.parent || left.key !== right.key) no("mixed-parents");
    checkOrder(left, right, item);
  }
  if (beside.key !== null && right) no("map-entry-shape", "right origin");
  if (item.origin) checkCutAt(check, item.origin, 1);
  if (item.rightOrigin) checkCutAt(check, item.rightOrigin, 0);
  return place(beside.root, beside.row, beside.parentShape, beside.key, beside.parent);
}

/** The place inside the type that `id` names exactly. */
function placeInside(check: Check, id: Y.ID, key: string | null): Whereabouts | Gone {
  const part = check.fresh.find(id);
  if (part) {
    if (part.where.kind === "gone") return gone;
    if (part.start !== id.clock || !part.isType) no("bad-parent");
    return place(part.where.root, part.where.row, part.where.shape, key, `new:${id.client}:${id.clock}`);
  }
  const struct = findStruct(check.doc, id) ?? no("missing-dependency", `${id.client}:${id.clock}`);
  if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) return gone;
  if (struct.id.clock !== id.clock || !(struct.content instanceof Y.ContentType)) no("bad-parent");
  const where = whereaboutsOf(check.doc, struct);
  return where.kind === "gone" ? gone : place(where.root, where.row, where.shape, key, struct.content.type);
}

function lookUp(check: Check, id: Y.ID): Whereabouts | Gone {
  const part = check.fresh.find(id);
  if (part) return part.where;
  const struct = findStruct(check.doc, id) ?? no("missing-dependency", `${id.client}:${id.clock}`);
  return whereaboutsOf(check.doc, struct);
}

/** When the left origin is not left of the right one, what Yjs makes of the item depends on the order of arrival. */
function checkOrder(left: Whereabouts, right: Whereabouts, added: Y.Item): void {
  if (left.item === null || right.item === null) return;
  if (left.item === right.item) {
    if ((added.origin?.clock ?? 0) >= (added.rightOrigin?.clock ?? 0)) no("unordered-origins");
    return;
  }
  let item: Y.Item | null = left.item;
  for (let steps = 0; item !== null && steps < limits.walk; steps++) {
    item = item.right;
    if (item === right.item) return;
  }
  no("unordered-origins");
}

/** A new item cuts its neighbour's text `offset` after the unit that `id` names. */
function checkCutAt(check: Check, id: Y.ID, offset: 0 | 1): void {
  const part = check.fresh.find(id);
  const struct = part ? undefined : findStruct(check.doc, id);
  if (part?.text) checkCut(part.text, id.clock - part.start + offset);
  if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
    checkCut(struct.content.str, id.clock - struct.id.clock + offset);
}
