import "fake-indexeddb/auto";
import { must } from "@crux/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDevices } from "../src/client/indexed-devices.ts";
import { type ClientDoors, createRoom, type JoinedRoom, joinRoom } from "../src/client/join-room.ts";
import { nowhere } from "../src/protocol/nowhere.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { Store } from "../src/store/store.ts";
import { example } from "./example.ts";
import { comeIn, makeRoom, until } from "./people.ts";
import { type RoomServer, startServer } from "./room-server.ts";

const title = { kind: "scenario", key: "" } as const;
const firstTerm = (room: JoinedRoom) =>
  ({ kind: "terms", key: must(room.getSnapshot().rows.terms[0], "a term").key }) as const;
const titleOf = (room: JoinedRoom) => room.getSnapshot().rows.scenario.texts.title;

describe("a session", () => {
  let store: Store;
  let server: RoomServer;
  /** What the store waits for before it writes, and how often it was asked to. */
  let disk = { ready: Promise.resolve(), asked: 0 };
  const open: JoinedRoom[] = [];
  beforeEach(async () => {
    disk = { ready: Promise.resolve(), asked: 0 };
    const memory = createMemoryStore();
    store = {
      ...memory,
      async append(...args) {
        disk.asked++;
        await disk.ready;
        return memory.append(...args);
      },
    };
    server = await startServer(store);
  });
  afterEach(async () => {
    for (const room of open.splice(0)) room.leave();
    expect(server.errors).toEqual([]);
    await server.close();
  });
  const pair = async (): Promise<[JoinedRoom, JoinedRoom]> => {
    const ann = await makeRoom(server.url);
    const bob = await comeIn(server.url, ann, "Bob");
    open.push(ann, bob);
    return [ann, bob];
  };

  it("undoes and redoes one's own edits only", async () => {
    const [ann, bob] = await pair();
    ann.edit.setText(firstTerm(ann), "c", "13");
    await until(bob, (view) => view.rows.terms[0]?.texts.c === "13");
    bob.edit.setText(firstTerm(bob), "gloss", "by Bob");
    await until(ann, (view) => view.rows.terms[0]?.texts.gloss === "by Bob");
    expect(bob.getSnapshot().canUndo).toBe(true);
    bob.undo();
    await until(ann, (view) => view.rows.terms[0]?.texts.gloss === "kept in memory");
    expect(bob.getSnapshot().canUndo).toBe(false);
    bob.undo();
    bob.redo();
    await until(ann, (view) => view.rows.terms[0]?.texts.gloss === "by Bob");
    expect(ann.getSnapshot().rows.terms[0]?.texts.c).toBe("13");
  });

  it("undoes what was typed into one text at once, and other edits one by one", async () => {
    const [ann] = await pair();
    const row = firstTerm(ann);
    for (const text of ["5", "55", "555"]) ann.edit.setText(row, "c", text);
    ann.edit.setText(row, "t", "7");
    ann.edit.all(() => {
      ann.edit.addRow("terms", { id: "a" });
      ann.edit.addRow("terms", { id: "b" });
    });
    ann.edit.setValue(row, "id", "renamed");
    const now = () => {
      const { terms } = ann.getSnapshot().rows;
      return [terms[0]?.id, terms[0]?.texts.c, terms[0]?.texts.t, terms.length];
    };
    expect(now()).toEqual(["renamed", "555", "7", 4]);
    ann.undo();
    expect(now()).toEqual(["table", "555", "7", 4]);
    ann.undo();
    expect(now()).toEqual(["table", "555", "7", 2]);
    ann.undo();
    expect(now()).toEqual(["table", "555", "1", 2]);
    ann.undo();
    expect(now()).toEqual(["table", "12", "1", 2]);
    expect(ann.getSnapshot().canUndo).toBe(false);
    ann.redo();
    expect(now()).toEqual(["table", "555", "1", 2]);
  });

  it("has one formula in force for everybody while someone types, and for who comes later", async () => {
    const [ann, bob] = await pair();
    ann.edit.setText(firstTerm(ann), "c", "14");
    ann.edit.setText(firstTerm(ann), "c", "14 +");
    await until(bob, (view) => view.rows.terms[0]?.texts.c === "14 +");
    const cat = await comeIn(server.url, ann, "Cat");
    open.push(cat);
    for (const room of [ann, bob, cat]) {
      const { scenario, issues } = await until(room, (view) => view.rows.terms[0]?.lastValid.c === "14");
      expect(scenario?.terms[0]?.c).toMatchObject({ kind: "number", value: { num: 14n } });
      expect(issues.map((one) => [one.field, one.inForce])).toEqual([["c", "last-valid"]]);
    }
  });

  it("asks before a term that is used is deleted", async () => {
    const [ann] = await pair();
    const { key } = firstTerm(ann);
    const asked = ann.edit.removeRow("terms", key);
    expect(asked.kind === "in-use" && asked.by.map((use) => use.id)).toEqual(["store", "store", "a1"]);
    expect(ann.getSnapshot().rows.terms.length).toBe(2);
    expect(ann.edit.removeRow("terms", key, "anyway")).toEqual({ kind: "removed" });
    expect(ann.getSnapshot().rows.terms.length).toBe(1);
  });

  it("shows who is where, and that they left", async () => {
    const [ann, bob] = await pair();
    const place = { ...nowhere, row: `terms/${firstTerm(bob).key}`, field: "c", editing: true };
    bob.move(place);
    const placeOfBob = (room: JoinedRoom) =>
      room.getSnapshot().people.find((one) => one.name === "Bob")?.at[0]?.place;
    await until(ann, () => placeOfBob(ann)?.editing === true);
    expect(placeOfBob(ann)).toEqual(place);
    bob.leave();
    await until(ann, () => placeOfBob(ann) === undefined);
  });

  it("brings people to a place, renames, pins and hands the room over", async () => {
    const [ann, bob] = await pair();
    const place = { ...nowhere, tab: "map" };
    ann.send({ kind: "call-people", place });
    bob.send({ kind: "rename", name: "Robert" });
    ann.send({ kind: "reveal-estimates" });
    bob.send({ kind: "pin", g: "19/8" });
    ann.send({ kind: "hand-over", person: must(bob.getSnapshot().you, "Bob").id });
    const view = await until(ann, (one) => one.you?.role === "debater" && Object.keys(one.pins).length === 1);
    expect(view.call?.place).toEqual(place);
    expect(view.people.map((one) => [one.name, one.role, one.colour])).toEqual([
      ["Ann", "debater", 0],
      ["Robert", "moderator", 1],
    ]);
    ann.send({ kind: "renew-code" });
    expect((await until(ann, (one) => one.lastRefusal !== null)).lastRefusal?.code).toBe("not-allowed");
  });

  it("keeps what was refused as a draft, and goes on from the room's document", async () => {
    const [ann, bob] = await pair();
    // Bob's words are on their way when he loses the right to write them: he has not heard of it yet.
    let written = (): void => {};
    disk = {
      ready: new Promise((resolve) => {
        written = resolve;
      }),
      asked: 0,
    };
    ann.send({ kind: "set-role", person: must(bob.getSnapshot().you, "Bob").id, role: "viewer" });
    await expect.poll(() => disk.asked).toBe(1);
    bob.edit.setText(title, "title", "Bob's title");
    await new Promise((resolve) => setTimeout(resolve, 50));
    written();
    const view = await until(bob, (one) => one.drafts.length === 1 && one.connection.kind === "online");
    expect(view.drafts[0]).toMatchObject({
      refusal: { code: "not-allowed" },
      scenario: { title: "Bob's title" },
    });
    await until(bob, (one) => one.rows.scenario.texts.title === example.title && !one.canEdit);
    expect(bob.edit.setText(title, "title", "again")).toBe(false);
    ann.send({ kind: "set-role", person: must(bob.getSnapshot().you, "Bob").id, role: "debater" });
    await until(bob, (one) => one.canEdit);
    bob.edit.setText(title, "title", "Allowed");
    await until(ann, (one) => one.rows.scenario.texts.title === "Allowed");
  });

  it("tells people to come back when the server ends, and loses nothing meanwhile", async () => {
    const [ann, bob] = await pair();
    const { port } = new URL(server.url);
    const kept = { ...store, close: async () => {} };
    ann.send({ kind: "reveal-estimates" });
    await until(ann, (view) => view.saving.kind === "saved");
    await server.close();
    await until(ann, (view) => view.connection.kind === "offline");
    ann.edit.setText(title, "title", "While away");
    ann.send({ kind: "pin", g: "5" });
    await until(ann, (view) => view.saving.kind === "kept");
    expect(ann.getSnapshot().saving).toEqual({ kind: "kept", count: 2 });
    server = await startServer(kept, {}, Number(port));
    await until(ann, (view) => view.saving.kind === "saved" && view.connection.kind === "online");
    await until(
      bob,
      (view) => view.rows.scenario.texts.title === "While away" && Object.keys(view.pins).length === 1,
    );
  });

  describe("on a device of its own", () => {
    let count = 0;
    const deviceDoors = (name: string): ClientDoors => ({ server: server.url, devices: openDevices(name) });
    const entered = async (joined: ReturnType<typeof joinRoom>): Promise<JoinedRoom> => {
      const result = await joined;
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      open.push(result.value);
      return result.value;
    };

    it("opens a known room without the server, edits, and merges on return; reloading offline loses nothing", async () => {
      const name = `device-${++count}`;
      const ann = await entered(createRoom({ name: "Ann", scenario: example }, deviceDoors(name)));
      await until(ann, (view) => view.connection.kind === "online" && view.saving.kind === "saved");
      const bob = await comeIn(server.url, ann, "Bob");
      open.push(bob);
      const you = ann.getSnapshot().you?.id;
      ann.send({ kind: "reveal-estimates" });
      await until(bob, (view) => view.estimates.blind === false);
      await until(ann, (view) => view.saving.kind === "saved");
      ann.leave();
      const unreachable = { ...deviceDoors(name), server: "http://127.0.0.1:9" };
      const offline = await entered(joinRoom({ room: { id: ann.id }, name: "Ann" }, unreachable));
      expect(titleOf(offline)).toBe(example.title);
      expect(offline.getSnapshot().you?.id).toBe(you);
      offline.edit.setText(firstTerm(offline), "gloss", "from the train");
      offline.send({ kind: "pin", g: "7/2" });
      bob.edit.setText(firstTerm(bob), "c", "99");
      await until(bob, (view) => view.saving.kind === "saved");
      await new Promise((resolve) => setTimeout(resolve, 50));
      offline.leave();
      // The page is loaded again, still without a server …
      const again = await entered(joinRoom({ room: { id: ann.id }, name: "Ann" }, unreachable));
      expect(again.getSnapshot().rows.terms[0]?.texts.gloss).toBe("from the train");
      expect(again.getSnapshot().saving).toEqual({ kind: "kept", count: 2 });
      expect(again.getSnapshot().canEdit).toBe(true);
      again.leave();
      // … and once more with one.
      const back = await entered(
        joinRoom({ room: { code: ann.getSnapshot().code.value ?? "" }, name: "Ann" }, deviceDoors(name)),
      );
      await until(back, (view) => view.saving.kind === "saved" && view.rows.terms[0]?.texts.c === "99");
      const view = await until(bob, (one) => one.rows.terms[0]?.texts.gloss === "from the train");
      expect(Object.values(view.pins)).toEqual(["7/2"]);
      expect(view.people.length).toBe(2);
      expect(back.getSnapshot().you?.id).toBe(you);
    });

    it("lets two tabs of one device edit at once, as one person", async () => {
      const name = `device-${++count}`;
      const first = await entered(createRoom({ name: "Ann", scenario: example }, deviceDoors(name)));
      await until(first, (view) => view.saving.kind === "saved" && view.connection.kind === "online");
      const second = await entered(joinRoom({ room: { id: first.id }, name: "Ann" }, deviceDoors(name)));
      await until(second, (view) => view.connection.kind === "online");
      for (let at = 0; at < 5; at++) {
        first.edit.addRow("terms", { id: `f${at}`, c: "1" });
        second.edit.addRow("terms", { id: `s${at}`, c: "1" });
      }
      await until(first, (view) => view.rows.terms.length === 12 && view.saving.kind === "saved");
      await until(second, (view) => view.rows.terms.length === 12 && view.saving.kind === "saved");
      await until(first, (view) => view.people.length === 1 && view.people[0]?.at.length === 2);
      expect([first, second].flatMap((room) => room.getSnapshot().drafts)).toEqual([]);
    });
  });
});
