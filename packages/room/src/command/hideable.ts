import { fingerprint } from "../base/canonical.ts";
import { outcomeWords, type RoomObjection, withoutThing, withThing } from "./debate-state.ts";
import type { Because, Estimate } from "./estimate-state.ts";
import { withEstimates } from "./estimates.ts";
import type { Poll } from "./poll.ts";
import { pseudonymName } from "./pseudonym-name.ts";
import { type RoomState, withPerson, withSession } from "./room-state.ts";

/**
 * What can be hidden goes by `objection/ID`, `claim/ID`, `poll/ID`, `gloss/THING`, `answer/POLL/PERSON`,
 * `because/PERSON`, `name/PERSON`, or `overlay/FINGERPRINT` (`overlayRef`: a group's name may be what offends).
 */
type Hideable = {
  /** Whose it is; null when it is not there. */
  author(state: RoomState, id: string): string | null;
  /** What hiding takes away, as JSON that `put` brings back. */
  take(state: RoomState, id: string): unknown;
  /** The state with that in its place again. */
  put(state: RoomState, id: string, thing: never): RoomState;
  /** The state in which a stub is left. */
  blank(state: RoomState, id: string): RoomState;
  /** What hiding takes away, in words to read. */
  words(state: RoomState, id: string): readonly string[];
};

const blankObjection = (one: RoomObjection): RoomObjection => ({
  ...one,
  anchor: { kind: "scenario", snapshot: "" },
  rows: [],
  text: "",
  readings: [],
  stamp: { ...one.stamp, map: null },
  outcome: one.outcome && withoutWords(one.outcome),
});

function withoutWords(outcome: NonNullable<RoomObjection["outcome"]>): NonNullable<RoomObjection["outcome"]> {
  if (outcome.kind === "declined") return { ...outcome, reason: "" };
  return outcome.kind === "conceded" || outcome.kind === "answered" ? { ...outcome, residue: "" } : outcome;
}

const objection: Hideable = {
  author: (state, id) => state.debate.objections[id]?.author ?? null,
  take: (state, id) => state.debate.objections[id],
  put: (state, _id, thing: RoomObjection) => ({
    ...state,
    debate: withThing(state.debate, "objections", thing),
  }),
  blank(state, id) {
    const one = state.debate.objections[id];
    return one ? { ...state, debate: withThing(state.debate, "objections", blankObjection(one)) } : state;
  },
  words(state, id) {
    const one = state.debate.objections[id];
    if (one === undefined) return [];
    return [one.text, ...one.readings.map(({ label }) => label), outcomeWords(one.outcome)];
  },
};

const claim: Hideable = {
  author: (state, id) => state.debate.claims[id]?.by ?? null,
  take: (state, id) => state.debate.claims[id],
  put: (state, _id, thing: RoomState["debate"]["claims"][string]) => ({
    ...state,
    debate: withThing(state.debate, "claims", thing),
  }),
  blank(state, id) {
    const one = state.debate.claims[id];
    return one ? { ...state, debate: withThing(state.debate, "claims", { ...one, text: "" }) } : state;
  },
  words: (state, id) => [state.debate.claims[id]?.text ?? ""],
};

/** The name under which an overlay is hidden, which does not give away a group's own. */
export const overlayRef = (id: string): string => `overlay/${fingerprint(id)}`;

const overlayOf = (state: RoomState, ref: string) =>
  Object.values(state.debate.overlays).find(({ id }) => fingerprint(id) === ref);

const overlay: Hideable = {
  author: (state, ref) => overlayOf(state, ref)?.by ?? null,
  take: overlayOf,
  put: (state, _ref, thing: RoomState["debate"]["overlays"][string]) => ({
    ...state,
    debate: withThing(state.debate, "overlays", thing),
  }),
  blank(state, ref) {
    const one = overlayOf(state, ref);
    return one ? { ...state, debate: withoutThing(state.debate, "overlays", one.id) } : state;
  },
  words(state, ref) {
    const one = overlayOf(state, ref);
    return one ? [one.group ?? (state.people[one.id]?.name || pseudonymName(one.id))] : [];
  },
};

const withPollSet = (state: RoomState, poll: Poll): RoomState =>
  withSession(state, { polls: { ...state.session.polls, [poll.id]: poll } });

/** The form of a poll without its words. */
export const blankForm = (form: Poll["form"]): Poll["form"] => {
  switch (form.kind) {
    case "choice":
      return { ...form, options: form.options.map(() => "") };
    case "slider":
      return { ...form, fromLabel: "", toLabel: "" };
    case "number":
      return { ...form, unit: "" };
    case "words":
      return form;
  }
};

const poll: Hideable = {
  author: (state, id) => state.session.polls[id]?.by ?? null,
  take(state, id) {
    const one = state.session.polls[id];
    return one && { question: one.question, form: one.form };
  },
  put(state, id, thing: Pick<Poll, "question" | "form">) {
    const one = state.session.polls[id];
    return one ? withPollSet(state, { ...one, ...thing }) : state;
  },
  blank(state, id) {
    const one = state.session.polls[id];
    return one ? withPollSet(state, { ...one, question: "", form: blankForm(one.form) }) : state;
  },
  words(state, id) {
    const one = state.session.polls[id];
    return one ? [one.question, ...(one.form.kind === "choice" ? one.form.options : [])] : [];
  },
};

type Answers = { readonly answer?: string | undefined; readonly before?: string | undefined };

const withAnswers = (state: RoomState, ref: string, { answer, before }: Answers): RoomState => {
  const [id = "", person = ""] = ref.split("/");
  const one = state.session.polls[id];
  if (!one) return state;
  const set = (answers: Poll["answers"], to: string | undefined): Poll["answers"] =>
    answers[person] === undefined || to === undefined ? answers : { ...answers, [person]: to };
  return withPollSet(state, {
    ...one,
    answers: set(one.answers, answer),
    before: one.before && set(one.before, before),
  });
};

const answer: Hideable = {
  author(state, ref) {
    const [id = "", person = ""] = ref.split("/");
    const one = state.session.polls[id];
    // Who is in while a poll is blind is told to nobody, also not by what can be hidden.
    const now = one?.blind ? undefined : one?.answers[person];
    return (now ?? one?.before?.[person]) === undefined ? null : person;
  },
  take(state, ref): Answers {
    const [id = "", person = ""] = ref.split("/");
    const one = state.session.polls[id];
    // A blind answer is not told to anybody, also not by hiding and showing it.
    return { answer: one?.blind ? undefined : one?.answers[person], before: one?.before?.[person] };
  },
  put: withAnswers,
  blank: (state, ref) => withAnswers(state, ref, { answer: "", before: "" }),
  words(state, ref) {
    const { answer: now = "", before = "" } = answer.take(state, ref) as Answers;
    return [before, before === now ? "" : now];
  },
};

const gloss: Hideable = {
  author: (state, ref) => state.session.glosses[ref]?.by ?? null,
  take: (state, ref) => state.session.glosses[ref],
  put: (state, ref, thing: RoomState["session"]["glosses"][string]) =>
    withSession(state, { glosses: { ...state.session.glosses, [ref]: thing } }),
  blank(state, ref) {
    const one = state.session.glosses[ref];
    return one ? gloss.put(state, ref, { ...one, text: "" } as never) : state;
  },
  words: (state, ref) => [state.session.glosses[ref]?.text ?? ""],
};

type Causes = { readonly now?: Because | undefined; readonly before?: Because | undefined };

function withCauses(
  state: RoomState,
  person: string,
  change: (old: Because, at: keyof Causes) => Because,
): RoomState {
  const { values, before } = state.estimates;
  const set = (all: Readonly<Record<string, Estimate>>, at: keyof Causes) => {
    const one = all[person];
    return one?.because ? { ...all, [person]: { ...one, because: change(one.because, at) } } : all;
  };
  return withEstimates(state, {
    ...state.estimates,
    values: set(values, "now"),
    before: before && set(before, "before"),
  });
}

const because: Hideable = {
  author(state, person) {
    const { values, before, blind } = state.estimates;
    const now = blind ? undefined : values[person]?.because;
    return (now ?? before?.[person]?.because) ? person : null;
  },
  take(state, person): Causes {
    const { values, before, blind } = state.estimates;
    return { now: blind ? undefined : values[person]?.because, before: before?.[person]?.because };
  },
  put: (state, person, thing: Causes) => withCauses(state, person, (old, at) => thing[at] ?? old),
  blank: (state, person) => withCauses(state, person, (old) => ({ ...old, words: "" })),
  words(state, person) {
    const { now, before } = because.take(state, person) as Causes;
    return [before?.words ?? "", before?.words === now?.words ? "" : (now?.words ?? "")];
  },
};

const name: Hideable = {
  author: (state, person) => (state.people[person] ? person : null),
  take: (state, person) => state.people[person]?.name,
  put(state, person, thing: string) {
    const one = state.people[person];
    return one ? withPerson(state, { ...one, name: thing }) : state;
  },
  blank(state, person) {
    const one = state.people[person];
    return one ? withPerson(state, { ...one, name: "" }) : state;
  },
  words: (state, person) => [state.people[person]?.name ?? ""],
};

const kinds: Readonly<Record<string, Hideable>> = {
  objection,
  claim,
  overlay,
  poll,
  answer,
  gloss,
  because,
  name,
};

function kindOf(ref: string): readonly [Hideable, string] | null {
  const at = ref.indexOf("/");
  const found = Object.hasOwn(kinds, ref.slice(0, at)) ? kinds[ref.slice(0, at)] : undefined;
  return found ? [found, ref.slice(at + 1)] : null;
}

/** Whose the thing is that `ref` names; null when there is none. */
export function authorAt(state: RoomState, ref: string): string | null {
  const found = kindOf(ref);
  return found ? found[0].author(state, found[1]) : null;
}

/** What hiding takes away of a thing, as JSON. */
export function takeAt(state: RoomState, ref: string): unknown {
  const found = kindOf(ref);
  return found?.[0].take(state, found[1]);
}

/** The state with that in its place again. */
export function putAt(state: RoomState, ref: string, thing: unknown): RoomState {
  const found = kindOf(ref);
  // reason: the thing was taken by the same kind
  return found && thing !== undefined ? found[0].put(state, found[1], thing as never) : state;
}

/** The state in which only a stub of the thing is left. */
export function blankAt(state: RoomState, ref: string): RoomState {
  const found = kindOf(ref);
  return found ? found[0].blank(state, found[1]) : state;
}

/** What hiding takes away of a thing, in words to read; empty where there are none. */
export function wordsAt(state: RoomState, ref: string): readonly string[] {
  const found = kindOf(ref);
  return found ? found[0].words(state, found[1]).filter((one) => one !== "") : [];
}
