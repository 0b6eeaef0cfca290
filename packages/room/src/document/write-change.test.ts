import { applyPatch, must, readPatch, readScenario, writeScenario } from "@crux/core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { example } from "../../test/example.ts";
import { createDocument } from "./document.ts";
import { setText } from "./edit.ts";
import { readRows } from "./rows.ts";
import { toScenarioJson } from "./scenario-json.ts";
import { seedDocument } from "./seed.ts";
import { writeChange } from "./write-change.ts";

const valued = <T>(result: { ok: true; value: T } | { ok: false }): T =>
  must(result.ok ? result.value : undefined, "it reads");

const patches: readonly (readonly [string, readonly object[]])[] = [
  [
    "a cost, also unknown",
    [
      { kind: "set-cost", term: "rule", axis: "c", to: "9" },
      { kind: "set-cost", term: "table", axis: "t", to: null },
    ],
  ],
  [
    "rows that come and go",
    [
      { kind: "add-term", term: { id: "cache", c: "3", gloss: "kept" }, at: 0 },
      { kind: "add-program", program: { id: "both", name: "Both", c: "c(cache)", t: "t(rule) / 2" } },
      { kind: "remove-program", program: "store" },
      { kind: "remove-assumption", assumption: "a1" },
    ],
  ],
  [
    "choices, parameters and the exchange rate",
    [
      { kind: "set-status", assumption: "a1", to: "disputed" },
      { kind: "set-parameter", parameter: "phi", to: "1/2" },
      { kind: "set-domain", parameter: "phi", to: [] },
      { kind: "set-exchange", exchange: { family: "power", apply: "terms", exponent: "2" } },
      { kind: "set-key", key: "title", to: "Derive or store" },
    ],
  ],
  ["a term that is split", [{ kind: "split-term", term: "rule", into: { derive: "short_rule" } }]],
];

describe("writeChange", () => {
  it.each(patches)("writes %s so that the document means what applying the patch gives", (_name, json) => {
    const before = valued(readScenario(example));
    const after = valued(applyPatch(before, valued(readPatch(json))));
    const doc = createDocument();
    Y.applyUpdate(doc, seedDocument(example));
    let keys = 0;
    doc.transact(() => writeChange(doc, writeScenario(before), writeScenario(after), () => `n${++keys}`));
    const now = valued(readScenario(toScenarioJson(readRows(doc))));
    expect(writeScenario(now)).toEqual(writeScenario(after));
  });

  it("touches nothing else: what is half typed in another field stays", () => {
    const before = valued(readScenario(example));
    const patch = valued(readPatch([{ kind: "set-cost", term: "rule", axis: "c", to: "9" }]));
    const after = valued(applyPatch(before, patch));
    const doc = createDocument();
    Y.applyUpdate(doc, seedDocument(example));
    const table = must(
      readRows(doc).terms.find(({ id }) => id === "table"),
      "the table",
    );
    setText(doc, { kind: "terms", key: table.key }, "c", "12 +");
    doc.transact(() => writeChange(doc, writeScenario(before), writeScenario(after), () => "n1"));
    const { terms } = readRows(doc);
    expect(terms.map(({ texts }) => texts.c)).toEqual(["12 +", "9"]);
  });
});
