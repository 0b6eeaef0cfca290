import { overlayRef } from "@crux/room/client";
import { expect, it } from "vitest";
import { hideablesOf } from "./hideables.ts";

const words = (text: string) => ({ objection: null, words: text });
const view = {
  people: [{ id: "a", name: "Ann" }],
  rows: { terms: [], parameters: [], programs: [], assumptions: [] },
  scenario: null,
  debate: {
    objections: { o1: { id: "o1", author: "a", text: "No.", replyTo: null } },
    claims: { c1: { id: "c1", by: "a", text: "g > 0" } },
    overlays: { "group/Doubters": { id: "group/Doubters", group: "Doubters" } },
  },
  estimates: { values: { a: { because: words("Second.") } }, before: { a: { because: words("First.") } } },
  session: {
    polls: {
      q1: {
        id: "q1",
        by: "a",
        question: "Why?",
        form: { kind: "words" },
        answers: { a: "So." },
        before: null,
      },
    },
    glosses: { "terms/k": { text: "Plainly." } },
    hidden: {},
  },
};

it("lists what somebody wrote with whose it is, and leaves out what is hidden", () => {
  const items = hideablesOf(view as never);
  expect(items.map(({ to, text }) => [to, text])).toEqual([
    ["because/a", "First. / Second."],
    ["poll/q1", "Why?"],
    ["answer/q1/a", "So."],
    [overlayRef("group/Doubters"), "Doubters"],
    ["objection/o1", "No."],
    ["claim/c1", "g > 0"],
    ["gloss/terms/k", "Plainly."],
  ]);
  expect(items[0]?.name).toBe("the reason of Ann");
  const session = { ...view.session, hidden: { "claim/c1": {}, "poll/q1": {} } };
  expect(hideablesOf({ ...view, session } as never)).toHaveLength(5);
});
