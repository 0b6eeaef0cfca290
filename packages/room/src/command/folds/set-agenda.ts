import type { setAgenda } from "../kinds/set-agenda.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";
import { withPhase } from "../running-phase.ts";

/** What a `set-agenda` does to the room. */
export const foldSetAgenda: Fold<typeof setAgenda> = (state, { phases }, meta) => {
  const { phase } = state.session;
  const goesOn = phase === null || phases.some(({ id }) => id === phase.id);
  return withSession(goesOn ? state : withPhase(state, null, meta), { agenda: phases });
};
