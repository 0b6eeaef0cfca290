import { readFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import { emptyDebate } from "../src/command/debate-state.ts";
import { overlayRef } from "../src/command/hideable.ts";
import { emptySession } from "../src/command/session-state.ts";
import { readRows } from "../src/document/rows.ts";
import { toScenarioJson } from "../src/document/scenario-json.ts";
import { loadReplica, type Replica } from "../src/log/replica.ts";
import { takeSnapshot } from "../src/log/snapshot.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { NewEntry } from "../src/store/store.ts";
import { example } from "./example.ts";

const ann = "0".repeat(26);
const bob = "1".repeat(26);

/** The log of a room as version 1 wrote it: every kind of event, and edits. Never changed, only joined by newer ones. */
const storedAs = (name: string): NewEntry[] => {
  const stored = JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8")) as {
    entries: (Omit<NewEntry, "payload"> & { payload: string })[];
  };
  return stored.entries.map((one) => ({
    ...one,
    payload: new Uint8Array(Buffer.from(one.payload, "base64")),
  }));
};

/** The room of a stored log, loaded through a snapshot. */
async function loaded(name: string): Promise<{ folded: Replica; replica: Replica }> {
  const store = createMemoryStore();
  await store.append("room", 0, storedAs(name));
  const folded = must((await loadReplica(store, "room")) ?? undefined, "a room");
  await store.saveSnapshot("room", await takeSnapshot(folded, store, "room"));
  return { folded, replica: must((await loadReplica(store, "room")) ?? undefined, "a room") };
}

describe("a log that version 1 wrote", () => {
  it("still opens, and means what it meant, also through a snapshot", async () => {
    const { folded, replica } = await loaded("room-v1.json");
    expect(replica.state).toEqual({
      people: {
        [ann]: { id: ann, name: "Ann", role: "participant", colour: 0 },
        [bob]: { id: bob, name: "Robert", role: "moderator", colour: 1 },
      },
      code: { value: "HJKMNP", hidden: false, role: "viewer" },
      closed: true,
      pins: { [bob]: "19/8" },
      call: {
        by: ann,
        place: { row: "terms/new", field: "c", editing: true, tab: "map", g: "2", following: null },
        seq: 12,
      },
      estimates: {
        blind: false,
        values: { [bob]: { g: "19/8", credences: {}, applicability: {} } },
        count: 1,
        before: null,
      },
      debate: emptyDebate,
      session: { ...emptySession, notes: expect.any(Array) },
    });
    expect(replica.state.session.notes.map(({ kind }) => kind)).toEqual([
      "set-code",
      "renew-code",
      "hand-over",
      "set-role",
      "close-room",
    ]);
    expect([...(replica.leases.values() ?? [])]).toEqual([ann, ann, ann, ann, bob, bob, bob, bob]);
    expect([...(replica.streams.get(bob) ?? [])]).toEqual([["frozen00", 8]]);
    expect(toScenarioJson(readRows(folded.doc))).toEqual({
      ...example,
      title: "Store, or derive?",
      terms: [...example.terms, { id: "cache", c: "3", why: { a: 1 } }],
    });
  });
});

describe("a log that version 2 wrote", () => {
  it("still opens, with every kind of thing that people said in it", async () => {
    const { folded, replica } = await loaded("room-v2.json");
    expect(replica.state).toEqual(folded.state);
    const { debate, estimates, pins } = replica.state;
    const outcomes = Object.values(debate.objections).map(({ id, outcome }) => [id, outcome?.kind ?? "open"]);
    expect(outcomes).toEqual([
      ["objection1", "open"],
      ["objection2", "withdrawn"],
      ["objection3", "conceded"],
      ["objection4", "answered"],
      ["objection5", "merged"],
      ["objection6", "open"],
      ["objection7", "open"],
    ]);
    expect(debate.objections.objection7).toMatchObject({
      author: ann,
      kind: "rebut",
      text: "Less.",
      replyTo: "objection1",
      stamp: { version: "12", map: null },
      seq: 10,
    });
    expect(debate.objections.objection6).toMatchObject({ anchor: { kind: "scenario" }, rows: [] });
    expect(debate.endorsements).toEqual({ "objection/objection7": { [bob]: 10 } });
    expect(debate.reactions).toEqual({ "terms/s1/c": { [bob]: ["crux-for-me"] } });
    expect(debate.overlays).toMatchObject({
      "group/Row 1": { members: [bob, ann], by: bob, g: "3/2", seq: 21 },
    });
    expect(debate.claims).toEqual({
      claim0001: { id: "claim0001", by: bob, text: "c(rule) < c(table)", seq: 25 },
    });
    expect(estimates).toEqual({
      blind: true,
      values: { [ann]: { g: "rather-not", credences: {}, applicability: {} } },
      count: 1,
      before: { [bob]: { g: "19/8", credences: { s0: "3/4" }, applicability: { objection6: "1/2" } } },
    });
    expect(pins).toEqual({});
  });
});

describe("a log that version 4 wrote", () => {
  it("still opens, with a whole meeting, its moderation and its pseudonyms in it", async () => {
    const cy = "2".repeat(26);
    const { folded, replica } = await loaded("room-v4.json");
    expect(replica.state).toEqual(folded.state);
    expect(replica.pseudonyms).toEqual(folded.pseudonyms);
    const { session, estimates, debate, people } = replica.state;
    const as = must(replica.pseudonyms.get(cy), "a pseudonym");
    expect([session.phase, session.past.map(({ name }) => name)]).toEqual([
      { id: "quiet", since: 1_800_000_013_000, seq: 12 },
      ["Estimate"],
    ]);
    expect(session.timers).toEqual({
      phase: { total: 1_860_000, left: 1_841_500, since: null, seq: 12 },
      speaker: null,
    });
    expect(session.floor).toEqual({
      hands: {},
      speaker: null,
      thread: 28,
      turns: { [bob]: 1 },
      seconds: 120,
    });
    expect(session.polls.poll00001).toMatchObject({
      blind: true,
      closed: false,
      anonymous: true,
      answers: { [as]: "0" },
      before: { [as]: "1" },
    });
    expect(session.lost).toEqual({ by: { "terms/s1": [cy] }, counts: { "terms/s1": 1 } });
    expect(Object.keys(session.glosses)).toEqual(["terms/s1"]);
    expect(session.checkpoints.map(({ name }) => name)).toEqual(["Before the end"]);
    expect(Object.keys(session.locks)).toEqual(["terms/s0"]);
    expect(Object.keys(session.hidden)).toEqual([overlayRef("group/Row 1")]);
    expect(Object.keys(session.muted)).toEqual([bob]);
    expect([session.doorClosed, session.anonymous, session.timePercent]).toEqual([true, true, 150]);
    expect(session.notes.map(({ kind }) => kind).join(" ")).toBe(
      "set-agenda lock-term skip-hand hide hide unhide mute mute unmute remove-person readmit-person remove-person close-door set-anonymous",
    );
    expect(estimates.values[cy]?.because).toEqual({ objection: null, words: "The table is small." });
    expect(debate.objections.objection1?.author).toBe(as);
    expect([people[bob]?.removed, people[cy]?.removed]).toEqual([undefined, true]);
  });
});
