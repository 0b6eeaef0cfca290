import { createHash } from "node:crypto";
import { toBase32 } from "../base/bytes.ts";

/**
 * Who someone is in a room: made one way from the secret that their device keeps for this room, so that nobody
 * can pass for them who does not have it, and the server has nothing to keep that could leak.
 */
export function personIdOf(room: string, secret: string): string {
  const digest = createHash("sha256").update(`crux person\n${room}\n${secret}`).digest();
  return toBase32(digest.subarray(0, 16));
}
