import type { Poll } from "./poll.ts";

/** A poll with these causes of its answers; without any it has no such field. */
export function withCauses(poll: Poll, because: NonNullable<Poll["because"]>): Poll {
  const { because: _old, ...rest } = poll;
  return Object.keys(because).length === 0 ? rest : { ...rest, because };
}
