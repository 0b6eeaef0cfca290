import { fromLibrary, libraryOverlays, must, writeOverlay } from "@crux/core";
import { answerQuery, type CruxesAnswer } from "@crux/solver";
import { describe, expect, it } from "vitest";
import { byShare, cruxWords, stopAgreeing } from "./crux-words.ts";

const library = "speed-simplicity";
const essay = must(fromLibrary(library), "the essay's scenario");
const [a, b] = libraryOverlays(library).map((one) => writeOverlay(one));

function cruxes(one: unknown, other: unknown): CruxesAnswer {
  const reply = answerQuery({ scenario: { library }, query: { kind: "cruxes", a: one, b: other } });
  if (!reply.ok || reply.answer.kind !== "cruxes") throw new Error(JSON.stringify(reply));
  return reply.answer;
}

const sides = { a: "you", b: "the room" };

describe("cruxWords", () => {
  it("says of the example pair that any two turn one, any three the other, and no set both", () => {
    const words = cruxWords(essay, cruxes(a, b), sides);
    expect(words.sentence).toMatch(
      /^No double crux: you change sides with any two of .* and g, the room changes sides with any three of them, and no smallest set does both\.$/,
    );
    expect(words.setsA).toHaveLength(6);
    expect(words.setsB).toHaveLength(4);
    expect(words.both).toEqual([]);
  });

  it("gives each difference its share of the gap, and marks the one that masks", () => {
    const { rows } = cruxWords(essay, cruxes(a, b), sides);
    expect(rows.map(({ of, share }) => [of, share])).toEqual([
      ["c(get_base_obj)", "31%"],
      ["c(combine)", "−6%"],
      ["t(find(get_proxy_for_base_obj(env)))", "24%"],
      ["t(mesaoptimize_outer_world_env)", "20%"],
      ["g", "31%"],
    ]);
    expect(rows.filter((row) => row.masks).map(({ of }) => of)).toEqual(["c(combine)"]);
    expect(rows.map(({ turnsA }) => turnsA)).toEqual([
      "with others",
      "no",
      "with others",
      "with others",
      "with others",
    ]);
  });

  it("names a single crux with both values", () => {
    const words = cruxWords(essay, cruxes(a, { owner: "C", patch: [], g: "4" }), sides);
    expect(words.sentence).toBe(
      "The crux is g: you say 3/2, the room says 4; whoever takes the other's value changes sides.",
    );
  });

  it("puts the largest share first and what masks last", () => {
    const { rows } = cruxWords(essay, cruxes(a, b), sides);
    expect(byShare(rows).map(({ share }) => share)).toEqual(["31%", "31%", "24%", "20%", "−6%"]);
  });

  it("gives the only difference all of the gap, also where there is no threshold to measure it by", () => {
    const found = cruxes(a, { owner: "C", patch: [], g: "4" });
    const bare = found.differences.map((one) => ({ ...one, share: null }));
    const words = cruxWords(essay, { ...found, differences: bare, missing: "one threshold" }, sides);
    expect([words.rows.map(({ share }) => share), words.missing]).toEqual([["100%"], ""]);
  });

  it("says that two agree, or hold the same", () => {
    expect(cruxWords(essay, cruxes(a, { owner: "C", patch: [], g: "2" }), sides).sentence).toBe(
      "No crux: for you and for the room alike, Fast honest wins.",
    );
    expect(cruxWords(essay, cruxes(a, a), sides).sentence).toBe("You and the room hold the same values.");
  });
});

describe("cruxWords of a search", () => {
  const found = {
    ...cruxes(a, b),
    both: [],
    search: { tried: 3, looseA: [["c(combine)", "g"]], looseB: [] },
  };

  it("claims nothing that was not tried", () => {
    const words = cruxWords(essay, found, sides);
    expect(words.sentence).toMatch(/^No double crux was found: .*; there may be more sets\.$/);
    expect(words.search).toContain("those of up to 3 are complete");
    expect(words.looseA).toEqual(["complexity of combine goals and g"]);
    expect(words.rows.map(({ turnsA }) => turnsA)).toContain("not found");
  });

  it("does not call sides equal that differ, where it found no set", () => {
    expect(cruxWords(essay, { ...found, flipA: [], flipB: [] }, sides).sentence).toContain(
      "differ on so much",
    );
  });
});

describe("stopAgreeing", () => {
  const agreed = cruxes(a, { owner: "C", patch: [], g: "2" });

  it("names the value whose least change parts two who agree, and the nearest g", () => {
    expect(stopAgreeing(essay, agreed, sides)).toBe(
      "You would stop agreeing if the room's complexity of base objective, now 40, went above 46: there Simple deceptive wins, or if the room's g, now 2, went above 19/8: there Simple deceptive wins.",
    );
  });

  it("speaks of two others as them", () => {
    const others = { a: "Ann", b: "Bob" };
    expect(stopAgreeing(essay, agreed, others)).toMatch(/^They would stop agreeing if Bob's complexity/);
    expect(stopAgreeing(essay, { ...agreed, apart: [] }, others)).toContain("would part them");
  });

  it("says so where no value parts them, and nothing where they do not agree", () => {
    expect(stopAgreeing(essay, { ...agreed, apart: [] }, sides)).toContain("No single value would part you");
    const open = (agreed.apart ?? []).map((one) => ({ ...one, kind: "open" as const }));
    expect(stopAgreeing(essay, { ...agreed, apart: open }, sides)).toContain("that could be worked out");
    expect(stopAgreeing(essay, cruxes(a, b), sides)).toBe("");
  });
});
