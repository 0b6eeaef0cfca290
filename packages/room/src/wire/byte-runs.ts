import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Several byte arrays as one, each with its length: a message carries few binary parts. */
export function writeByteRuns(runs: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, runs.length);
  for (const run of runs) encoding.writeVarUint8Array(encoder, run);
  return encoding.toUint8Array(encoder);
}

/** The byte arrays in `bytes`, which the server wrote; throws when it did not. */
export function readByteRuns(bytes: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  return Array.from({ length: count }, () => decoding.readVarUint8Array(decoder).slice());
}
