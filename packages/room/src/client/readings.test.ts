import { describe, expect, it } from "vitest";
import { createDocument } from "../document/document.ts";
import { addRow, setText } from "../document/edit.ts";
import { readRows } from "../document/rows.ts";
import { coreReader } from "./core-reader.ts";
import type { Reader } from "./reader.ts";
import { createReadings } from "./readings.ts";

/** Rows of a document with two programs, `p` of which costs `c`. */
function rowsWith(c: string) {
  const doc = createDocument();
  addRow(doc, "programs", "kp", { id: "p", name: "p", c: "1", t: "1" });
  addRow(doc, "programs", "kq", { id: "q", name: "q", c: "2", t: "0" });
  setText(doc, { kind: "programs", key: "kp" }, "c", c);
  return readRows(doc);
}

/** A reader that answers when the test says so, and the rows that it was asked for. */
function slowReader() {
  const asked: { readonly give: () => void; readonly fail: () => void }[] = [];
  const reader: Reader = {
    ...coreReader,
    rows: (rows) =>
      new Promise((give, fail) => {
        asked.push({ give: () => give(coreReader.rows(rows)), fail: () => fail(new Error("broken")) });
      }),
  };
  return { reader, asked };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("createReadings", () => {
  it("reads at once where the reader does", () => {
    const rows = rowsWith("3");
    const found = createReadings(coreReader, () => {}).of(rows);
    expect(found.rows).toBe(rows);
    expect(found.reading.scenario?.programs).toHaveLength(2);
  });

  it("gives what was read last until the newest is read, and skips those between", async () => {
    const { reader, asked } = slowReader();
    let heard = 0;
    const readings = createReadings(reader, () => heard++);
    const [one, two, three] = [rowsWith("1"), rowsWith("2"), rowsWith("3 +")];
    expect(readings.of(one)).toEqual({ rows: null, reading: { scenario: null, issues: [] } });
    readings.of(two);
    readings.of(three);
    expect(asked).toHaveLength(1);
    asked[0]?.give();
    await turn();
    expect([heard, asked.length]).toEqual([1, 2]);
    expect(readings.of(three).rows).toBe(one);
    asked[1]?.give();
    await turn();
    expect(readings.of(three).rows).toBe(three);
    expect(readings.of(three).reading.issues).toHaveLength(1);
    expect([heard, asked.length]).toEqual([2, 2]);
  });

  it("keeps what it has when a reading fails, and asks again for what comes next", async () => {
    const { reader, asked } = slowReader();
    const readings = createReadings(reader, () => {});
    readings.of(rowsWith("1"));
    asked[0]?.fail();
    await turn();
    const next = rowsWith("2");
    readings.of(next);
    asked[1]?.give();
    await turn();
    expect(readings.of(next).rows).toBe(next);
  });

  it("hears nothing once it has stopped", async () => {
    const { reader, asked } = slowReader();
    let heard = 0;
    const readings = createReadings(reader, () => heard++);
    readings.of(rowsWith("1"));
    readings.stop();
    asked[0]?.give();
    await turn();
    expect(heard).toBe(0);
  });
});
