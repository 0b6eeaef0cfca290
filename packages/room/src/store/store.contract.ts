import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NewEntry, SharedStore, Store } from "./store.ts";

const entry = (text: string): NewEntry => ({
  at: 5,
  by: "ann",
  kind: "event",
  payload: new TextEncoder().encode(text),
});
const textOf = (payload: Uint8Array) => new TextDecoder().decode(payload);

/** What every store must do; `make` gives a store on nothing, or the same one opened again. */
export function describeStore(
  name: string,
  make: (folder: string) => Store,
  folder: () => string,
  keeps: boolean,
): void {
  describe(name, () => {
    let store: Store;
    let place: string;
    beforeEach(() => {
      place = folder();
      store = make(place);
    });
    afterEach(() => store.close());

    it("numbers the entries of a room from 1 and reads them in order", async () => {
      expect(await store.append("a", 0, [entry("one"), entry("two")])).toEqual({ kind: "appended", from: 1 });
      expect(await store.append("a", 2, [entry("three")])).toEqual({ kind: "appended", from: 3 });
      const read = await store.read("a", 0, 10);
      expect(read.map((one) => [one.seq, one.at, one.by, one.kind, textOf(one.payload)])).toEqual([
        [1, 5, "ann", "event", "one"],
        [2, 5, "ann", "event", "two"],
        [3, 5, "ann", "event", "three"],
      ]);
    });

    it("reads from a number on, and no more than asked for", async () => {
      await store.append("a", 0, ["1", "2", "3", "4"].map(entry));
      expect((await store.read("a", 1, 2)).map((one) => one.seq)).toEqual([2, 3]);
      expect(await store.read("a", 4, 2)).toEqual([]);
    });

    it("appends nothing when someone else was first", async () => {
      await store.append("a", 0, [entry("one")]);
      expect(await store.append("a", 0, [entry("late"), entry("later")])).toEqual({ kind: "conflict" });
      expect(await store.append("a", 5, [entry("ahead")])).toEqual({ kind: "conflict" });
      expect((await store.read("a", 0, 10)).length).toBe(1);
    });

    it("lets exactly one of many appends at the same place through", async () => {
      const tries = await Promise.all([..."abcdefgh"].map((text) => store.append("a", 0, [entry(text)])));
      expect(tries.filter((one) => one.kind === "appended").length).toBe(1);
      expect((await store.read("a", 0, 10)).length).toBe(1);
    });

    it("keeps rooms apart", async () => {
      await store.append("a", 0, [entry("in a")]);
      await store.append("b", 0, [entry("in b")]);
      expect((await store.read("b", 0, 10)).map((one) => textOf(one.payload))).toEqual(["in b"]);
      expect(await store.read("__proto__", 0, 10)).toEqual([]);
    });

    it("keeps the newest snapshot, also when an older one comes late", async () => {
      expect(await store.snapshot("a")).toBeNull();
      await store.append("a", 0, [entry("first")]);
      await store.saveSnapshot("a", { seq: 7, document: Uint8Array.of(1, 2), state: "new" });
      await store.saveSnapshot("a", { seq: 3, document: Uint8Array.of(9), state: "old" });
      const snapshot = await store.snapshot("a");
      expect([snapshot?.seq, [...(snapshot?.document ?? [])], snapshot?.state]).toEqual([7, [1, 2], "new"]);
    });

    it("keeps no snapshot of a room that has no entries, or has been erased", async () => {
      await store.saveSnapshot("a", { seq: 7, document: Uint8Array.of(1), state: "{}" });
      expect(await store.snapshot("a")).toBeNull();
    });

    it("gives a code to the first room that claims it", async () => {
      expect(await store.roomOfCode("ABCDEF")).toBeNull();
      expect(await store.claimCode("ABCDEF", "a")).toBe(true);
      expect(await store.claimCode("ABCDEF", "b")).toBe(false);
      expect(await store.claimCode("ABCDEF", "a")).toBe(true);
      expect(await store.roomOfCode("ABCDEF")).toBe("a");
    });

    it("lets a token be spent once, and forgets it when it has expired anyway", async () => {
      expect(await store.spend("t", 100, 50)).toBe(true);
      expect(await store.spend("t", 100, 60)).toBe(false);
      expect(await store.spend("t", 300, 101)).toBe(true);
    });

    if (!keeps) return;

    it("has everything after it was closed and opened again", async () => {
      await store.append("a", 0, [entry("one")]);
      await store.claimCode("ABCDEF", "a");
      await store.close();
      store = make(place);
      expect((await store.read("a", 0, 10)).map((one) => textOf(one.payload))).toEqual(["one"]);
      expect(await store.roomOfCode("ABCDEF")).toBe("a");
    });

    it("rejects, and does not hang, once it is closed", async () => {
      await store.close();
      await expect(store.read("a", 0, 1)).rejects.toThrow("closed");
      store = make(place);
    });
  });
}

/** What a store must do that several processes write to at the same time; `make` gives one more process's view of it. */
export function describeSharedStore(
  name: string,
  make: (place: string) => SharedStore,
  newPlace: () => string,
): void {
  describe(name, () => {
    let one: SharedStore;
    let other: SharedStore;
    beforeEach(() => {
      const place = newPlace();
      one = make(place);
      other = make(place);
    });
    afterEach(() => Promise.all([one.close(), other.close()]));

    it("shows one process what another appended, and keeps both from the same place", async () => {
      const tries = await Promise.all(
        [...Array(20).keys()].map((at) =>
          (at % 2 ? one : other).append("a", 0, [entry(`${at}`), entry("and")]),
        ),
      );
      expect(tries.filter((tried) => tried.kind === "appended").length).toBe(1);
      expect((await one.read("a", 0, 99)).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await other.read("a", 0, 99)).toEqual(await one.read("a", 0, 99));
    });

    it("commits appends to many rooms from both sides, none lost, none twice, none in the way of others", async () => {
      const rooms = [...Array(30).keys()].map((at) => `room-${at}`);
      const write = async (store: SharedStore, by: string): Promise<number> => {
        let appended = 0;
        for (let round = 0; round < 5; round++) {
          const lasts = await store.lasts(rooms);
          const tried = await Promise.all(
            rooms.map((room) => store.append(room, lasts.get(room) ?? 0, [entry(`${by} ${round}`)])),
          );
          appended += tried.filter(({ kind }) => kind === "appended").length;
        }
        return appended;
      };
      const [first, second] = await Promise.all([write(one, "one"), write(other, "other")]);
      const lasts = await one.lasts([...rooms, "empty"]);
      expect([...lasts.values()].reduce((sum, last) => sum + last, 0)).toBe(first + second);
      expect(lasts.has("empty")).toBe(false);
      for (const room of rooms)
        expect((await one.read(room, 0, 99)).map(({ seq }) => seq)).toEqual(
          Array.from({ length: lasts.get(room) ?? 0 }, (_, at) => at + 1),
        );
    });

    it("gives turns one after another: what is appended in a turn comes after what was read in it", async () => {
      await one.append("a", 0, [entry("0")]);
      const count = async (store: SharedStore): Promise<void> => {
        const turn = await store.turn("a");
        const read = await turn.read(0, 99);
        expect(turn.last).toBe(read.length);
        expect(await turn.append([entry(`${turn.last}`)])).toEqual({ kind: "appended", from: turn.last + 1 });
        await turn.end();
      };
      await Promise.all([...Array(12).keys()].map((at) => count(at % 2 ? one : other)));
      expect((await one.read("a", 0, 99)).map(({ payload }) => textOf(payload))).toEqual(
        [...Array(13).keys()].map(String),
      );
    });

    it("lets the next one in when a turn ends without an append", async () => {
      const turn = await one.turn("a");
      expect([turn.last, await turn.read(0, 9)]).toEqual([0, []]);
      await turn.end();
      await turn.end();
      const next = await other.turn("a");
      expect(await next.append([entry("first")])).toEqual({ kind: "appended", from: 1 });
    });

    it("makes an append without a turn wait, and fail when the turn appended", async () => {
      await one.append("a", 0, [entry("0")]);
      const turn = await one.turn("a");
      const late = other.append("a", 1, [entry("late")]);
      await turn.append([entry("1")]);
      expect(await late).toEqual({ kind: "conflict" });
    });
  });
}
