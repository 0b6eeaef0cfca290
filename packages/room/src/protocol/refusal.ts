/**
 * What a client does about a refusal:
 * never: the same message will be refused again; later: try again after a while;
 * resync: compare state vectors and send again; rejoin: ask for a new ticket.
 */
export type Retry = "never" | "later" | "resync" | "rejoin";

/** Every refusal that the room knows: the sentence a person reads, and what the client does. */
export const refusals = {
  // Getting in.
  "other-version": ["this page is older or newer than the server: reload it", "never"],
  "no-entry": ["there is no such room, or you may not enter it", "never"],
  "bad-ticket": ["the ticket is forged, used or expired", "rejoin"],
  "room-full": ["the room is full", "later"],
  "room-closed": ["the room is closed", "never"],
  "other-origin": ["this page belongs to another site", "never"],
  // Any message.
  "bad-message": ["the message does not have the shape that the protocol gives it", "never"],
  "too-fast": ["too many messages in a short time", "later"],
  "not-allowed": ["your role does not allow this", "never"],
  "not-joined": ["the connection has not joined the room yet", "resync"],
  "not-saved": ["the change could not be saved", "resync"],
  "not-ready": ["the room is being loaded again", "resync"],
  closing: ["the server is restarting", "later"],
  // Commands.
  "no-such-person": ["there is no such person in the room", "never"],
  "bad-name": ["a name has 1 to 60 visible characters", "never"],
  "last-moderator": ["a room keeps at least one moderator: hand it over first", "never"],
  "bad-number": ["that is not a positive exact number", "never"],
  "bad-credence": ["that is not an exact number from 0 to 1", "never"],
  // The meeting.
  "phase-locked": ["the phase that is on does not allow this", "never"],
  "row-locked": ["a moderator has locked this row", "never"],
  "bad-answer": ["this is no answer to that question", "never"],
  "bad-file": ["the file is no room that can be opened", "never"],
  muted: ["a moderator has muted you", "never"],
  removed: ["a moderator has sent you out of this room", "never"],
  "is-hidden": ["this is hidden: ask a moderator", "never"],
  "poll-closed": ["the poll is closed", "never"],
  // The debate: what people write.
  "hidden-characters": ["the text has control or direction characters that nobody would see", "never"],
  "empty-text": ["there are no words in it", "never"],
  "patch-too-large": ["the patch is too large", "never"],
  "bad-patch": ["the patch can't be read", "never"],
  "bad-claim": ["the claim can't be read", "never"],
  "too-many": ["there are too many of these already", "never"],
  // The debate: what it is about.
  "id-taken": ["something in the room has this id already", "never"],
  "no-such-thing": ["there is no such thing in the room", "never"],
  "not-yours": ["this belongs to someone else", "never"],
  "not-open": ["this objection is settled: open it again first", "never"],
  // Scenario updates: out of step, mended by a resync.
  "out-of-step": ["the update does not continue where your last one ended", "resync"],
  "missing-dependency": ["the update builds on something that the room does not have", "resync"],
  "delete-ahead": ["the update deletes something that the room does not have", "resync"],
  // Scenario updates: too much.
  "too-large": ["the update is too large", "never"],
  "too-many-clients": ["the update names too many clients", "never"],
  "too-many-structs": ["the update has too many parts", "never"],
  "too-many-deletions": ["the update deletes too many parts", "never"],
  "document-full": ["the scenario has reached its size limit", "never"],
  "too-deep": ["the update nests too deeply", "never"],
  // Scenario updates: not a truthful edit of a scenario by this person.
  malformed: ["the bytes are not a Yjs update", "never"],
  skip: ["the update has a hole", "never"],
  "block-count": ["the update names one client twice", "never"],
  "foreign-client-id": ["the update speaks for a client id that was not leased to you", "never"],
  "clock-range": ["a part of the update has an impossible length", "never"],
  "bad-parent": ["a part of the update names something as its parent that can't be one", "never"],
  "mixed-parents": ["the neighbours of a part lie in different places", "never"],
  "unordered-origins": ["the neighbours of a part are the wrong way round", "never"],
  "map-entry-shape": ["an entry of a map has the shape of a list item", "never"],
  "split-surrogate": ["the update cuts a character in half", "never"],
  "lone-surrogate": ["the text is not well-formed", "never"],
  "unknown-root": ["the update writes outside the scenario", "never"],
  "schema-path": ["the update writes to a place that a scenario does not have", "never"],
  "content-type": ["the update puts the wrong kind of thing in a place", "never"],
  "schema-value": ["the update puts a value in a place that does not take it", "never"],
  "text-too-long": ["a text is too long", "never"],
} as const satisfies Record<string, readonly [string, Retry]>;

/** The name of a refusal. */
export type RefusalCode = keyof typeof refusals;

/** The gate's no, as it travels. */
export type Refusal = {
  readonly code: RefusalCode;
  /** One plain sentence for the person. */
  readonly sentence: string;
  readonly retry: Retry;
  /** What was seen, for a developer; never more than a line. */
  readonly detail: string;
  /** How long to wait before `later`; 0 otherwise. */
  readonly afterMs: number;
};

/** The refusal `code` with its sentence and retry; `detail` says what was seen. */
export function refuse(code: RefusalCode, detail = "", afterMs = 0): Refusal {
  const [sentence, retry] = refusals[code];
  return { code, sentence, retry, detail: detail.slice(0, 120), afterMs };
}

/** The refusal `code` in words that fit the case better than the usual ones. */
export const refuseSaying = (code: RefusalCode, sentence: string, detail = ""): Refusal => ({
  ...refuse(code, detail),
  sentence,
});
