import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createMemoryStore } from "./memory-store.ts";
import { moveRooms } from "./move-rooms.ts";
import { createSqliteStore } from "./sqlite-store.ts";
import type { NewEntry } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "crux-move-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = (at: number): NewEntry => ({
  at,
  by: "ann",
  kind: "event",
  payload: Uint8Array.of(at % 256, 0, 255),
});
const ignore = (): void => {};

describe("moveRooms", () => {
  const file = join(folder, "rooms.sqlite");

  it("copies rooms, codes and snapshots, goes on where it was interrupted, and finds nothing to do again", async () => {
    const from = createSqliteStore(file);
    const long = Array.from({ length: 1_203 }, (_, at) => entry(at));
    await from.append("a", 0, long);
    await from.append("b", 0, [entry(1)]);
    await from.claimCode("ABCDEF", "a");
    await from.saveSnapshot("a", { seq: 1_000, document: Uint8Array.of(1), state: "{}" });
    await from.close();
    const to = createMemoryStore();
    await to.append("a", 0, long.slice(0, 700));
    const moved = { rooms: 2, entries: 1_204, codes: 1 };
    expect(await moveRooms(file, to, ignore)).toEqual(moved);
    expect((await to.read("a", 0, 2_000)).map(({ at }) => at)).toEqual(long.map(({ at }) => at));
    expect([await to.roomOfCode("ABCDEF"), (await to.snapshot("a"))?.seq]).toEqual(["a", 1_000]);
    expect(await moveRooms(file, to, ignore)).toEqual(moved);
  });

  it("refuses what would mix two servers' rooms, and a folder without any", async () => {
    const other = createMemoryStore();
    await other.append("b", 0, [entry(2)]);
    await expect(moveRooms(file, other, ignore)).rejects.toThrow("room b differs after entry 0");
    const longer = createMemoryStore();
    await longer.append("b", 0, [entry(1), entry(2)]);
    await expect(moveRooms(file, longer, ignore)).rejects.toThrow("room b has 2 entries there and 1 here");
    const taken = createMemoryStore();
    await taken.claimCode("ABCDEF", "z");
    await expect(moveRooms(file, taken, ignore)).rejects.toThrow("the code ABCDEF leads to another room");
    await expect(moveRooms(join(folder, "none"), other, ignore)).rejects.toThrow("there is no file");
  });
});
