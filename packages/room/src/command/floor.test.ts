import { describe, expect, it } from "vitest";
import { emptyFloor, type Floor, type Hand, queueOf } from "./floor.ts";

const hand = (person: string, seq: number, more: Partial<Hand> = {}): Hand => ({
  person,
  seq,
  at: seq,
  thread: null,
  about: null,
  skipped: false,
  ...more,
});

describe("queueOf", () => {
  it("puts answers first, then who has not spoken, then who spoke least, then who was passed over", () => {
    const hands = [
      hand("twice", 1),
      hand("new", 2),
      hand("passed over", 3, { skipped: true }),
      hand("once", 4),
      hand("answers", 5, { thread: 9 }),
      hand("newer", 6),
      hand("answers what is over", 7, { thread: 8 }),
      hand("answers too", 8, { thread: 9 }),
    ];
    const floor: Floor = {
      ...emptyFloor,
      hands: Object.fromEntries(hands.map((one) => [one.person, one])),
      thread: 9,
      turns: { twice: 2, once: 1, answers: 3 },
    };
    expect(queueOf(floor).map(({ hand: { person }, reason }) => `${person}: ${reason}`)).toEqual([
      "answers: reply",
      "answers too: reply",
      "new: first-time",
      "newer: first-time",
      "answers what is over: first-time",
      "once: again",
      "twice: again",
      "passed over: skipped",
    ]);
  });
});
