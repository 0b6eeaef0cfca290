import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** One message between Socket.IO's two sides, by its own numbering of types. */
export type Packet = {
  readonly type: number;
  readonly nsp: string;
  readonly data?: unknown;
  readonly id?: number | undefined;
};

/** Socket.IO's types of packets, without those that only its own encoding has. */
export const packetTypes = { connect: 0, disconnect: 1, event: 2, ack: 3, connectError: 4 } as const;

/**
 * First byte of a frame. The first five are the general forms of Socket.IO's types; the others are what is sent
 * all the time, in as few bytes as it takes: `saved` (id, seq), `update` (id, bytes) and `entries` (bytes).
 */
const heads = { ...packetTypes, saved: 5, update: 6, entries: 7 } as const;

/** Names that Socket.IO gives its own events: from outside they would end what they only tell of. */
const reserved: ReadonlySet<unknown> = new Set([
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
  "error",
]);

/** How deep in the arguments of a message bytes may stand: `[name, reply]`, `reply.value`, `value.update`. */
const bytesDepth = 3;

/** The message as one binary frame: no placeholders, and no second frame for the bytes in it. */
export function writeFrame(packet: Packet): Uint8Array {
  const found: { readonly path: readonly (string | number)[]; readonly bytes: Uint8Array }[] = [];
  const head = encoding.encode((encoder) => {
    if (writeShort(encoder, packet)) return;
    encoding.writeUint8(encoder, packet.type);
    const isNumbered = packet.type === packetTypes.event || packet.type === packetTypes.ack;
    if (isNumbered) encoding.writeVarUint(encoder, packet.id === undefined ? 0 : packet.id + 1);
    const plain = withoutBytes(packet.data, [], found);
    encoding.writeVarString(encoder, plain === undefined ? "" : JSON.stringify(plain));
  });
  const runs = found.flatMap(({ path, bytes }) => [toPlace(path, bytes.length), bytes]);
  return runs.length === 0 ? head : joined([head, ...runs]);
}

/** What stands before a run of bytes: its place, and its length. */
const toPlace = (path: readonly (string | number)[], length: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, JSON.stringify(path));
    encoding.writeVarUint(encoder, length);
  });

/** The parts in a row, each copied once: a whole document is among them. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The message in a frame; throws when it is none. Whatever is in it is for the protocol's shapes to check. */
export function readFrame(frame: Uint8Array): Packet {
  const decoder = decoding.createDecoder(frame);
  const head = decoding.readUint8(decoder);
  const nsp = "/";
  if (head === heads.saved) {
    const id = decoding.readVarUint(decoder);
    const data = [{ ok: true, value: { seq: decoding.readVarUint(decoder) } }];
    return { type: packetTypes.ack, nsp, id, data };
  }
  if (head === heads.update) {
    const id = decoding.readVarUint(decoder);
    return { type: packetTypes.event, nsp, id, data: ["update", { update: restOf(decoder) }] };
  }
  if (head === heads.entries) return { type: packetTypes.event, nsp, data: ["entries", restOf(decoder)] };
  const isNumbered = head === packetTypes.event || head === packetTypes.ack;
  if (!isNumbered && head > packetTypes.connectError) throw new Error("a frame of an unknown kind");
  const number = isNumbered ? decoding.readVarUint(decoder) : 0;
  const text = decoding.readVarString(decoder);
  const data: unknown = text === "" ? undefined : JSON.parse(text);
  while (decoding.hasContent(decoder)) {
    const path: unknown = JSON.parse(decoding.readVarString(decoder));
    put(data, path, decoding.readVarUint8Array(decoder).slice());
  }
  // Socket.IO looks inside it before anybody can say no, where a throw ends the process.
  if (head === packetTypes.connect && data !== undefined && (!isObject(data) || Array.isArray(data)))
    throw new Error("a connect with something else than fields");
  if (isNumbered && !Array.isArray(data)) throw new Error("a message without arguments");
  if (
    head === packetTypes.event &&
    (typeof (data as unknown[])[0] !== "string" || reserved.has((data as unknown[])[0]))
  )
    throw new Error("an event without a name that is free");
  return { type: head, nsp, data, ...(number > 0 && { id: number - 1 }) };
}

/** Writes the messages that have a short form; false for all others. */
function writeShort(encoder: encoding.Encoder, { type, data, id }: Packet): boolean {
  if (!Array.isArray(data)) return false;
  if (type === packetTypes.ack && id !== undefined && data.length === 1) {
    const seq = savedSeq(data[0]);
    if (seq === undefined) return false;
    encoding.writeUint8(encoder, heads.saved);
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, seq);
    return true;
  }
  const [name, payload] = data as readonly unknown[];
  if (type !== packetTypes.event || data.length !== 2) return false;
  if (name === "entries" && id === undefined && payload instanceof Uint8Array) {
    encoding.writeUint8(encoder, heads.entries);
    encoding.writeUint8Array(encoder, payload);
    return true;
  }
  if (name !== "update" || id === undefined || !isObject(payload)) return false;
  const { update, ...others } = payload;
  if (!(update instanceof Uint8Array) || Object.keys(others).length > 0) return false;
  encoding.writeUint8(encoder, heads.update);
  encoding.writeVarUint(encoder, id);
  encoding.writeUint8Array(encoder, update);
  return true;
}

/** The number in `{ ok: true, value: { seq } }` and nothing else. */
function savedSeq(reply: unknown): number | undefined {
  if (!isObject(reply) || reply.ok !== true || !isObject(reply.value)) return undefined;
  const { seq } = reply.value;
  const isAll = Object.keys(reply).length === 2 && Object.keys(reply.value).length === 1;
  return isAll && typeof seq === "number" && Number.isSafeInteger(seq) && seq >= 0 ? seq : undefined;
}

/** A copy in which null stands for bytes, which go to `found` with their place. */
function withoutBytes(
  value: unknown,
  path: readonly (string | number)[],
  found: { path: readonly (string | number)[]; bytes: Uint8Array }[],
): unknown {
  if (value instanceof Uint8Array) {
    found.push({ path, bytes: value });
    return null;
  }
  if (path.length >= bytesDepth || !isObject(value)) return value;
  if (Array.isArray(value)) return value.map((one, at) => withoutBytes(one, [...path, at], found));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutBytes(one, [...path, key], found)]),
  );
}

/** Puts bytes where the text has null for them; throws where it has not. */
function put(data: unknown, path: unknown, bytes: Uint8Array): void {
  if (!Array.isArray(path) || path.length === 0 || path.length > bytesDepth)
    throw new Error("bytes without a place");
  let at = data;
  for (const [depth, key] of (path as readonly unknown[]).entries()) {
    if (!isObject(at) || (typeof key !== "string" && typeof key !== "number") || !Object.hasOwn(at, key))
      throw new Error("bytes for no place");
    if (depth < path.length - 1) at = at[key];
    else if (at[key] === null) at[key] = bytes;
    else throw new Error("bytes for a place that is taken");
  }
}

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;

const restOf = (decoder: decoding.Decoder): Uint8Array =>
  decoding.readUint8Array(decoder, decoder.arr.length - decoder.pos).slice();
