import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createQuickAppender, type QuickAppender } from "./sqlite-quick.ts";
import { openTables, type Tables } from "./sqlite-tables.ts";

describe("createQuickAppender", () => {
  let folder = "";
  let owner: { readonly database: Database.Database; readonly tables: Tables };
  let quick: QuickAppender;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "crux-quick-"));
    owner = openTables(join(folder, "rooms.sqlite"));
    quick = createQuickAppender(join(folder, "rooms.sqlite"));
  });
  afterEach(() => {
    quick.close();
    owner.database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const entry = (bytes: number) =>
    ({ at: 1, by: "ann", kind: "event", payload: new Uint8Array(bytes) }) as const;
  const seqs = (): number[] => owner.tables.read("room", 0, 100).map(({ seq }) => seq);

  it("appends where the other connection reads, and not after an entry that is not the last", () => {
    expect(quick.append("room", 0, [entry(3), entry(4)])).toEqual({ kind: "appended", from: 1 });
    expect(seqs()).toEqual([1, 2]);
    const late = createQuickAppender(join(folder, "rooms.sqlite"));
    expect(late.append("room", 1, [entry(3)])).toEqual({ kind: "conflict" });
    late.close();
    expect(seqs()).toEqual([1, 2]);
  });

  it("leaves it to the other connection while that one writes, and does not wait for it", () => {
    owner.database.exec("BEGIN IMMEDIATE");
    expect(quick.append("room", 0, [entry(3)])).toBeNull();
    owner.tables.append("room", 0, [entry(3)]);
    owner.database.exec("COMMIT");
    expect(seqs()).toEqual([1]);
  });

  it("leaves what is large to the other connection", () => {
    expect(quick.append("room", 0, [entry(20_000)])).toBeNull();
    expect(
      quick.append(
        "room",
        0,
        Array.from({ length: 40 }, () => entry(3)),
      ),
    ).toBeNull();
    expect(seqs()).toEqual([]);
  });

  it("writes nothing where there is no file yet", () => {
    const early = createQuickAppender(join(folder, "none.sqlite"));
    expect(early.append("room", 0, [entry(3)])).toBeNull();
  });
});
