import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law, positive, scenarioJson } from "../../test/arbitrary.ts";
import { number } from "../expr/make.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { writeScenario } from "../scenario/write-scenario.ts";
import { readScenario } from "../syntax/read-scenario.ts";
import { applyPatch } from "./apply-patch.ts";
import { diffScenarios, invertPatch } from "./diff-scenarios.ts";
import type { Edit } from "./edit.ts";
import { readPatch } from "./read-patch.ts";
import { writePatch } from "./write-patch.ts";

const scenario = (): fc.Arbitrary<Scenario> =>
  scenarioJson().map((json) => {
    const read = readScenario(json);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  });
const text = (one: Scenario): string => JSON.stringify(writeScenario(one));
const done = (one: Scenario, patch: readonly Edit[]): Scenario => {
  const result = applyPatch(one, patch);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const setCost = (axis: "c" | "t") =>
  fc
    .tuple(fc.constantFrom("a0", "find(a1,b)", "a2", "find(a3,b)"), fc.option(positive()))
    .map(([term, to]): Edit => ({ kind: "set-cost", term, axis, to: to && number(to) }));

/** Edits of different kinds that speak of different things. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  setCost("c"),
  positive().map((to): Edit => ({ kind: "set-parameter", parameter: "phi", to: number(to) })),
  positive().map((to): Edit => ({ kind: "set-program", id: "p0", axis: "t", to: number(to) })),
  fc.constant<Edit>({ kind: "remove-program", program: "p1" }),
  fc.constant<Edit>({
    kind: "set-exchange",
    exchange: { family: "linear", apply: "sum", extra: {} },
  }),
  fc
    .constantFrom("held" as const, "dropped" as const)
    .map((to): Edit => ({ kind: "set-status", assumption: "s1", to })),
  fc.string().map((to): Edit => ({ kind: "set-key", key: "title", to })),
);

describe("patch", () => {
  it("changes nothing when it is empty, and two equal scenarios have no difference", () => {
    fc.assert(
      fc.property(scenario(), (one) => {
        expect(done(one, [])).toBe(one);
        expect(diffScenarios(one, one)).toEqual([]);
      }),
      law(60),
    );
  });

  it("turns one scenario into the other when it is their difference", () => {
    fc.assert(
      fc.property(scenario(), scenario(), (a, b) => {
        expect(text(done(a, diffScenarios(a, b)))).toBe(text(b));
      }),
      law(120),
    );
  });

  it("is undone by its inverse, and the same after writing and reading", () => {
    fc.assert(
      fc.property(scenario(), scenario(), (a, b) => {
        const patch = diffScenarios(a, b);
        const back = invertPatch(a, patch);
        expect(back.ok && text(done(b, back.value))).toBe(text(a));
        const read = readPatch(JSON.parse(JSON.stringify(writePatch(patch))));
        expect(read).toEqual({ ok: true, value: patch });
      }),
      law(80),
    );
  });

  it("commutes with patches on other costs", () => {
    fc.assert(
      fc.property(scenario(), setCost("t"), setCost("c"), (one, a, b) => {
        const [first, second] = [applyPatch(one, [a, b]), applyPatch(one, [b, a])];
        expect(first.ok).toBe(second.ok);
        if (first.ok && second.ok) expect(text(first.value)).toBe(text(second.value));
      }),
      law(100),
    );
  });

  it("is undone by its inverse, edit by edit and as a whole, whatever it changes", () => {
    fc.assert(
      fc.property(scenario(), fc.array(anyEdit, { maxLength: 4 }), (one, patch) => {
        const after = applyPatch(one, patch);
        if (!after.ok) return;
        const back = invertPatch(one, patch);
        expect(back.ok && text(done(after.value, back.value))).toBe(text(one));
      }),
      law(50),
    );
  });

  it("commutes with patches on things of other kinds", () => {
    let tried = 0;
    fc.assert(
      fc.property(scenario(), anyEdit, anyEdit, (one, a, b) => {
        if (a.kind === b.kind) return;
        const [first, second] = [applyPatch(one, [a, b]), applyPatch(one, [b, a])];
        expect(first.ok).toBe(second.ok);
        if (!first.ok || !second.ok) return;
        tried += 1;
        expect(text(first.value)).toBe(text(second.value));
      }),
      law(70),
    );
    expect(tried).toBeGreaterThan(20);
  });

  it("leaves the scenario as it was when an edit is refused", () => {
    fc.assert(
      fc.property(scenario(), setCost("t"), (one, edit) => {
        const before = text(one);
        const result = applyPatch(one, [edit, { kind: "remove-program", program: "nobody" }]);
        expect(result.ok ? [] : result.error.map(({ path }) => path)).toContainEqual([1]);
        expect(text(one)).toBe(before);
      }),
      law(60),
    );
  });
});
