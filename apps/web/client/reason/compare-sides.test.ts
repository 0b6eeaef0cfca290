import { applyOverlay, fromLibrary, libraryOverlays, must, writeOverlay, writeScenario } from "@crux/core";
import { describe, expect, it } from "vitest";
import { compareSides } from "./compare-sides.ts";
import type { Side } from "./reason.ts";

const base = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const sides = libraryOverlays("speed-simplicity").map((overlay): Side => {
  const scenario = applyOverlay(base, overlay);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  const { g } = writeOverlay(overlay) as { g: string };
  return { name: overlay.owner, scenario: writeScenario(scenario.value), g };
});
const [a, b] = [must(sides[0], "A"), must(sides[1], "B")];

function compared(one: Side, other: Side, adopt: readonly string[] = []) {
  const found = compareSides({ kind: "compare", a: one, b: other, adopt });
  if (found.kind === "wrong") throw new Error(found.why);
  return found;
}

describe("compareSides", () => {
  it("puts both strips on one axis, each with its g", () => {
    const { strips } = compared(a, b);
    expect(strips.map(({ winners }) => winners)).toEqual(["Fast honest", "Simple deceptive"]);
    expect(strips[0]?.strip.axis).toEqual(strips[1]?.strip.axis);
    expect(compared(a, b, ["g"]).adopted?.strip.axis).toEqual(strips[0]?.strip.axis);
    expect(strips[0]?.at).toBeLessThan(strips[1]?.at ?? 0);
  });

  it("shows who wins with what is taken over: one point does not turn A, two do", () => {
    expect(compared(a, b, ["g"]).adopted?.winners).toBe("Fast honest");
    expect(compared(a, b, ["g", "c(get_base_obj)"]).adopted?.winners).toBe("Simple deceptive");
    expect(compared(a, b, ["c(combine)"]).adopted?.winners).toBe("Fast honest");
  });

  it("lists what both say alike", () => {
    const { agreed, words } = compared(a, b);
    expect(agreed).toHaveLength(9);
    expect(agreed.some((one) => one.endsWith(" = 30"))).toBe(true);
    expect(agreed.some((one) => words.rows.some(({ label }) => one.startsWith(label)))).toBe(false);
  });

  it("says when two who agree would stop", () => {
    expect(compared(a, { ...a, name: "C", g: "2" }).agreement).toContain("went above 19/8");
    expect(compared(a, b).agreement).toBe("");
  });

  it("says why two can't be compared", () => {
    const unknown = { ...a, scenario: { ...a.scenario, terms: [] } };
    expect(compareSides({ kind: "compare", a: unknown, b, adopt: [] })).toMatchObject({ kind: "wrong" });
    expect(compareSides({ kind: "compare", a: { ...a, g: "" }, b, adopt: [] })).toMatchObject({
      kind: "wrong",
    });
  });
});
