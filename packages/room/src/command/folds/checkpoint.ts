import type { checkpoint } from "../kinds/checkpoint.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `checkpoint` does to the room. */
export const foldCheckpoint: Fold<typeof checkpoint> = (state, { person, name }, { seq, at }) => {
  const { checkpoints } = state.session;
  return withSession(state, { checkpoints: [...checkpoints, { name, by: person, at, seq }] });
};
