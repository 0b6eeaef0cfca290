import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { careForSqlite } from "./care.ts";
import { createSqliteStore } from "./sqlite-store.ts";
import type { Store } from "./store.ts";

const entry = (text: string, at: number) =>
  ({ at, by: "ann", kind: "event", payload: new TextEncoder().encode(text) }) as const;

describe("careForSqlite", () => {
  let folder = "";
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "crux-care-"));
    store = createSqliteStore(join(folder, "rooms.sqlite"));
    await store.append("a", 0, [entry("a secret of room a", 5), entry("more", 9)]);
    await store.append("b", 0, [entry("b", 7)]);
    await store.claimCode("ABCDEF", "a");
    await store.saveSnapshot("a", { seq: 2, document: Uint8Array.of(1), state: "{}" });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lists rooms by their size and age", async () => {
    const care = careForSqlite(join(folder, "rooms.sqlite"));
    expect(await care.rooms()).toEqual([
      { room: "a", entries: 2, bytes: 22, last: 9 },
      { room: "b", entries: 1, bytes: 1, last: 7 },
    ]);
    await care.close();
  });

  it("erases all of one room under a running server, so that it does not come back", async () => {
    const care = careForSqlite(join(folder, "rooms.sqlite"));
    expect([await care.roomOfCode("ABCDEF"), await care.erase("a"), await care.erase("a")]).toEqual([
      "a",
      true,
      false,
    ]);
    await care.close();
    expect([
      await store.read("a", 0, 9),
      await store.snapshot("a"),
      await store.roomOfCode("ABCDEF"),
    ]).toEqual([[], null, null]);
    await store.saveSnapshot("a", { seq: 2, document: Uint8Array.of(1), state: "{}" });
    expect(await store.snapshot("a")).toBeNull();
    expect(await store.append("a", 2, [entry("late", 10)])).toEqual({ kind: "conflict" });
    expect((await store.read("b", 0, 9)).length).toBe(1);
  });

  it("backs up into a file of its own that a store opens", async () => {
    const care = careForSqlite(join(folder, "rooms.sqlite"));
    const copy = join(folder, "copy.sqlite");
    await care.backUp?.(copy);
    await expect(care.backUp?.(copy)).rejects.toThrow("name a new file");
    await care.close();
    const opened = createSqliteStore(copy);
    expect((await opened.read("a", 0, 9)).length).toBe(2);
    await opened.close();
  });

  it("says when there is no such file", () => {
    expect(() => careForSqlite(join(folder, "none.sqlite"))).toThrow("there is no file");
  });
});
