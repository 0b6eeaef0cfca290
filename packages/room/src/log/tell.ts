import type { CommandEvent } from "../command/commands.ts";
import { isLease, isPseudonym, type LogEvent, type PublicEvent, speakerOf } from "../command/events.ts";
import { takeAt } from "../command/hideable.ts";
import { maskEvent } from "../command/mask-event.ts";
import type { Poll } from "../command/poll.ts";
import type { RoomState } from "../command/room-state.ts";
import type { OwnEntry, WireEntry } from "../wire/messages.ts";

/** What the connections hear of one entry: all the same, but for what only some people may. */
export type Telling = { readonly wire: WireEntry; readonly own: readonly Omit<OwnEntry, "index">[] };

/** What an event did, and what may be said of it. */
type Step = {
  readonly before: RoomState;
  readonly after: RoomState;
  readonly said: PublicEvent;
  readonly at: number;
  /** Whose connections hear what nobody else does. */
  readonly person: string;
  /** Under which name they said it. */
  readonly by: string;
};

type Unsaid = { readonly id: unknown; readonly under: unknown };

const estimateKinds = ["pin", "set-credence", "set-applicability"];
const silent: WireEntry = { kind: "silent" };

/**
 * What to tell of `event`, which led from `before` to `after`. A number or an answer that is placed in a blind
 * round goes to its person only; the others hear the count when it changes, and neither whose it was nor which
 * command. Who is lost goes to nobody, how many to moderators.
 */
export function tellEvent(
  before: RoomState,
  after: RoomState,
  event: LogEvent,
  { by, at }: { readonly by: string; readonly at: number },
): Telling {
  if (isLease(event) || isPseudonym(event) || event.kind === "blank") return { wire: silent, own: [] };
  // The command's id names the tab that sent it: it would tell who speaks under a pseudonym.
  const { id: _id, under: _under, ...said } = { id: null, under: null, ...event } as PublicEvent & Unsaid;
  const step: Step = { before, after, said, at, person: by, by: speakerOf(event, by) };
  const told = (what: PublicEvent): Telling => ({ wire: signed(step, what), own: [] });
  if (estimateKinds.includes(event.kind) && after.estimates.blind === true) return tellNumber(step);
  switch (event.kind) {
    case "reveal-estimates":
      return tellRevealed(step, { values: after.estimates.values });
    case "reveal-poll":
      return tellRevealed(step, revealedOf(after.session.polls[textOf(said, "poll")]));
    case "unhide":
      return told(saying(said, { thing: takeAt(after, textOf(said, "to")) }));
    case "answer-poll":
      return tellAnswer(step);
    case "lost-me":
    case "clear-lost":
      return tellLost(step);
    default:
      return told(said);
  }
}

const revealedOf = (poll: Poll | undefined): object => ({
  answers: poll?.answers,
  ...(poll?.because && { because: poll.because }),
});

/** A text field of an event, whose kind has told that it is there. */
const textOf = (event: PublicEvent, field: string): string =>
  String((event as Record<string, unknown>)[field]);

/** The event with what only clients are told. */
const saying = (event: PublicEvent, more: object): CommandEvent => ({ ...event, ...more });

const signed = ({ by, at }: Step, event: PublicEvent): WireEntry => ({ kind: "event", by, at, event });
const unsigned = ({ at }: Step, event: PublicEvent): WireEntry => ({ kind: "event", by: "", at, event });

function tellNumber(step: Step): Telling {
  const { before, after, said, person } = step;
  const { count, blind, anonymous } = after.estimates;
  const isNews = count !== before.estimates.count || blind !== before.estimates.blind;
  return {
    wire: isNews ? unsigned(step, { kind: "estimates-in", count, ...(anonymous && { anonymous }) }) : silent,
    own: [{ person, entry: signed(step, saying(said, { count })) }],
  };
}

function tellAnswer(step: Step): Telling {
  const { before, after, said, person } = step;
  const poll = textOf(said, "poll");
  const [was, is] = [before.session.polls[poll], after.session.polls[poll]];
  if (is?.blind !== true) return { wire: signed(step, said), own: [] };
  const { count } = is;
  return {
    wire: count === was?.count ? silent : unsigned(step, { kind: "answers-in", poll, count }),
    own: [{ person, entry: signed(step, saying(said, { count })) }],
  };
}

/** What is revealed goes to all; the words in it that are hidden go to moderators. Its author's page has them. */
function tellRevealed(step: Step, more: object): Telling {
  const { after, said } = step;
  const whole = saying(said, more);
  const { hidden } = after.session;
  const masked = maskEvent(whole, (ref) => Object.hasOwn(hidden, ref));
  const wire = masked === null ? silent : signed(step, masked);
  if (Object.keys(hidden).length === 0) return { wire, own: [] };
  return { wire, own: moderatorsOf(after).map((person) => ({ person, entry: signed(step, whole) })) };
}

const moderatorsOf = ({ people }: RoomState): readonly string[] =>
  Object.keys(people).filter((one) => people[one]?.role === "moderator");

/** Moderators hear what changed of the counts; whoever pressed hears of their own presses. */
function tellLost(step: Step): Telling {
  const { before, after, said, person } = step;
  const isModerator = (one: string): boolean => after.people[one]?.role === "moderator";
  const moderators = moderatorsOf(after);
  const told = (to: string, event: PublicEvent): Omit<OwnEntry, "index"> => ({
    person: to,
    entry: unsigned(step, event),
  });
  const to = (said as PublicEvent & { readonly to: string | null }).to;
  if (said.kind === "clear-lost" || to === null) {
    const { by } = before.session.lost;
    const pressed = to === null ? Object.values(by).flat() : (by[to] ?? []);
    return { wire: silent, own: [...new Set([...moderators, ...pressed])].map((one) => told(one, said)) };
  }
  const count = after.session.lost.counts[to] ?? 0;
  const mine = saying(said, { count: isModerator(person) ? count : null });
  const others = moderators.filter((one) => one !== person);
  return {
    wire: silent,
    own: [told(person, mine), ...others.map((one) => told(one, { kind: "lost-count", to, count }))],
  };
}
