/** A raised hand. */
export type Hand = {
  readonly person: string;
  /** The entry that raised it, or passed over it last: the order of those who are alike. */
  readonly seq: number;
  readonly at: number;
  /** The thread of talk that it answers (`Floor.thread`); null: a new point. */
  readonly thread: number | null;
  /** The thing it is about, which the screen shows when the person is recognised. */
  readonly about: string | null;
  readonly skipped: boolean;
};

/** Who speaks, who wants to, and who has. */
export type Floor = {
  readonly hands: Readonly<Record<string, Hand>>;
  readonly speaker: { readonly person: string; readonly seq: number; readonly at: number } | null;
  /** The entry that began what is being talked about: answers to it go first until a new point begins. */
  readonly thread: number;
  /** Per person, how often they were recognised. */
  readonly turns: Readonly<Record<string, number>>;
  /** How long a turn takes unless it is said otherwise. */
  readonly seconds: number;
};

/** Nobody speaks, and nobody wants to. */
export const emptyFloor: Floor = { hands: {}, speaker: null, thread: 0, turns: {}, seconds: 120 };

/** One place in the queue and why it is there, for all to see. */
export type QueuePlace = {
  readonly hand: Hand;
  /** reply: answers what is being talked about; first-time: has not spoken yet; again: has; skipped: passed over. */
  readonly reason: "reply" | "first-time" | "again" | "skipped";
  readonly turns: number;
};

const rank = { reply: 0, "first-time": 1, again: 2, skipped: 3 } as const;

/**
 * The order in which people are recognised: answers to what is being talked about, then those who have not
 * spoken, then those who spoke least, then those who were passed over; among equals who asked first.
 */
export function queueOf(floor: Floor): readonly QueuePlace[] {
  return Object.values(floor.hands)
    .map((hand): QueuePlace => {
      const turns = floor.turns[hand.person] ?? 0;
      if (hand.skipped) return { hand, turns, reason: "skipped" };
      if (hand.thread !== null && hand.thread === floor.thread) return { hand, turns, reason: "reply" };
      return { hand, turns, reason: turns === 0 ? "first-time" : "again" };
    })
    .sort(
      (a, b) =>
        rank[a.reason] - rank[b.reason] ||
        (a.reason === "again" ? a.turns - b.turns : 0) ||
        a.hand.seq - b.hand.seq,
    );
}
