import type { Because, Estimate } from "./estimate-state.ts";
import type { PublicEvent } from "./events.ts";
import { blankForm, overlayRef } from "./hideable.ts";
import type { PollForm } from "./poll.ts";

type Fields = Readonly<Record<string, unknown>>;
type IsHidden = (ref: string) => boolean;
type Mask = (event: Fields, isHidden: IsHidden) => Fields | null;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const blankAnchor = { anchor: { kind: "scenario", snapshot: "" }, rows: [] };

/** A mask for events about one objection: `blank` is what stands instead of its words. */
const objection =
  (blank: (event: Fields) => Fields): Mask =>
  (event, isHidden) =>
    isHidden(`objection/${text(event.objection)}`) ? { ...event, ...blank(event) } : event;

const overlay: Mask = (event, isHidden) => (isHidden(overlayRef(text(event.overlay))) ? null : event);

const name: Mask = (event, isHidden) =>
  isHidden(`name/${text(event.person)}`) ? { ...event, name: "" } : event;

const withoutWords = (because: Because): Because => ({ ...because, words: "" });

const number: Mask = (event, isHidden) =>
  event.because && isHidden(`because/${text(event.person)}`)
    ? { ...event, because: withoutWords(event.because as Because) }
    : event;

/** Per kind of event, how what is hidden is left out of it; the words of other kinds can't be hidden. */
const masks: Readonly<Record<string, Mask>> = {
  "raise-objection": (event, isHidden) => {
    const raised = event.raised as Fields;
    if (!isHidden(`objection/${text(raised.id)}`)) return event;
    return { ...event, raised: { ...raised, ...blankAnchor, text: "", readings: [] }, map: null };
  },
  "edit-objection": objection(({ changed }) => ({
    changed: { ...(changed as Fields), text: "", readings: [] },
    map: null,
  })),
  "reanchor-objection": objection(() => blankAnchor),
  "accept-objection": objection(() => ({ residue: "" })),
  "decline-objection": objection(() => ({ reason: "" })),
  "pin-claim": (event, isHidden) => (isHidden(`claim/${text(event.claim)}`) ? { ...event, text: "" } : event),
  "publish-overlay": overlay,
  "join-group": overlay,
  "withdraw-overlay": overlay,
  "set-task": overlay,
  "show-on-screen": (event, isHidden) => {
    const between = (event.what as { between?: readonly string[] } | null)?.between ?? [];
    return between.some((id) => isHidden(overlayRef(id))) ? { ...event, what: null } : event;
  },
  "open-poll": (event, isHidden) =>
    isHidden(`poll/${text(event.poll)}`)
      ? { ...event, question: "", form: blankForm(event.form as PollForm) }
      : event,
  "answer-poll": (event, isHidden) =>
    event.answer !== null && isHidden(`answer/${text(event.poll)}/${text(event.person)}`)
      ? { ...event, answer: "" }
      : event,
  "reveal-poll": (event, isHidden) => ({
    ...event,
    answers: Object.fromEntries(
      Object.entries((event.answers ?? {}) as Readonly<Record<string, string>>).map(([person, answer]) => [
        person,
        isHidden(`answer/${text(event.poll)}/${person}`) ? "" : answer,
      ]),
    ),
  }),
  "reveal-estimates": (event, isHidden) => ({
    ...event,
    values: Object.fromEntries(
      Object.entries((event.values ?? {}) as Readonly<Record<string, Estimate>>).map(([person, one]) => [
        person,
        one.because && isHidden(`because/${person}`) ? { ...one, because: withoutWords(one.because) } : one,
      ]),
    ),
  }),
  pin: number,
  "set-credence": number,
  "set-applicability": number,
  "pin-gloss": (event, isHidden) =>
    event.text !== null && isHidden(`gloss/${text(event.to)}`) ? { ...event, text: "" } : event,
  // The words that it brings back to clients stand where they were said.
  unhide: ({ thing: _thing, ...event }) => event,
  created: name,
  joined: name,
  imported: name,
  rename: name,
};

/** `event` without the words of what is hidden; null when even what it names is. */
export function maskEvent(event: PublicEvent, isHidden: IsHidden): PublicEvent | null {
  const mask = Object.hasOwn(masks, event.kind) ? masks[event.kind] : undefined;
  // reason: a mask keeps the kind of the event that it is given
  return mask ? (mask(event as unknown as Fields, isHidden) as PublicEvent | null) : event;
}
