/**
 * "Lost me", pressed on things. The server's state has all of it; a moderator is sent the counts and their own
 * presses, everybody else only their own presses.
 */
export type Lost = {
  /** Per thing, who pressed it. */
  readonly by: Readonly<Record<string, readonly string[]>>;
  /** Per thing, how many did. */
  readonly counts: Readonly<Record<string, number>>;
};

/** Nobody is lost. */
export const nobodyLost: Lost = { by: {}, counts: {} };

/** `lost` after `person` pressed or unpressed; `count` is what a client is told (null: nothing). */
export function pressedLost(
  lost: Lost,
  to: string,
  press: { readonly person: string; readonly on: boolean; readonly count?: number | null },
): Lost {
  const { [to]: old = [], ...others } = lost.by;
  const people = [...old.filter((one) => one !== press.person), ...(press.on ? [press.person] : [])];
  const by = people.length > 0 ? { ...others, [to]: people } : others;
  if (press.count === null) return { ...lost, by };
  return countedLost({ ...lost, by }, to, press.count ?? people.length);
}

/** `lost` with this many on a thing. */
export function countedLost(lost: Lost, to: string, count: number): Lost {
  const { [to]: _old, ...counts } = lost.counts;
  return { ...lost, counts: count > 0 ? { ...counts, [to]: count } : counts };
}

/** `lost` without what was pressed on one thing, or (null) on all. */
export function clearedLost(lost: Lost, to: string | null): Lost {
  if (to === null) return nobodyLost;
  const { [to]: _by, ...by } = lost.by;
  const { [to]: _count, ...counts } = lost.counts;
  return { by, counts };
}
