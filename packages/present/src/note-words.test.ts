import { expect, it } from "vitest";
import { noteWords } from "./note-words.ts";

it("says what a moderator did, with whom and why, and ends as a sentence does", () => {
  const note = (kind: string, subject: string, reason: string) =>
    noteWords({ by: "Ann", kind, subject, reason });
  expect(note("mute", "Bob", "shouting")).toBe("Ann muted Bob: shouting.");
  expect(note("mute", "Bob", "Stop it!")).toBe("Ann muted Bob: Stop it!");
  expect(note("hide", "objection", "off topic")).toBe("Ann hid an objection: off topic.");
  expect(note("hide", "an answer of Bob", "off topic")).toBe("Ann hid an answer of Bob: off topic.");
  expect(note("unhide", "name", "")).toBe("Ann showed a name again.");
  expect(note("lock-term", "combine goals", "locked")).toBe("Ann locked combine goals.");
  expect(note("set-role", "Bob", "viewer")).toBe("Ann made Bob a viewer.");
  expect(note("close-door", "", "closed")).toBe("Ann let nobody new in.");
  expect(note("set-anonymous", "", "by name")).toBe("Ann ended the anonymity of the room.");
  expect(note("set-embed", "", "shown on other pages")).toBe("Ann let other pages show the strip.");
  expect(note("hand-over", "Bob", "")).toBe("Ann handed the room over to Bob.");
  expect(note("dance-around", "", "why not")).toBe("Ann: dance around, why not.");
});
