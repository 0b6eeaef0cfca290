/**
 * The version of everything in wire/messages.ts. A test takes the fingerprint of the shapes: when it fails,
 * raise this number and add a line to the history.
 *
 * 1 (2026-11): sync, update, command, presence; entries, presence, resync, bye.
 * 2 (2026-11): objections, reactions, endorsements, overlays, claims, credences, blind rounds.
 * 3 (2026-11): phases, locks, timers, the queue, polls, "lost me", glosses, checkpoints; the server's clock;
 *    hiding, muting, removing, pseudonyms; looking back.
 * 4 (2026-11): one binary frame a message; an update goes round without its author and time;
 *    rooms as files.
 * 5 (2026-11): whether other pages may show the strip.
 * 6 (2026-11): groups are given objections to work on.
 * 7 (2026-11): the objection that someone names as the cause of an answer to a poll.
 */
export const PROTOCOL_VERSION = 7;
