import type { withdrawObjection } from "../kinds/withdraw-objection.ts";
import type { Fold } from "../rule.ts";
import { settled } from "../settled.ts";

/** What a `withdraw-objection` does to the room. */
export const foldWithdrawObjection: Fold<typeof withdrawObjection> = (state, event, { by, seq }) =>
  settled(state, event.objection, { kind: "withdrawn", by, seq });
