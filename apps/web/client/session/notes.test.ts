import { expect, it } from "vitest";
import { sayNote } from "./notes.ts";

const person = (id: string, name: string) => ({ id, name, role: "debater" as const, colour: 0, at: [] });
const view = {
  people: [person("a", "Ann"), person("b", "Bob")],
  rows: { terms: [], parameters: [], programs: [], assumptions: [] } as never,
  scenario: null,
};

it("says what a moderator did, with whom and why, and never the words that were hidden", () => {
  const note = (kind: string, subject: string, reason: string) =>
    sayNote(view, { seq: 1, at: 0, by: "a", kind, subject, reason });
  expect(note("mute", "b", "shouting")).toBe("Ann muted Bob: shouting.");
  expect(note("hide", "answer/q/b", "off topic")).toBe("Ann hid an answer of Bob: off topic.");
  expect(note("hide", "name/b", "a slur")).toBe("Ann hid a name: a slur.");
  expect(note("close-door", "", "closed")).toBe("Ann let nobody new in.");
  expect(note("set-anonymous", "", "by name")).toBe("Ann ended the anonymity of the room.");
  expect(note("set-embed", "", "shown on other pages")).toBe("Ann let other pages show the strip.");
  expect(note("lock-term", "terms/k", "locked")).toBe("Ann locked something that is gone.");
  expect(note("set-role", "b", "viewer")).toBe("Ann made Bob a viewer.");
});
