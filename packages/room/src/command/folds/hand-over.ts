import type { handOver } from "../kinds/hand-over.ts";
import { withPerson } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `hand-over` does to the room. */
export const foldHandOver: Fold<typeof handOver> = (state, event, _meta) => {
  const from = state.people[event.from];
  const to = state.people[event.to];
  if (!from || !to) return state;
  return withPerson(withPerson(state, { ...from, role: "debater" }), { ...to, role: "moderator" });
};
