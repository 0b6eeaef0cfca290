import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { createSimClock } from "../../test/sim-clock.ts";
import { changeAs, createDocument } from "../document/document.ts";
import { addRow, setText } from "../document/edit.ts";
import { readRows } from "../document/rows.ts";
import { coreReader } from "./core-reader.ts";
import type { ReadRows } from "./readings.ts";
import { createSettler } from "./settler.ts";

const row = { kind: "terms", key: "k" } as const;

/** A document whose readings come when the test calls `read`, as a worker's do. */
function stage() {
  const clock = createSimClock();
  const doc = createDocument();
  addRow(doc, "programs", "kp", { id: "p", name: "p", c: "c(a)", t: "1" });
  addRow(doc, "terms", "k", { id: "a", c: "4", t: "1" });
  let rows = readRows(doc);
  let newest: ReadRows = { rows, reading: coreReader.rows(rows) };
  const settler = createSettler(clock, () => ({ doc, rows, read: newest }));
  doc.on("update", (_update: Uint8Array, origin: unknown) => {
    rows = readRows(doc);
    if (origin !== "remote") settler.afterLocalEdit();
  });
  const edit = (origin: "local" | "remote", write: (doc: Y.Doc) => void): void => {
    if (origin === "local") settler.beforeLocalEdit();
    changeAs(doc, origin, () => write(doc));
  };
  return {
    clock,
    type: (text: string, field = "c") => edit("local", () => setText(doc, row, field, text)),
    hear: (text: string, field = "c") => edit("remote", () => setText(doc, row, field, text)),
    read: () => {
      newest = { rows, reading: coreReader.rows(rows) };
      settler.afterReading();
    },
    lastValid: (field = "c") => must(readRows(doc).terms[0], "the term").lastValid[field],
  };
}

describe("createSettler", () => {
  it("keeps the newest valid text when one is typed that does not read, however late that is known", () => {
    const { type, read, lastValid } = stage();
    type("41");
    read();
    type("41 +");
    expect(lastValid()).toBe("4");
    read();
    expect(lastValid()).toBe("41");
  });

  it("keeps what one pauses on, once it has been read, in every field that one was in", async () => {
    const { type, read, lastValid, clock } = stage();
    type("7");
    type("8", "t");
    await clock.run(1_100);
    expect([lastValid(), lastValid("t")]).toEqual(["4", "1"]);
    read();
    expect([lastValid(), lastValid("t")]).toEqual(["7", "8"]);
  });

  it("leaves to others what they type", async () => {
    const { type, hear, read, lastValid, clock } = stage();
    hear("5");
    read();
    hear("5 *");
    read();
    type("2", "t");
    read();
    await clock.run(1_100);
    read();
    expect([lastValid(), lastValid("t")]).toEqual(["4", "2"]);
  });
});
