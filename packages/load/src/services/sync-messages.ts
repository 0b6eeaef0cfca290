import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** The messages that the Yjs servers share: state vector (0), what is missing (1), an update (2), each with a prefix of their own. */
export type SyncMessage = { readonly kind: "vector" | "missing" | "update"; readonly bytes: Uint8Array };

const kinds = ["vector", "missing", "update"] as const;

/** Writes one sync message after what `prefix` writes. */
export function writeSync(prefix: (encoder: encoding.Encoder) => void, message: SyncMessage): Uint8Array {
  return encoding.encode((encoder) => {
    prefix(encoder);
    encoding.writeVarUint(encoder, kinds.indexOf(message.kind));
    encoding.writeVarUint8Array(encoder, message.bytes);
  });
}

/** Reads the sync message at the decoder; undefined for none. */
export function readSync(decoder: decoding.Decoder): SyncMessage | undefined {
  const kind = kinds[decoding.readVarUint(decoder)];
  return kind === undefined ? undefined : { kind, bytes: decoding.readVarUint8Array(decoder) };
}
