import { type Because, type Estimate, type RoomView, ratherNot, speakers } from "@crux/room/client";
import { nameOf } from "../room/who.ts";

/** What a round of estimates needs of a room's view. */
export type RoundView = Pick<RoomView, "you" | "people" | "estimates">;

/** How the round of estimates stands, and what this person may do about it. */
export type Round = {
  /** blind: others' numbers are hidden; open: all see all; unasked: the first number will decide. */
  readonly kind: "blind" | "open" | "unasked";
  /** One sentence: how many are in, and who sees what. */
  readonly sentence: string;
  /** In short, e.g. `2 of 3 in`. */
  readonly short: string;
  readonly maySpeak: boolean;
  readonly mayReveal: boolean;
  readonly mayBegin: boolean;
};

/** How the round stands for the person who looks at `view`. */
export function roundOf({ you, people, estimates }: RoundView): Round {
  const { blind, count, values } = estimates;
  const isHere = people.some(({ role, at }) => role === "moderator" && at.length > 0);
  const expected = people.filter(
    ({ id, role, at }) => speakers.includes(role) && (at.length > 0 || values[id] !== undefined),
  ).length;
  const short = `${count} of ${Math.max(count, expected)} in`;
  const kind = blind === null ? "unasked" : blind ? "blind" : "open";
  return {
    kind,
    short,
    sentence: sentenceOf(kind, short, isHere),
    maySpeak: you !== null && speakers.includes(you.role),
    mayReveal: blind === true && (you?.role === "moderator" || (you?.role === "debater" && !isHere)),
    mayBegin: blind === false && count > 0 && you?.role === "moderator",
  };
}

function sentenceOf(kind: Round["kind"], short: string, isModeratorHere: boolean): string {
  switch (kind) {
    case "blind":
      return `${short}. Nobody sees another's numbers until ${isModeratorHere ? "the moderator opens" : "a moderator, or a debater while none is here, opens"} them.`;
    case "open":
      return `${short}, open: everybody sees everybody's.`;
    case "unasked":
      return isModeratorHere
        ? "Nobody has placed anything. Numbers stay hidden until the moderator opens them all at once."
        : "Nobody has placed anything. There is no moderator here, so everybody sees a number at once.";
  }
}

/** One person's numbers, now and in the round before. */
export type Standing = {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly g: string | null;
  readonly credences: Estimate["credences"];
  /** What moved them to their newest number; null where they did not say. */
  readonly because: Because | null;
  /** Whether they placed anything in this round. */
  readonly hasPlaced: boolean;
  /** Null where there was no round before, or they said nothing in it. */
  readonly before: Estimate | null;
};

/** What this page knows of everybody's numbers, people in order of joining, then pseudonyms; in a blind round one's own. */
export function standingsOf({ people, estimates }: RoundView): readonly Standing[] {
  const ids = [...Object.keys(estimates.values), ...Object.keys(estimates.before ?? {})];
  const voices = [...new Set(ids)]
    .filter((id) => !people.some((one) => one.id === id))
    .map((id) => ({ id, name: nameOf({ people: [] }, id), colour: 7 }));
  return [...people, ...voices].flatMap(({ id, name, colour }): Standing[] => {
    const now = estimates.values[id];
    const before = estimates.before?.[id] ?? null;
    if (now === undefined && before === null) return [];
    const { g, credences, because = null } = now ?? noNumbers;
    return [{ id, name, colour, g, credences, because, hasPlaced: now !== undefined, before }];
  });
}

const noNumbers: Pick<Estimate, "g" | "credences" | "because"> = { g: null, credences: {} };

/** A g in words. */
export const sayG = (g: string | null): string =>
  g === null ? "not placed" : g === ratherNot ? "would rather not say" : g;
