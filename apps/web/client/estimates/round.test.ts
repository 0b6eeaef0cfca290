import { describe, expect, it } from "vitest";
import { type RoundView, roundOf, standingsOf } from "./round.ts";

const person = (id: string, role: "moderator" | "debater" | "viewer", here = true) => ({
  id,
  name: id.toUpperCase(),
  role,
  colour: 0,
  at: here ? [{ connection: id, person: id, place: null }] : [],
});
const nobody = { blind: null, values: {}, count: 0, before: null } as const;
const view = (you: string, people: RoundView["people"], estimates: RoundView["estimates"]): RoundView => ({
  you: people.find(({ id }) => id === you) ?? null,
  people,
  estimates,
});

describe("roundOf", () => {
  const ann = person("ann", "moderator");
  const bob = person("bob", "debater");

  it("says before the first number who will see it", () => {
    expect(roundOf(view("bob", [ann, bob], nobody)).sentence).toContain("stay hidden");
    expect(roundOf(view("bob", [person("ann", "moderator", false), bob], nobody)).sentence).toContain(
      "at once",
    );
  });

  it("counts those who may speak, and lets the moderator open", () => {
    const blind = { ...nobody, blind: true, count: 1 };
    const people = [ann, bob, person("vic", "viewer")];
    expect(roundOf(view("ann", people, blind))).toMatchObject({ short: "1 of 2 in", mayReveal: true });
    expect(roundOf(view("bob", people, blind))).toMatchObject({ mayReveal: false, maySpeak: true });
    expect(roundOf(view("vic", people, blind))).toMatchObject({ mayReveal: false, maySpeak: false });
    const left = [person("ann", "moderator", false), bob];
    expect(roundOf(view("bob", left, blind)).mayReveal).toBe(true);
  });

  it("gives each person's numbers with those before", () => {
    const estimate = (g: string) => ({ g, credences: {}, applicability: {} });
    const after = {
      blind: false,
      count: 1,
      values: { bob: estimate("3") },
      before: { bob: estimate("1"), ann: estimate("2") },
    };
    expect(standingsOf(view("ann", [ann, bob], after))).toMatchObject([
      { id: "ann", g: null, before: { g: "2" } },
      { id: "bob", g: "3", before: { g: "1" } },
    ]);
  });
});
