import { type Outcome, withThing } from "./debate-state.ts";
import type { RoomState } from "./room-state.ts";

/** The state in which `id` is settled so. */
export function settled(state: RoomState, id: string, outcome: Outcome | null): RoomState {
  const objection = state.debate.objections[id];
  if (!objection) return state;
  return { ...state, debate: withThing(state.debate, "objections", { ...objection, outcome }) };
}
