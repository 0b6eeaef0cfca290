import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { example } from "../../test/example.ts";
import { seeded } from "../../test/seeded.ts";
import { createSimClock, promisesDone, type SimClock } from "../../test/sim-clock.ts";
import { canonicalText, fingerprint } from "../base/canonical.ts";
import { emptyState } from "../command/room-state.ts";
import { contentOf, createDocument } from "../document/document.ts";
import { setText } from "../document/edit.ts";
import { seedDocument } from "../document/seed.ts";
import { refuse } from "../protocol/refusal.ts";
import type { Replies, Reply, Synced } from "../wire/messages.ts";
import { coreReader } from "./core-reader.ts";
import { createMemoryDevice } from "./device.ts";
import { openSession, type Session } from "./session.ts";
import type { WireEvents } from "./wire.ts";

const ann = "0".repeat(26);
const person = { id: ann, name: "Ann", role: "debater", colour: 0 } as const;
const titleRow = { kind: "scenario", key: "" } as const;

/** A server that a test plays by hand: what was asked, and a way to answer. */
type Asked = {
  readonly name: keyof Replies;
  readonly payload: unknown;
  answer(reply: Reply<unknown> | null): void;
};

describe("a session that a test answers by hand", () => {
  let clock: SimClock;
  let asked: Asked[];
  let events: WireEvents;
  let restarts: number;
  let session: Session;
  /** What the device's storage waits for before it writes. */
  let disk: Promise<void>;
  const server = createDocument();
  Y.applyUpdate(server, seedDocument(example));

  const synced = (seq: number): Synced => ({
    seq,
    update: Y.encodeStateAsUpdate(server),
    stateVector: Y.encodeStateVector(server),
    state: { ...emptyState, people: { [ann]: person } },
    presence: [],
    you: { person: ann, connection: "c" },
    now: clock.now(),
    pseudonym: null,
    leases: [5_000 + seq, 6_000 + seq],
  });
  const last = (name: string): Asked => asked.findLast((one) => one.name === name)!;
  const names = (): string[] => asked.map((one) => one.name).filter((name) => name !== "clock");

  beforeEach(async () => {
    clock = createSimClock();
    asked = [];
    restarts = 0;
    disk = Promise.resolve();
    const memory = createMemoryDevice();
    session = await openSession(ann, {
      device: {
        ...memory,
        keepUpdate: (update, isLocal) => disk.then(() => memory.keepUpdate(update, isLocal)),
        keepCommand: (waiting) => disk.then(() => memory.keepCommand(waiting)),
      },
      connect(given) {
        events = given;
        return {
          request: (name, payload, answer) =>
            asked.push({ name, payload, answer: answer as Asked["answer"] }),
          tell: () => {},
          restart: () => restarts++,
          close: () => {},
        };
      },
      reader: coreReader,
      clock,
      random: seeded(1).bytes,
    });
    events.up();
    last("sync").answer({ ok: true, value: synced(10) });
  });

  it("sends nothing before it is in step, one update at a time after, and says when all is saved", async () => {
    expect(session.getSnapshot().saving).toEqual({ kind: "saved" });
    session.edit((doc) => setText(doc, titleRow, "title", "One"));
    await clock.run(1);
    session.edit((doc) => setText(doc, titleRow, "title", "One two"));
    await clock.run(1);
    expect(names()).toEqual(["sync", "update"]);
    expect(session.getSnapshot().saving).toEqual({ kind: "saving" });
    last("update").answer({ ok: true, value: { seq: 11 } });
    await clock.run(100);
    expect(names()).toEqual(["sync", "update", "update"]);
    expect(session.getSnapshot().saving).toEqual({ kind: "saving" });
    last("update").answer({ ok: true, value: { seq: 12 } });
    expect(session.getSnapshot().saving).toEqual({ kind: "saved" });
  });

  it("keeps and counts what it can't send, and sends what the server lacks once it is back", async () => {
    events.down();
    session.edit((doc) => setText(doc, titleRow, "title", "Kept"));
    session.send({ kind: "pin", g: "2" });
    await clock.run(50);
    expect(session.getSnapshot()).toMatchObject({
      connection: { kind: "offline" },
      saving: { kind: "kept", count: 2 },
    });
    events.up();
    last("sync").answer({ ok: true, value: { ...synced(12), leases: [] } });
    expect(names()).toEqual(["sync", "sync", "update", "command"]);
    const { update } = last("update").payload as { update: Uint8Array };
    const copy = createDocument();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(server));
    Y.applyUpdate(copy, update);
    expect(contentOf(copy).scenario).toMatchObject({ title: "Kept" });
  });

  it.each([
    ["an edit", () => session.edit((doc) => setText(doc, titleRow, "title", "Kept"))],
    ["a command", () => session.send({ kind: "pin", g: "2" })],
  ])("says that %s is kept on the device only once the device has it", async (_, act) => {
    let write = (): void => {};
    disk = new Promise((resolve) => {
      write = resolve;
    });
    events.down();
    act();
    await promisesDone();
    expect(session.getSnapshot().saving).toEqual({ kind: "saving" });
    write();
    await promisesDone();
    expect(session.getSnapshot().saving).toEqual({ kind: "kept", count: 1 });
  });

  it("syncs when it missed an entry, and when it has heard nothing for a while", async () => {
    events.message("entries", { from: 13, list: [{ kind: "silent" }], hash: null });
    expect(names()).toEqual(["sync", "sync"]);
    last("sync").answer({ ok: true, value: synced(13) });
    events.message("entries", { from: 13, list: [{ kind: "silent" }, { kind: "silent" }], hash: null });
    expect(names()).toEqual(["sync", "sync"]);
    await clock.run(70_000);
    expect(names()).toEqual(["sync", "sync", "sync"]);
  });

  it("takes the server's document when its own turns out to differ, and not when it is the same", async () => {
    const hash = fingerprint(canonicalText(contentOf(server)));
    events.message("entries", { from: 11, list: [{ kind: "silent" }], hash });
    await promisesDone();
    expect(names()).toEqual(["sync"]);
    events.message("entries", { from: 12, list: [{ kind: "silent" }], hash: "another" });
    await promisesDone();
    expect(names()).toEqual(["sync", "sync"]);
    expect((last("sync").payload as { stateVector: Uint8Array }).stateVector).toEqual(Uint8Array.of(0));
    last("sync").answer({ ok: true, value: synced(12) });
    expect(contentOf(session.document())).toEqual(contentOf(server));
    expect(session.getSnapshot().drafts).toEqual([]);
  });

  it("does what a refusal says: waits, syncs, asks for a new ticket, or gives up", async () => {
    session.send({ kind: "pin", g: "2" });
    last("command").answer({ ok: false, refusal: refuse("too-fast", "", 1_000) });
    await clock.run(900);
    expect(names()).toEqual(["sync", "command"]);
    await clock.run(200);
    expect(names()).toEqual(["sync", "command", "command"]);
    last("command").answer({ ok: false, refusal: refuse("bad-ticket") });
    expect(restarts).toBe(1);
    events.down();
    events.up();
    last("sync").answer({ ok: true, value: synced(12) });
    last("command").answer({ ok: false, refusal: refuse("not-saved") });
    expect(names().slice(-2)).toEqual(["command", "sync"]);
    last("sync").answer({ ok: true, value: synced(12) });
    last("command").answer({ ok: false, refusal: refuse("bad-number") });
    expect(session.getSnapshot()).toMatchObject({
      lastRefusal: { code: "bad-number" },
      saving: { kind: "saved" },
    });
  });

  it("does not listen to an answer that belongs to an earlier connection", async () => {
    session.edit((doc) => setText(doc, titleRow, "title", "Late"));
    await clock.run(1);
    const late = last("update");
    events.down();
    late.answer({ ok: true, value: { seq: 11 } });
    expect(session.getSnapshot().saving).toEqual({ kind: "kept", count: 1 });
  });

  it("ends for good when the server says so", () => {
    events.refused(refuse("no-entry"));
    expect(session.getSnapshot()).toMatchObject({
      connection: { kind: "ended", refusal: { code: "no-entry" } },
      canEdit: false,
    });
    expect(session.edit(() => {})).toBe(false);
  });
});
