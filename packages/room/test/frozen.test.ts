import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyDebate } from "../src/command/debate-state.ts";
import { readRows } from "../src/document/rows.ts";
import { toScenarioJson } from "../src/document/scenario-json.ts";
import { loadReplica, toSnapshot } from "../src/log/replica.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { NewEntry } from "../src/store/store.ts";
import { example } from "./example.ts";

const ann = "0".repeat(26);
const bob = "1".repeat(26);

/** The log of a room as version 1 wrote it: every kind of event, and edits. Never changed, only joined by newer ones. */
const stored = JSON.parse(readFileSync(join(import.meta.dirname, "fixtures/room-v1.json"), "utf8")) as {
  entries: (Omit<NewEntry, "payload"> & { payload: string })[];
};

describe("a log that version 1 wrote", () => {
  it("still opens, and means what it meant, also through a snapshot", async () => {
    const store = createMemoryStore();
    const entries = stored.entries.map((one) => ({
      ...one,
      payload: new Uint8Array(Buffer.from(one.payload, "base64")),
    }));
    await store.append("room", 0, entries);
    const folded = await loadReplica(store, "room");
    if (folded === null) throw new Error("no room");
    await store.saveSnapshot("room", toSnapshot(folded));
    const replica = await loadReplica(store, "room");
    expect(replica?.state).toEqual({
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
    });
    expect([...(replica?.leases.values() ?? [])]).toEqual([ann, ann, ann, ann, bob, bob, bob, bob]);
    expect([...(replica?.streams.get(bob) ?? [])]).toEqual([["frozen00", 8]]);
    expect(toScenarioJson(readRows(folded.doc))).toEqual({
      ...example,
      title: "Store, or derive?",
      terms: [...example.terms, { id: "cache", c: "3", why: { a: 1 } }],
    });
  });
});
