import { unreachable } from "@crux/core";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { PublicEvent } from "../command/events.ts";
import type { Entries, WireEntry } from "./messages.ts";

/**
 * Entries as one run of bytes: `from`, then 0 and the update for a single update without a fingerprint, which is
 * what goes round while people type. Else 1 + 2 × the number of entries + 1 for a fingerprint, the fingerprint,
 * and each entry as 0 (silent), 1 update, or 2 by at event-as-JSON. Numbers are variable-length, texts and updates
 * carry their length.
 */
export function writeEntries({ from, list, hash }: Entries): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, from);
    const [first] = list;
    if (list.length === 1 && first?.kind === "update" && hash === null) {
      encoding.writeUint8(encoder, 0);
      encoding.writeUint8Array(encoder, first.update);
      return;
    }
    encoding.writeVarUint(encoder, 1 + 2 * list.length + (hash === null ? 0 : 1));
    if (hash !== null) encoding.writeVarString(encoder, hash);
    for (const entry of list) writeEntry(encoder, entry);
  });
}

function writeEntry(encoder: encoding.Encoder, entry: WireEntry): void {
  switch (entry.kind) {
    case "silent":
      encoding.writeUint8(encoder, 0);
      return;
    case "update":
      encoding.writeUint8(encoder, 1);
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
  const head = decoding.readVarUint(decoder);
  if (head === 0) {
    const update = decoding.readUint8Array(decoder, bytes.length - decoder.pos).slice();
    return { from, list: [{ kind: "update", update }], hash: null };
  }
  const hash = (head - 1) % 2 === 1 ? decoding.readVarString(decoder) : null;
  const list = Array.from({ length: (head - 1) >> 1 }, () => readEntry(decoder));
  return { from, list, hash };
}

function readEntry(decoder: decoding.Decoder): WireEntry {
  const kind = decoding.readUint8(decoder);
  if (kind === 0) return { kind: "silent" };
  if (kind === 1) return { kind: "update", update: decoding.readVarUint8Array(decoder).slice() };
  const by = decoding.readVarString(decoder);
  const at = decoding.readVarUint(decoder);
  return { kind: "event", by, at, event: JSON.parse(decoding.readVarString(decoder)) as PublicEvent };
}
