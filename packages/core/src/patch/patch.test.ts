import { describe, expect, it } from "vitest";
import { must } from "../base/assert.ts";
import { printExpr } from "../expr/print-expr.ts";
import { fromLibrary } from "../library/library.ts";
import { type Anchor, anchorState, pointerOf, snapshotOf } from "./anchor.ts";
import { applyPatch } from "./apply-patch.ts";
import { jsonSchemas } from "./json-schemas.ts";
import { readObjection, writeObjection } from "./read-objection.ts";
import { readOverlay, readPatch } from "./read-patch.ts";
import { toWebAnnotation } from "./web-annotation.ts";

const essay = must(fromLibrary("speed-simplicity"), "the library has the essay's scenario");
const apply = (json: unknown) => {
  const patch = readPatch(json);
  if (!patch.ok) throw new Error(JSON.stringify(patch.error));
  return applyPatch(essay, patch.value);
};
const refusal = (json: unknown): readonly string[] => {
  const read = readPatch(json);
  const result = read.ok ? applyPatch(essay, read.value) : read;
  return result.ok
    ? []
    : result.error.map(({ path, message, hint }) => `${path.join(".")}: ${message}${hint && ` (${hint})`}`);
};

describe("applyPatch", () => {
  it("gives each program its own term when one is split, and changes nothing else", () => {
    const split = apply([
      { kind: "split-term", term: "mesaoptimize", into: { fh: "m_b", fd: "m_b", sd: "m_s" } },
    ]);
    if (!split.ok) throw new Error("a split applies");
    expect(split.value.terms.map(({ id }) => id).slice(3, 6)).toEqual(["mesaoptimize", "m_b", "m_s"]);
    const costs = split.value.programs.map(({ cost }) => (cost.kind === "sum" ? printExpr(cost.c) : ""));
    expect(costs[1]).toBe("c(simplest_obj) + c(combine) + c(m_s) + c(useful_knowledge)");
    expect(costs[0]).toBe("c(get_base_obj) + c(m_b) + c(useful_knowledge)");
  });

  it.each([
    [
      "a term that is not there",
      [{ kind: "set-cost", term: "combin", axis: "c", to: "1" }],
      "0: unknown term: combin (did you mean combine?)",
    ],
    [
      "a term that is there",
      [{ kind: "add-term", term: { id: "combine" } }],
      "0: term that is there already: combine (change the one that is there, or choose another id)",
    ],
    [
      "an axis the program has not",
      [{ kind: "set-program", id: "fh", axis: "score", to: "1" }],
      "0: program without score: fh (this program has c and t: set one of them)",
    ],
    [
      "an unknown kind",
      [{ kind: "set-cots", term: "a" }],
      "0.kind: unknown kind: set-cots (did you mean set-cost?)",
    ],
    [
      "a formula that can't be read",
      [{ kind: "set-cost", term: "combine", axis: "c", to: "1 +" }],
      "0.to: unexpected end of the formula (a bracket is not closed, or an operand is missing)",
    ],
    [
      "a negative cost",
      [{ kind: "set-cost", term: "combine", axis: "c", to: "-1" }],
      "result.terms.2.c: negative value: -1 (a cost is zero or more; lower another one instead)",
    ],
  ])("refuses %s", (_, json, message) => {
    expect(refusal(json)[0]).toBe(message);
  });

  it("refuses to remove what is still spoken of", () => {
    expect(refusal([{ kind: "remove-term", term: "combine" }]).length).toBe(3);
  });
});

describe("readOverlay", () => {
  it("wants a positive exchange rate, or none", () => {
    expect(readOverlay({ owner: "ann", patch: [], g: "3/2" }).ok).toBe(true);
    expect(readOverlay({ owner: "ann", patch: [], g: null }).ok).toBe(true);
    expect(readOverlay({ owner: "ann", patch: [], g: "-1" }).ok).toBe(false);
    expect(readOverlay({ owner: "ann", patch: [], g: "phi" }).ok).toBe(false);
    expect(readOverlay({ owner: "ann", patch: [], g: "1 - sqrt(2)" }).ok).toBe(false);
    expect(readOverlay({ owner: "ann", patch: [], g: "sqrt(2)" }).ok).toBe(true);
  });
});

describe("anchor", () => {
  const at = (anchor: Record<string, unknown>): Anchor => ({ snapshot: "", ...anchor }) as Anchor;

  it("points into the JSON of the scenario", () => {
    expect(pointerOf(essay, at({ kind: "cost", term: "combine", axis: "t" }))).toBe("/terms/2/t");
    expect(pointerOf(essay, at({ kind: "summand", program: "sd", axis: "c", of: "c(combine)" }))).toBe(
      "/programs/1/c",
    );
    expect(pointerOf(essay, at({ kind: "assumption", assumption: "fetching_is_quicker" }))).toBe(
      "/assumptions/1",
    );
  });

  it("tells what has changed or gone", () => {
    const anchor = at({ kind: "cost", term: "combine", axis: "c", snapshot: "6" });
    expect(snapshotOf(essay, anchor)).toBe("6");
    expect(anchorState(essay, anchor)).toBe("same");
    const dearer = apply([{ kind: "set-cost", term: "combine", axis: "c", to: "9" }]);
    expect(dearer.ok && anchorState(dearer.value, anchor)).toBe("changed");
    expect(anchorState(essay, at({ kind: "program", program: "hy" }))).toBe("gone");
    expect(anchorState(essay, at({ kind: "summand", program: "fh", axis: "c", of: "c(combine)" }))).toBe(
      "gone",
    );
  });
});

describe("objection", () => {
  const json = {
    id: "o1",
    author: "critic",
    kind: "undermine",
    anchor: { kind: "cost", term: "mesaoptimize", axis: "c", snapshot: "30" },
    text: "no value-neutral core",
    readings: [
      { label: "one per goal", patch: [{ kind: "set-cost", term: "mesaoptimize", axis: "c", to: "50" }] },
    ],
    status: "open",
    stamp: { version: "v14", map: { thresholds: ["19/8"] } },
  };

  it("is the same after reading and writing", () => {
    const read = readObjection(json);
    expect(read.ok && writeObjection(read.value)).toEqual(json);
  });

  it("becomes a web annotation", () => {
    const read = readObjection(json);
    expect(read.ok && toWebAnnotation(read.value, essay, "https://crux.example/r/abc")).toMatchObject({
      type: "Annotation",
      target: {
        selector: [
          { value: "kind=cost&term=mesaoptimize&axis=c" },
          { value: "/terms/3/c", refinedBy: { exact: "30" } },
        ],
      },
    });
  });

  it("refuses unknown kinds and anchors, with their places", () => {
    const read = readObjection({ ...json, kind: "rant", anchor: { kind: "trem" } });
    expect(read.ok ? [] : read.error.map(({ path }) => path.join("."))).toEqual(["kind", "anchor.kind"]);
  });
});

describe("jsonSchemas", () => {
  it("describe the keys that the readers read", () => {
    const { scenario, patch } = jsonSchemas() as Record<string, { properties?: object; items?: object }>;
    expect(Object.keys(scenario?.properties ?? {})).toEqual([
      "format",
      "version",
      "title",
      "summary",
      "exchange",
      "terms",
      "parameters",
      "programs",
      "assumptions",
    ]);
    expect(JSON.stringify(patch)).toContain("split-term");
  });
});
