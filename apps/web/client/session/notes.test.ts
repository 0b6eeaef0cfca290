import { expect, it } from "vitest";
import { sayNote } from "./notes.ts";

const person = (id: string, name: string) => ({ id, name, role: "debater" as const, colour: 0, at: [] });
const view = {
  people: [person("a", "Ann"), person("b", "Bob")],
  rows: { terms: [], parameters: [], programs: [], assumptions: [] } as never,
  scenario: null,
};

it("names whom and what a moderator's deed was about, and never the words that were hidden", () => {
  const note = (kind: string, subject: string, reason: string) =>
    sayNote(view, { seq: 1, at: 0, by: "a", kind, subject, reason });
  expect(note("mute", "b", "shouting")).toBe("Ann muted Bob: shouting.");
  expect(note("hide", "answer/q/b", "off topic")).toBe("Ann hid an answer of Bob: off topic.");
  expect(note("hide", "name/b", "a slur")).toBe("Ann hid a name: a slur.");
  expect(note("lock-term", "terms/k", "locked")).toBe("Ann locked something that is gone.");
});
