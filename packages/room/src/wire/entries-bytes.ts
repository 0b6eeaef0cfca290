import { unreachable } from "@crux/core";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { PublicEvent } from "../command/events.ts";
import type { Entries, WireEntry } from "./messages.ts";

/**
 * Entries as one run of bytes: `from`, the fingerprint ("" for none), the number of entries, then each as
 * 0 (silent), 1 by at update, or 2 by at event-as-JSON. Numbers are variable-length, texts and updates carry
 * their length. One run, because Socket.IO sends every byte array of a message as a frame of its own, and its
 * parser takes no more than ten.
 */
export function writeEntries({ from, list, hash }: Entries): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, from);
  encoding.writeVarString(encoder, hash ?? "");
  encoding.writeVarUint(encoder, list.length);
  for (const entry of list) writeEntry(encoder, entry);
  return encoding.toUint8Array(encoder);
}

function writeEntry(encoder: encoding.Encoder, entry: WireEntry): void {
  switch (entry.kind) {
    case "silent":
      encoding.writeUint8(encoder, 0);
      return;
    case "update":
      encoding.writeUint8(encoder, 1);
      encoding.writeVarString(encoder, entry.by);
      encoding.writeVarUint(encoder, entry.at);
      encoding.writeVarUint8Array(encoder, entry.update);
      return;
    case "event":
      encoding.writeUint8(encoder, 2);
      encoding.writeVarString(encoder, entry.by);
      encoding.writeVarUint(encoder, entry.at);
      encoding.writeVarString(encoder, JSON.stringify(entry.event));
      return;
    default:
      unreachable(entry);
  }
}

/** The entries in `bytes`, which the server wrote; throws when it did not. */
export function readEntries(bytes: Uint8Array): Entries {
  const decoder = decoding.createDecoder(bytes);
  const from = decoding.readVarUint(decoder);
  const hash = decoding.readVarString(decoder);
  const count = decoding.readVarUint(decoder);
  const list = Array.from({ length: count }, () => readEntry(decoder));
  return { from, list, hash: hash === "" ? null : hash };
}

function readEntry(decoder: decoding.Decoder): WireEntry {
  const kind = decoding.readUint8(decoder);
  if (kind === 0) return { kind: "silent" };
  const by = decoding.readVarString(decoder);
  const at = decoding.readVarUint(decoder);
  if (kind === 1) return { kind: "update", by, at, update: decoding.readVarUint8Array(decoder).slice() };
  return { kind: "event", by, at, event: JSON.parse(decoding.readVarString(decoder)) as PublicEvent };
}
