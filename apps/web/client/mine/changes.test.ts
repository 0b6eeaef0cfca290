import { fromLibrary, must, writeScenario } from "@crux/core";
import { describe, expect, it } from "vitest";
import { placeIn, withValue } from "../scenario-json.ts";
import { changesBetween, sharedAt, withPoint } from "./changes.ts";
import { applyOverlayText, overlayText } from "./overlay-text.ts";

const shared = writeScenario(must(fromLibrary("speed-simplicity"), "the essay's scenario"));
const combine = [...must(placeIn(shared, "terms", "combine"), "a term"), "c"];
/** Programs without terms, so that any term may go. */
const simple = [{ id: "p", name: "P", c: "1", t: "1" }];
const own = withValue(shared, combine, "9");

describe("changesBetween", () => {
  it("names what is mine, and what the others have", () => {
    expect(changesBetween(shared, own)).toMatchObject([{ path: combine, shared: "6", mine: "9" }]);
    expect(sharedAt(shared, own, combine)).toBe("6");
    expect(changesBetween(shared, shared)).toEqual([]);
  });

  it("knows a row by its id when the shared rows move", () => {
    const moved = { ...shared, terms: [...(shared.terms as unknown[])].reverse() };
    expect(changesBetween(moved, own)).toMatchObject([{ shared: "6", mine: "9" }]);
  });
});

describe("an overlay kept as text", () => {
  it("gives the draft and g back, word for word where nothing is changed", () => {
    const spaced = withValue(shared, [...must(placeIn(shared, "terms", "combine"), "a term"), "t"], " 2 + 2");
    const mine = withValue(spaced, combine, "9");
    expect(applyOverlayText(spaced, overlayText(spaced, mine, "3/2"))).toEqual({
      draft: mine,
      g: "3/2",
      lost: [],
    });
  });

  it("lies over whatever the shared scenario becomes, and drops what no longer fits", () => {
    const text = overlayText(shared, own, "2");
    const elsewhere = withValue(shared, [...must(placeIn(shared, "terms", "combine"), "a term"), "t"], "5");
    expect(applyOverlayText(elsewhere, text).draft).toEqual(withValue(elsewhere, combine, "9"));
    const other = writeScenario(must(fromLibrary("store-or-derive"), "another scenario"));
    expect(applyOverlayText(other, text)).toMatchObject({
      draft: other,
      lost: [{ kind: "set-cost", term: "combine" }],
    });
  });

  it("keeps what does not fit, and has it again when what it is about comes back", () => {
    const text = overlayText(shared, own, "2");
    const bare = { ...shared, terms: [], assumptions: [], programs: simple };
    const laid = applyOverlayText(bare, text);
    expect(laid.lost).toHaveLength(1);
    const kept = overlayText(bare, laid.draft, "2", laid.lost);
    expect(applyOverlayText(shared, kept)).toEqual({ draft: own, g: "2", lost: [] });
  });

  it("ignores what is no overlay, and waits while the draft can't be read", () => {
    for (const text of [null, "", "{", '{"owner": 3}'])
      expect(applyOverlayText(shared, text)).toEqual({ draft: shared, g: null, lost: [] });
    expect(overlayText(shared, withValue(shared, combine, "6 +"), "2")).toBeNull();
  });
});

describe("withPoint", () => {
  it("finds the places of a point's values", () => {
    expect(withPoint(shared, { g: "2", "c(combine)": "7", phi: "1/2", elsewhere: "1" })).toEqual({
      g: "2",
      puts: [
        { path: combine, value: "7" },
        { path: [...must(placeIn(shared, "parameters", "phi"), "a parameter"), "value"], value: "1/2" },
      ],
    });
  });
});
