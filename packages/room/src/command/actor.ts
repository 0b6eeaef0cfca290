import type { RoomState } from "./room-state.ts";
import type { Self } from "./sight.ts";

/** What decides under which of their two names someone says something. */
export type Voice<Input> = {
  /** Whether it is said under a pseudonym now; absent: it never is. */
  readonly isAnonymous?: (state: RoomState, input: Input) => boolean;
  /** Whether the thing it is about belongs to `id`: then only `id` can speak for it. */
  readonly owns?: (state: RoomState, id: string, input: Input) => boolean;
};

/** Whether `self` says this under their pseudonym: one that they do not have yet, when they have none. */
export function speaksAnonymously<Input>(
  state: RoomState,
  self: Self,
  { isAnonymous, owns }: Voice<Input>,
  input: Input,
): boolean {
  if (owns && self.pseudonym !== null && owns(state, self.pseudonym, input)) return true;
  if (owns?.(state, self.person, input)) return false;
  return isAnonymous?.(state, input) === true;
}
