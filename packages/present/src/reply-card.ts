import type { Scenario } from "@crux/core";
import type { Reply } from "@crux/solver";
import { type Card, cardOf } from "./card.ts";

/** Answers one query about the scenario at hand: a worker in the page, a direct call on the command line. */
export type Solve = (query: Readonly<Record<string, unknown>>) => Promise<Reply>;

/** A card that only says why there is no answer. */
export const sayCard = (headline: string, details: readonly string[] = []): Card => ({
  headline,
  details,
  table: null,
  derivation: [],
  map: null,
});

const UNREADABLE = "That can't be read.";

/** Whether a card says that the question has a mistake; its details say which. */
export const isUnreadable = (card: Card): boolean => card.headline === UNREADABLE;

/** The card of a reply; for a question with a mistake one that says which, see `isUnreadable`. */
export function replyCard(scenario: Scenario, reply: Reply): Card {
  if (reply.ok) return cardOf(scenario, reply.answer);
  return sayCard(
    UNREADABLE,
    reply.issues.map((issue) => `${issue.message}${issue.hint === "" ? "" : ` – ${issue.hint}`}`),
  );
}
