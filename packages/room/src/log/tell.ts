import type { CommandEvent } from "../command/commands.ts";
import { isLease, type LogEvent, type PublicEvent } from "../command/events.ts";
import type { RoomState } from "../command/room-state.ts";
import type { OwnEntry, WireEntry } from "../wire/messages.ts";

/** What the connections hear of one entry: all the same, but for what only some people may. */
export type Telling = { readonly wire: WireEntry; readonly own: readonly Omit<OwnEntry, "index">[] };

/** By whom and when. */
type Meta = { readonly by: string; readonly at: number };

const estimateKinds = ["pin", "set-credence", "set-applicability"];
const silent: WireEntry = { kind: "silent" };

/**
 * What to tell of `event`, which led from `before` to `after`. A number or an answer that is placed in a blind
 * round goes to its person only; the others hear the count when it changes, and neither whose it was nor which
 * command. Who is lost goes to nobody, how many to moderators.
 */
export function tellEvent(before: RoomState, after: RoomState, event: LogEvent, meta: Meta): Telling {
  if (isLease(event)) return { wire: silent, own: [] };
  // The command's id names the tab that sent it, which is nobody else's business.
  const { id: _id, ...said } = "id" in event ? event : { ...event, id: null };
  const told = (what: PublicEvent): WireEntry => ({ ...meta, kind: "event", event: what });
  if (estimateKinds.includes(event.kind) && after.estimates.blind === true)
    return tellNumber(before, after, said, meta);
  switch (event.kind) {
    case "reveal-estimates":
      return { wire: told(saying(said, { values: after.estimates.values })), own: [] };
    case "reveal-poll": {
      const answers = after.session.polls[textOf(said, "poll")]?.answers;
      return { wire: told(saying(said, { answers })), own: [] };
    }
    case "answer-poll":
      return tellAnswer(before, after, said, meta);
    case "lost-me":
    case "clear-lost":
      return tellLost(before, after, said, meta);
    default:
      return { wire: told(said), own: [] };
  }
}

/** A text field of an event, whose kind has told that it is there. */
const textOf = (event: PublicEvent, field: string): string =>
  String((event as Record<string, unknown>)[field]);

/** The event with what only clients are told. */
const saying = (event: PublicEvent, more: object): CommandEvent => ({ ...event, ...more });

const unsigned = (event: PublicEvent, { at }: Meta): WireEntry => ({ kind: "event", by: "", at, event });

function tellNumber(before: RoomState, after: RoomState, said: PublicEvent, meta: Meta): Telling {
  const { count, blind } = after.estimates;
  const isNews = count !== before.estimates.count || blind !== before.estimates.blind;
  const entry: WireEntry = { ...meta, kind: "event", event: saying(said, { count }) };
  return {
    wire: isNews ? unsigned({ kind: "estimates-in", count }, meta) : silent,
    own: [{ person: meta.by, entry }],
  };
}

function tellAnswer(before: RoomState, after: RoomState, said: PublicEvent, meta: Meta): Telling {
  const id = textOf(said, "poll");
  const [was, is] = [before.session.polls[id], after.session.polls[id]];
  if (is?.blind !== true) return { wire: { ...meta, kind: "event", event: said }, own: [] };
  const { count } = is;
  const entry: WireEntry = { ...meta, kind: "event", event: saying(said, { count }) };
  return {
    wire: count === was?.count ? silent : unsigned({ kind: "answers-in", poll: id, count }, meta),
    own: [{ person: meta.by, entry }],
  };
}

/** Moderators hear what changed of the counts; whoever pressed hears of their own presses. */
function tellLost(before: RoomState, after: RoomState, said: PublicEvent, meta: Meta): Telling {
  const isModerator = (person: string): boolean => after.people[person]?.role === "moderator";
  const moderators = Object.keys(after.people).filter(isModerator);
  const told = (person: string, event: PublicEvent): Omit<OwnEntry, "index"> => ({
    person,
    entry: unsigned(event, meta),
  });
  if (said.kind === "clear-lost") {
    const { to } = said as CommandEvent & { to: string | null };
    const pressed =
      to === null ? Object.values(before.session.lost.by).flat() : (before.session.lost.by[to] ?? []);
    return { wire: silent, own: [...new Set([...moderators, ...pressed])].map((one) => told(one, said)) };
  }
  const to = textOf(said, "to");
  const count = after.session.lost.counts[to] ?? 0;
  const own = saying(said, { count: isModerator(meta.by) ? count : null });
  const others = moderators.filter((one) => one !== meta.by);
  return {
    wire: silent,
    own: [told(meta.by, own), ...others.map((one) => told(one, { kind: "lost-count", to, count }))],
  };
}
