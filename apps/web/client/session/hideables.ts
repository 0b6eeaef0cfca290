import { overlayRef, type RoomView } from "@crux/room/client";
import { nameOf } from "../room/who.ts";
import { thingName } from "./things.ts";

/** Something that somebody wrote and that is not hidden. */
export type HideableItem = {
  /** Its name in `session.hidden`. */
  readonly to: string;
  /** What it is, and whose, e.g. `the reason of Bob`. */
  readonly name: string;
  /** What it says; empty for published values without a name of their own. */
  readonly text: string;
};

type Source = Pick<RoomView, "debate" | "estimates" | "session" | "people" | "rows" | "scenario">;

/** All that can be hidden of what this page shows in words, in the order of a report. */
export const hideablesOf = (view: Source): readonly HideableItem[] =>
  [...reasons(view), ...questions(view), ...values(view), ...debate(view), ...glosses(view)].filter(
    ({ to }) => view.session.hidden[to] === undefined,
  );

function reasons(view: Source): readonly HideableItem[] {
  const { values: now, before } = view.estimates;
  const ids = [...new Set([...Object.keys(now), ...Object.keys(before ?? {})])];
  return ids.flatMap((id) => {
    const said = [before?.[id]?.because?.words ?? "", now[id]?.because?.words ?? ""].filter(Boolean);
    const text = [...new Set(said)].join(" / ");
    return text === "" ? [] : [{ to: `because/${id}`, name: `the reason of ${nameOf(view, id)}`, text }];
  });
}

const questions = (view: Source): readonly HideableItem[] =>
  Object.values(view.session.polls).flatMap(({ id, by, question, form, answers, before }) => [
    { to: `poll/${id}`, name: `the question of ${nameOf(view, by)}`, text: question },
    ...(form.kind === "words" ? Object.entries({ ...before, ...answers }) : []).map(([person, text]) => ({
      to: `answer/${id}/${person}`,
      name: `the answer of ${nameOf(view, person)}`,
      text,
    })),
  ]);

const values = (view: Source): readonly HideableItem[] =>
  Object.values(view.debate.overlays).map(({ id, group }) => ({
    to: overlayRef(id),
    name: group === null ? `the values of ${nameOf(view, id)}` : "the values of a group",
    text: group ?? "",
  }));

const debate = (view: Source): readonly HideableItem[] => [
  ...Object.values(view.debate.objections).map(({ id, author, text, replyTo }) => ({
    to: `objection/${id}`,
    name: `${replyTo === null ? "the objection" : "the reply"} of ${nameOf(view, author)}`,
    text,
  })),
  ...Object.values(view.debate.claims).map(({ id, by, text }) => ({
    to: `claim/${id}`,
    name: `the claim of ${nameOf(view, by)}`,
    text,
  })),
];

const glosses = (view: Source): readonly HideableItem[] =>
  Object.entries(view.session.glosses).map(([ref, { text }]) => ({
    to: `gloss/${ref}`,
    name: `the plain words on ${thingName(view, ref)}`,
    text,
  }));
