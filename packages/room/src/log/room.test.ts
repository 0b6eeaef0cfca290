import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { example } from "../../test/example.ts";
import { updateOf } from "../../test/raw-client.ts";
import { systemClock, systemRandom } from "../base/doors.ts";
import { writeEvent } from "../command/events.ts";
import { createDocument } from "../document/document.ts";
import { changeText, setText } from "../document/edit.ts";
import { seedDocument } from "../document/seed.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { Store } from "../store/store.ts";
import type { Entries, Reply } from "../wire/messages.ts";
import type { RoomDoors } from "./live.ts";
import { loadReplica, mostAtOnce } from "./replica.ts";
import { openRoom, type Room } from "./room.ts";
import { createRooms } from "./rooms.ts";

const ann = "0".repeat(26);
const doorsTo = (store: Store): RoomDoors => ({
  store,
  clock: systemClock,
  random: systemRandom,
  freshCode: async () => "ABCDEF",
});
const open = async (store: Store): Promise<Room> => must(await openRoom("room", doorsTo(store)), "the room");

async function madeStore(): Promise<Store> {
  const store = createMemoryStore();
  const created = writeEvent({ kind: "created", person: ann, name: "Ann", code: "ABCDEF" });
  await store.append("room", 0, [
    { at: 0, by: ann, kind: "event", payload: created },
    { at: 0, by: "server", kind: "scenario-update", payload: seedDocument(example) },
  ]);
  return store;
}

const ask = <T>(send: (answer: (reply: Reply<T>) => void) => void): Promise<Reply<T>> => new Promise(send);
const pin = (room: Room, n: number) =>
  ask((answer) =>
    room.command(ann, { id: { stream: "ann00000", n }, command: { kind: "pin", g: `${n}` } }, answer),
  );
const codeOf = (reply: Reply<unknown>): string => (reply.ok ? "ok" : reply.refusal.code);

/** Syncs as Ann and gives a document to write with. */
async function syncedDocument(room: Room): Promise<Y.Doc> {
  const entrant = { person: ann, name: "Ann", role: "debater" } as const;
  const doc = createDocument();
  const have = { stateVector: Y.encodeStateVector(doc), spareIds: 0 };
  const reply = await ask<Parameters<Parameters<Room["sync"]>[2]>[0] extends Reply<infer T> ? T : never>(
    (answer) => room.sync(entrant, have, answer),
  );
  if (!reply.ok) throw new Error(reply.refusal.code);
  Y.applyUpdate(doc, reply.value.update);
  doc.clientID = must(reply.value.leases[0], "a lease");
  return doc;
}

describe("a room", () => {
  it("acknowledges before it broadcasts, both after the commit, in the order of arrival", async () => {
    const heard: string[] = [];
    const memory = await madeStore();
    const store: Store = {
      ...memory,
      async append(room, after, entries) {
        const appended = await memory.append(room, after, entries);
        heard.push(`committed ${entries.length}`);
        return appended;
      },
    };
    const room = await open(store);
    room.listen({
      entries: ({ from, list }: Entries) => heard.push(`broadcast ${from}+${list.length}`),
      resync: () => {},
      gone: () => {},
    });
    await Promise.all(
      [1, 2, 3].map((n) => pin(room, n).then((reply) => heard.push(`${codeOf(reply)} ${n}`))),
    );
    expect(heard.filter((one) => one.startsWith("ok"))).toEqual(["ok 1", "ok 2", "ok 3"]);
    expect(heard.filter((one) => !one.startsWith("ok"))).toEqual(["committed 3", "broadcast 3+3"]);
  });

  it("tells nobody of what could not be saved, and goes on from its log", async () => {
    const memory = await madeStore();
    let isFull = false;
    const room = await open({
      ...memory,
      append: async (...args) => {
        if (isFull) throw new Error("disk full");
        return memory.append(...args);
      },
    });
    const doc = await syncedDocument(room);
    const heard: Entries[] = [];
    let resyncs = 0;
    room.listen({ entries: (entries) => heard.push(entries), resync: () => resyncs++, gone: () => {} });
    isFull = true;
    const update = updateOf(doc, () => setText(doc, { kind: "scenario", key: "" }, "title", "lost?"));
    const replies = await Promise.all([ask((answer) => room.update(ann, update, answer)), pin(room, 1)]);
    expect(replies.map(codeOf)).toEqual(["not-saved", "not-saved"]);
    await expect.poll(() => resyncs).toBe(1);
    expect([heard, room.state().pins]).toEqual([[], {}]);
    isFull = false;
    expect(codeOf(await ask((answer) => room.update(ann, update, answer)))).toBe("ok");
    expect(codeOf(await pin(room, 1))).toBe("ok");
  });

  it("ends for everybody once it was erased, whoever notices, and answers whoever asks", async () => {
    const memory = await madeStore();
    let isErased = false;
    const store: Store = {
      ...memory,
      append: async (...args) => (isErased ? { kind: "conflict" } : memory.append(...args)),
      snapshot: async (room) => (isErased ? null : memory.snapshot(room)),
      read: async (...args) => (isErased ? [] : memory.read(...args)),
    };
    const rooms = createRooms(doorsTo(store));
    const [writing, reading] = [await open(store), must(await rooms.hold("room"), "a room")];
    const gone = [writing, reading].map(
      (room) =>
        new Promise<void>((resolve) => room.listen({ entries: () => {}, resync: () => {}, gone: resolve })),
    );
    isErased = true;
    expect(codeOf(await pin(writing, 1))).toBe("not-ready");
    rooms.miss("room");
    await Promise.all(gone);
    expect(codeOf(await pin(writing, 2))).toBe("not-ready");
    const entrant = { person: ann, name: "Ann", role: "moderator" } as const;
    const have = { stateVector: Y.encodeStateVector(new Y.Doc()), spareIds: 0 };
    expect(codeOf(await ask((answer) => writing.sync(entrant, have, answer)))).toBe("no-entry");
    expect(await rooms.hold("room")).toBeNull();
  });

  it("notices that another process wrote to its log, reads what is new, and decides again", async () => {
    const store = await madeStore();
    const [first, second] = [await open(store), await open(store)];
    expect(codeOf(await pin(first, 1))).toBe("ok");
    const resynced = new Promise<void>((resolve) => {
      second.listen({ entries: () => {}, resync: resolve, gone: () => {} });
    });
    // The same request again: it was done by the other process.
    expect(codeOf(await pin(second, 1))).toBe("ok");
    await resynced;
    expect(second.state().pins).toEqual({ [ann]: "1" });
    expect((await store.read("room", 0, 99)).length).toBe(3);
    expect(codeOf(await pin(second, 2))).toBe("ok");
    expect((await store.read("room", 0, 99)).length).toBe(4);
  });

  it("gives a joiner nothing that is not on disk", async () => {
    const memory = await madeStore();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isHeld = false;
    const room = await open({
      ...memory,
      append: async (...args) => {
        if (isHeld) await held;
        return memory.append(...args);
      },
    });
    const doc = await syncedDocument(room);
    isHeld = true;
    const update = updateOf(doc, () => setText(doc, { kind: "scenario", key: "" }, "title", "on its way"));
    let isSaved = false;
    room.update(ann, update, () => {
      isSaved = true;
    });
    let answeredWhenSaved: boolean | null = null;
    const joined = syncedDocument(room).then((joiner) => {
      answeredWhenSaved = isSaved;
      return joiner;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([isSaved, answeredWhenSaved]).toEqual([false, null]);
    release();
    expect((await joined).getMap("scenario").toJSON().title).toBe("on its way");
    expect(answeredWhenSaved).toBe(true);
  });

  it("writes a snapshot when its log has grown, and opens from it and the tail", async () => {
    const store = await madeStore();
    const room = await open(store);
    for (let n = 1; n <= 205; n++) await pin(room, n);
    await room.settle();
    const snapshot = must(await store.snapshot("room"), "a snapshot");
    expect(snapshot.seq).toBeGreaterThanOrEqual(200);
    await pin(room, 206);
    const reads: number[] = [];
    const counted: Store = {
      ...store,
      read: (id, after, limit) => {
        reads.push(after);
        return store.read(id, after, limit);
      },
    };
    expect((await open(counted)).state()).toEqual(room.state());
    expect(reads).toEqual([snapshot.seq]);
  });
});

describe("rooms", () => {
  it("opens a room once for all who come at the same time, and lets it go when nobody is there", async () => {
    const tasks: (() => void)[] = [];
    const clock = {
      now: () => 0,
      after(_ms: number, task: () => void) {
        tasks.push(task);
        return () => {};
      },
    };
    const rooms = createRooms({ store: createMemoryStore(), clock, random: systemRandom });
    const { id } = await rooms.create(example, { name: "Ann", secret: "s" });
    const [a, b] = await Promise.all([rooms.hold(id), rooms.hold(id)]);
    expect(a).toBe(b);
    rooms.release(id);
    rooms.release(id);
    tasks.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const again = await rooms.hold(id);
    expect([again?.id, again === a]).toEqual([id, false]);
    expect(await rooms.hold("nowhere")).toBeNull();
  });
});

describe("a room in which nothing happens", () => {
  it("lets its document rest, and goes on as if it had not", async () => {
    const tasks: (() => void)[] = [];
    let now = 0;
    const clock = {
      now: () => now,
      after(_ms: number, task: () => void) {
        tasks.push(task);
        return () => {};
      },
    };
    const store = await madeStore();
    const replica = must(await loadReplica(store, "room"), "a room");
    const before = replica.doc;
    const content = before.toJSON();
    replica.rest();
    replica.rest();
    expect([before.isDestroyed, replica.doc === before, replica.doc.toJSON()]).toEqual([
      true,
      false,
      content,
    ]);

    const room = must(await openRoom("room", { ...doorsTo(store), clock }), "a room");
    room.listen({ entries: () => {}, resync: () => {}, gone: () => {} });
    const doc = await syncedDocument(room);
    now += 60_000;
    for (const task of tasks.splice(0)) task();
    const update = updateOf(doc, () => setText(doc, { kind: "scenario", key: "" }, "title", "awake"));
    const reply = await new Promise<{ ok: boolean }>((resolve) => room.update(ann, update, resolve));
    expect(reply.ok).toBe(true);
    expect((await syncedDocument(room)).getMap("scenario").toJSON().title).toBe("awake");
  });
});

describe("a room whose document is large", () => {
  it("is stored and opened aside, a little at a time, and holds what it held", async () => {
    const store = await madeStore();
    const room = must(await openRoom("room", doorsTo(store)), "a room");
    const doc = await syncedDocument(room);
    const ref = { kind: "scenario", key: "" } as const;
    for (let at = 0; at < 150; at++) {
      const update = updateOf(doc, () =>
        changeText(doc, ref, "summary", { at: at % 7, remove: at % 3, insert: `${at} `.repeat(300) }),
      );
      const reply = await new Promise<{ ok: boolean }>((resolve) => room.update(ann, update, resolve));
      expect(reply.ok).toBe(true);
    }
    await room.settle();
    const snapshot = must((await store.snapshot("room")) ?? undefined, "a snapshot");
    expect(snapshot.document.length).toBeGreaterThan(mostAtOnce);
    expect(snapshot.seq).toBe(room.seq());
    const again = must(await loadReplica(store, "room"), "a room");
    expect(again.doc.toJSON()).toEqual(doc.toJSON());
    expect(again.whole().update).toEqual(snapshot.document);
    expect(again.whole().stateVector).toEqual(Y.encodeStateVector(doc));
  });
});
