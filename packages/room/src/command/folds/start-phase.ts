import type { startPhase } from "../kinds/start-phase.ts";
import type { Fold } from "../rule.ts";
import { withPhase } from "../running-phase.ts";

/** What a `start-phase` does to the room. */
export const foldStartPhase: Fold<typeof startPhase> = (state, { phase }, meta) =>
  withPhase(state, phase, meta);
