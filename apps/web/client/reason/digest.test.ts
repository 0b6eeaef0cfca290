import { fromLibrary, libraryOverlays, must, writeOverlay, writePatch, writeScenario } from "@crux/core";
import { describe, expect, it } from "vitest";
import { digestOf } from "./digest.ts";
import type { DigestLine, Holder, Moment } from "./reason.ts";

const scenario = writeScenario(must(fromLibrary("speed-simplicity"), "the essay's scenario"));
const holders = libraryOverlays("speed-simplicity").map((overlay): Holder => {
  const { g } = writeOverlay(overlay) as { g: string };
  return { id: overlay.owner, name: overlay.owner, patch: writePatch(overlay.patch), g };
});
const [first, second] = [must(holders[0], "A"), must(holders[1], "B")];
const start: Moment = { scenario, holders };

function lines(before: Moment, now: Moment): readonly DigestLine[] {
  const digest = digestOf({ kind: "digest", before, now });
  if (digest.kind === "wrong") throw new Error(digest.why);
  return digest.lines;
}

const withCost = (holder: Holder, term: string, axis: "c" | "t", to: string): Holder => {
  const others = (holder.patch as readonly { readonly term?: string; readonly axis?: string }[]).filter(
    (one) => one.term !== term || one.axis !== axis,
  );
  return { ...holder, patch: [...others, { kind: "set-cost", term, axis, to }] };
};
const find = "find(get_proxy_for_base_obj(env))";

describe("digestOf", () => {
  it("says nothing where nothing changed", () => {
    expect(lines(start, start)).toEqual([]);
  });

  it("tells by effect what somebody changed in their own values", () => {
    const changed = withCost(second, find, "t", "20");
    const [line, ...others] = lines(start, { scenario, holders: [first, changed] });
    expect(others).toEqual([]);
    expect(line?.name).toBe(second.name);
    expect(line?.changes).toEqual(["time of find the objective: 12 → 20"]);
    expect(line?.effect).toBe(
      "Their winner is unchanged, Simple deceptive; their flip 43/44 → 51/44, still below their g of 9/4.",
    );
  });

  it("tells the room apart from those whose own values keep a change from them", () => {
    const later = {
      ...scenario,
      terms: (scenario.terms as readonly { id: string }[]).map((one) =>
        one.id === "combine" ? { ...one, c: "14" } : one,
      ),
    };
    const told = lines(start, { scenario: later, holders });
    expect(told.map(({ name }) => name)).toEqual([null, first.name]);
    expect(told.map(({ effect }) => effect)).toEqual([
      "Moves the flip at 19/8 to 19/6.",
      "Their winner is unchanged, Fast honest; their flip 19/8 → 19/6, still above their g of 3/2.",
    ]);
  });

  it("tells of those who came, moved their g, took back, or hold what no longer fits", () => {
    const came = lines({ scenario, holders: [first] }, { scenario, holders: [second] });
    expect(came.map(({ name, effect }) => [name, effect])).toEqual([
      ["B", "Published own values. Simple deceptive wins at their g of 9/4; the flip is at 43/44."],
      ["A", "Took back the values that they had published."],
    ]);
    const moved = { ...first, g: "3" };
    expect(lines(start, { scenario, holders: [moved, second] })).toEqual([
      {
        name: "A",
        changes: ["g: 3/2 → 3"],
        effect: "Their winner is now Simple deceptive, before Fast honest; no flip of theirs moved.",
      },
    ]);
    const odd = { ...first, patch: [{ kind: "set-cost", term: "nothing", axis: "c", to: "1" }] };
    expect(lines(start, { scenario, holders: [odd, second] })).toEqual([
      { name: "A", changes: [], effect: "Holds values that no longer fit the model." },
    ]);
  });
});
