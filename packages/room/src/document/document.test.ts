import { must, readScenario } from "@crux/core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { example } from "../../test/example.ts";
import { createDocument } from "./document.ts";
import { addRow, moveRow, removeRow, setLastValid, setText, setValue } from "./edit.ts";
import { readingOf } from "./reading.ts";
import { readRows } from "./rows.ts";
import { toScenarioJson } from "./scenario-json.ts";
import { seedDocument } from "./seed.ts";
import { usesOf } from "./uses.ts";

const opened = (scenario: object = example): Y.Doc => {
  const doc = createDocument(5_000);
  Y.applyUpdate(doc, seedDocument(scenario as Record<string, unknown>));
  return doc;
};
const idsOf = (doc: Y.Doc) => readRows(doc).terms.map((row) => row.id);
const term = (doc: Y.Doc, id: string) => {
  const { key } = must(
    readRows(doc).terms.find((row) => row.id === id),
    id,
  );
  return { kind: "terms", key } as const;
};

describe("seedDocument", () => {
  it("keeps a scenario as it was, unknown keys and harmful names included", () => {
    const odd = JSON.parse(
      `{"format":"crux/scenario","version":1,"title":"T","summary":"","x-note":{"a":[1]},"__proto__":{"b":2},
        "exchange":{"family":"power","apply":"terms","exponent":"1/2","why":"because"},
        "terms":[{"id":"constructor","c":"40","t":"3","status":"odd","toString":"x"}],
        "parameters":[{"id":"phi","domain":[]},{"id":"psi","domain":["0 < psi","psi < 1"],"unit":"bits"}],
        "programs":[{"id":"p","name":"P","score":"g + phi","deceptive":true}],
        "assumptions":[{"id":"a","statement":"phi < psi","status":"disputed"}]}`,
    ) as Record<string, unknown>;
    const back = toScenarioJson(readRows(opened(odd)));
    expect(JSON.parse(JSON.stringify(back))).toEqual(odd);
    expect(({} as Record<string, unknown>).b).toBeUndefined();
  });

  it("gives the same bytes for the same scenario", () => {
    expect(seedDocument(example)).toEqual(seedDocument(structuredClone(example)));
  });
});

describe("rows", () => {
  it("stay where they are put", () => {
    const doc = opened();
    addRow(doc, "terms", "new", { id: "cache" }, term(doc, "table").key);
    expect(idsOf(doc)).toEqual(["table", "cache", "rule"]);
    moveRow(doc, "terms", "new", null);
    expect(idsOf(doc)).toEqual(["cache", "table", "rule"]);
    moveRow(doc, "terms", "new", term(doc, "rule").key);
    expect(idsOf(doc)).toEqual(["table", "rule", "cache"]);
    removeRow(doc, "terms", "new");
    expect(idsOf(doc)).toEqual(["table", "rule"]);
  });

  it("keep room between two rows however often something is put there", () => {
    const doc = opened();
    for (let at = 0; at < 400; at++) addRow(doc, "terms", `n${at}`, { id: `n${at}` }, term(doc, "table").key);
    expect(idsOf(doc).slice(0, 3)).toEqual(["table", "n399", "n398"]);
    expect(readRows(doc).terms.every((row) => row.order.length <= 63)).toBe(true);
  });

  it("say which formulas refer to them", () => {
    const doc = opened();
    const rows = readRows(doc);
    const [table] = rows.terms;
    const [phi] = rows.parameters;
    expect(usesOf(rows, must(table, "table")).map((use) => `${use.id}.${use.field}`)).toEqual([
      "store.c",
      "store.t",
      "a1.statement",
    ]);
    expect(usesOf(rows, must(phi, "phi")).map((use) => use.id)).toEqual([]);
  });
});

describe("readingOf", () => {
  const read = (doc: Y.Doc) => readingOf(readRows(doc), readScenario);

  it("reads a document as its scenario, with no issues", () => {
    const { scenario, issues } = read(opened());
    expect(issues).toEqual([]);
    expect(readScenario(example)).toEqual({ ok: true, value: scenario });
  });

  it("keeps the last valid formula in force while one does not read, and says so on the row", () => {
    const doc = opened();
    setText(doc, term(doc, "table"), "c", "12 +");
    const { scenario, issues } = read(doc);
    expect(issues.map(({ kind, field, inForce }) => [kind, field, inForce])).toEqual([
      ["terms", "c", "last-valid"],
    ]);
    expect(scenario?.terms[0]?.c).toMatchObject({ kind: "number", value: { num: 12n, den: 1n } });
  });

  it("takes a cost as unknown when there is no valid formula for it yet", () => {
    const doc = opened();
    setText(doc, term(doc, "table"), "c", "12 +");
    setLastValid(doc, term(doc, "table"), "c", "");
    const { scenario, issues } = read(doc);
    expect(issues.map((one) => one.inForce)).toEqual(["unknown"]);
    expect(scenario?.terms[0]?.c).toBeNull();
  });

  it("goes on with the last valid formula when a name is not known, and when two rows have one id", () => {
    const doc = opened();
    const [store] = readRows(doc).programs;
    setText(doc, { kind: "programs", key: must(store, "store").key }, "c", "c(tabel)");
    expect(read(doc).issues.map(({ kind, inForce }) => [kind, inForce])).toEqual([
      ["programs", "last-valid"],
    ]);
    const twice = opened();
    addRow(twice, "terms", "again", { id: "table", c: "1" });
    const reading = read(twice);
    expect(reading.scenario?.terms.map((one) => one.id)).toEqual(["table", "rule"]);
    expect(reading.issues.map(({ key, inForce }) => [key, inForce])).toEqual([["again", "left-out"]]);
  });

  it("never blanks the scenario, whatever family is chosen", () => {
    for (const family of ["custom", "power", "cap", "affine", "exponential", "levin", "log"]) {
      const doc = opened();
      setValue(doc, { kind: "exchange", key: "" }, "family", family);
      expect(read(doc).scenario, family).not.toBeNull();
    }
  });

  it("leaves out what can't be read, and keeps the rest", () => {
    const doc = opened();
    addRow(doc, "programs", "half", { id: "half", name: "Half", c: "c(", t: "1" });
    addRow(doc, "assumptions", "odd", { id: "odd", statement: "1 <" });
    const { scenario, issues } = read(doc);
    expect(scenario?.programs.map((one) => one.id)).toEqual(["store", "derive"]);
    expect(scenario?.assumptions.map((one) => one.id)).toEqual(["a1"]);
    expect(issues.map(({ key, inForce }) => [key, inForce])).toEqual([
      ["half", "left-out"],
      ["odd", "left-out"],
    ]);
  });
});
