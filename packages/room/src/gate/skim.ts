import * as decoding from "lib0/decoding";
import { limits } from "../protocol/limits.ts";
import { no } from "./refused.ts";

/**
 * Reads only the counts at the head of an update and returns how many clients it has blocks for. Yjs allocates
 * as many slots as the bytes claim: twelve bytes that claim 2^25 structs cost 256 MB.
 */
export function skimBlocks(update: Uint8Array): number {
  const decoder = decoding.createDecoder(update);
  const clients = decoding.readVarUint(decoder);
  if (clients > limits.clientsPerUpdate) no("too-many-clients", clients);
  if (clients > 0) {
    const structs = decoding.readVarUint(decoder);
    // Every struct takes at least one byte.
    if (structs > limits.structs || structs > update.length) no("too-many-structs", structs);
  }
  return clients;
}
