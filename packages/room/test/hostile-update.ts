import { must } from "@crux/core";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Seeded } from "./seeded.ts";

const roots = [
  "scenario",
  "terms",
  "parameters",
  "programs",
  "assumptions",
  "evil",
  "__proto__",
  "constructor",
];
const keys = [
  "title",
  "exchange",
  "s0",
  "s1",
  "zz",
  "id",
  "order",
  "c",
  "cLast",
  "gloss",
  "status",
  "family",
  "extra",
  "+k",
  "__proto__",
];
const values = [
  "abc",
  "linear",
  "held",
  "i",
  "",
  true,
  null,
  undefined,
  1,
  2.5,
  Number.NaN,
  10n,
  [1],
  { a: 1 },
  "y".repeat(70_000),
  "\ud800",
  new Uint8Array(3),
];
const strings = ["a", "bc", "😀", "z".repeat(5_000)];

/** The ids of all that a document has. */
const idsOf = (doc: Y.Doc): [number, number][] =>
  [...doc.store.clients].flatMap(([client, structs]) =>
    structs.map((one): [number, number] => [client, one.id.clock]),
  );

/**
 * A syntactically valid update out of random structs: wrong roots, keys, parents, neighbours, contents, lengths,
 * clocks, blocks and deletions, mixed with right ones.
 */
export function hostileUpdate(doc: Y.Doc, me: number, random: Seeded): Uint8Array {
  const encoder = encoding.createEncoder();
  const state = Y.getState(doc.store, me);
  const pool = idsOf(doc);
  const someId = (): [number, number] =>
    random.chance(0.15)
      ? [me, Math.max(0, state + random.int(4) - 1)]
      : random.chance(0.03)
        ? [123_456, 2]
        : random.pick(pool);
  const blocks = random.chance(0.06) ? 2 : 1;
  encoding.writeVarUint(encoder, blocks);
  let clock = state;
  for (let block = 0; block < blocks; block++) {
    const count = 1 + random.int(4);
    encoding.writeVarUint(encoder, random.chance(0.03) ? 2 ** 25 : count);
    encoding.writeVarUint(encoder, random.chance(0.05) ? random.pick(pool)[0] : me);
    encoding.writeVarUint(encoder, random.chance(0.06) ? clock + random.int(3) : clock);
    for (let at = 0; at < count; at++) clock += writeStruct(encoder, random, someId);
  }
  writeDeletions(encoder, random, someId);
  if (random.chance(0.05)) encoding.writeUint8Array(encoder, new Uint8Array(20));
  return encoding.toUint8Array(encoder);
}

/** Writes one random struct and returns its length. */
function writeStruct(encoder: encoding.Encoder, random: Seeded, someId: () => [number, number]): number {
  const kind = random.int(20);
  if (kind === 0 || kind === 1) {
    const length = random.pick([0, 1, 2, 5, 2 ** 31]);
    encoding.writeUint8(encoder, kind === 0 ? 0 : 10);
    encoding.writeVarUint(encoder, length);
    return length;
  }
  const content = random.pick([8, 8, 8, 8, 4, 4, 4, 7, 7, 7, 1, 2, 3, 5, 6, 9]);
  const hasLeft = random.chance(0.45);
  const hasRight = random.chance(0.3);
  const hasKey = !hasLeft && !hasRight && random.chance(0.7);
  encoding.writeUint8(encoder, content | (hasLeft ? 128 : 0) | (hasRight ? 64 : 0) | (hasKey ? 32 : 0));
  if (hasLeft) writeId(encoder, someId());
  if (hasRight) writeId(encoder, someId());
  if (!hasLeft && !hasRight) {
    const inRoot = random.chance(0.5);
    encoding.writeVarUint(encoder, inRoot ? 1 : 0);
    if (inRoot) encoding.writeVarString(encoder, random.pick(roots));
    else writeId(encoder, someId());
    if (hasKey) encoding.writeVarString(encoder, random.pick(keys));
  }
  return writeContent(encoder, random, content);
}

function writeContent(encoder: encoding.Encoder, random: Seeded, content: number): number {
  switch (content) {
    case 8: {
      const length = 1 + random.int(2);
      encoding.writeVarUint(encoder, length);
      for (let at = 0; at < length; at++) encoding.writeAny(encoder, random.pick(values) as never);
      return length;
    }
    case 4: {
      const text = random.pick(strings);
      encoding.writeVarString(encoder, text);
      return text.length;
    }
    case 7:
      encoding.writeVarUint(encoder, random.pick([0, 1, 1, 1, 2, 2, 2, 4, 6]));
      return 1;
    case 1: {
      const length = 1 + random.int(3);
      encoding.writeVarUint(encoder, length);
      return length;
    }
    case 2:
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, '{"a":1}');
      return 1;
    case 3:
      encoding.writeVarUint8Array(encoder, new Uint8Array(4));
      return 1;
    case 5:
      encoding.writeVarString(encoder, '{"src":1}');
      return 1;
    case 6:
      encoding.writeVarString(encoder, "bold");
      encoding.writeVarString(encoder, "true");
      return 1;
    default:
      encoding.writeVarString(encoder, "guid");
      encoding.writeAny(encoder, {});
      return 1;
  }
}

function writeId(encoder: encoding.Encoder, [client, clock]: readonly [number, number]): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

/** The id of the item that holds a type which is no root. */
function idOf(type: { readonly _item: Y.Item | null }): [number, number] {
  const { client, clock } = must(type._item, "the type is no root").id;
  return [client, clock];
}

function writeDeletions(encoder: encoding.Encoder, random: Seeded, someId: () => [number, number]): void {
  const clients = random.chance(0.4) ? 1 + random.int(2) : 0;
  encoding.writeVarUint(encoder, clients);
  for (let at = 0; at < clients; at++) {
    const [client, clock] = someId();
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, random.pick([1, 1, 2, 9, 0]));
  }
}

/** A right update with the right parent and content in the wrong place: between two random items of one text, or after any entry of a key. */
export function misplacedUpdate(doc: Y.Doc, me: number, random: Seeded): Uint8Array {
  const encoder = encoding.createEncoder();
  const texts: Y.Text[] = [];
  const maps: Y.Map<unknown>[] = [];
  for (const type of doc.share.values()) collect(type, texts, maps);
  if (maps.length === 0) return hostileUpdate(doc, me, random);
  const structs = encoding.createEncoder();
  const count = 1 + random.int(3);
  for (let at = 0; at < count; at++) {
    if (random.chance(0.6) && texts.length > 0) writeBetween(structs, random.pick(texts), random);
    else writeEntry(structs, random.pick(maps), random);
  }
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, me);
  encoding.writeVarUint(encoder, Y.getState(doc.store, me));
  encoding.writeUint8Array(encoder, encoding.toUint8Array(structs));
  const pool = idsOf(doc);
  writeDeletions(encoder, random, () => random.pick(pool));
  return encoding.toUint8Array(encoder);
}

function collect(type: unknown, texts: Y.Text[], maps: Y.Map<unknown>[]): void {
  if (type instanceof Y.Text) texts.push(type);
  if (!(type instanceof Y.Map)) return;
  if (type._item !== null) maps.push(type);
  for (const inner of type.values()) collect(inner, texts, maps);
}

function writeBetween(encoder: encoding.Encoder, text: Y.Text, random: Seeded): void {
  const items: Y.Item[] = [];
  for (let item = text._start; item !== null; item = item.right) items.push(item);
  const left = items.length > 0 && random.chance(0.8) ? random.pick(items) : null;
  const right = items.length > 0 && random.chance(0.6) ? random.pick(items) : null;
  encoding.writeUint8(encoder, 4 | (left ? 128 : 0) | (right ? 64 : 0));
  if (left) writeId(encoder, [left.id.client, left.id.clock + random.int(left.length)]);
  if (right) writeId(encoder, [right.id.client, right.id.clock + random.int(right.length)]);
  if (!left && !right) {
    encoding.writeVarUint(encoder, 0);
    writeId(encoder, idOf(text));
  }
  encoding.writeVarString(encoder, "h");
}

function writeEntry(encoder: encoding.Encoder, map: Y.Map<unknown>, random: Seeded): void {
  const names = [...map._map.keys()];
  const key = random.chance(0.2) || names.length === 0 ? random.pick(keys) : random.pick(names);
  let entry: Y.Item | null = map._map.get(key) ?? null;
  while (entry?.left && random.chance(0.4)) entry = entry.left;
  const isType = random.chance(0.3);
  encoding.writeUint8(encoder, (isType ? 7 : 8) | (entry ? 128 : 32));
  if (entry) writeId(encoder, [entry.id.client, entry.id.clock + entry.length - 1]);
  else {
    encoding.writeVarUint(encoder, 0);
    writeId(encoder, idOf(map));
    encoding.writeVarString(encoder, key);
  }
  encoding.writeVarUint(encoder, isType ? random.pick([1, 2]) : 1);
  if (!isType) encoding.writeAny(encoder, random.pick(["hh", "log", "held", true, null]) as never);
}
