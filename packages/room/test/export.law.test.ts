import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { systemClock } from "../src/base/doors.ts";
import { command } from "../src/command/commands.ts";
import { writeEvent } from "../src/command/events.ts";
import { defaultAgenda } from "../src/command/phase.ts";
import type { RoomState } from "../src/command/room-state.ts";
import { stateFor } from "../src/command/sight.ts";
import { contentOf, createDocument } from "../src/document/document.ts";
import { setText } from "../src/document/edit.ts";
import { seedDocument } from "../src/document/seed.ts";
import { exportRoom } from "../src/log/export-room.ts";
import { importRoom } from "../src/log/import-room.ts";
import type { Past } from "../src/log/look-back.ts";
import { loadReplica, type Replica, selfOf } from "../src/log/replica.ts";
import { openRoom, type Room } from "../src/log/room.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { NewEntry, Store } from "../src/store/store.ts";
import { example } from "./example.ts";
import { randomDeed } from "./random-deed.ts";
import { updateOf } from "./raw-client.ts";
import { runs, type Seeded, seeded, seedsToRun } from "./seeded.ts";

const [ann, bob, pat] = ["0", "1", "2"].map((digit) => digit.repeat(26)) as [string, string, string];
const people = [ann, bob, pat];
const deeds = 120;

/** A room in which three people did whatever came to their minds. */
async function livelyRoom(random: Seeded): Promise<{ store: Store; room: Room; done: number }> {
  const store = createMemoryStore();
  const created = writeEvent({ kind: "created", person: ann, name: "Ann", code: "ABCDEF" });
  await store.append("room", 0, [
    { at: 1, by: ann, kind: "event", payload: created },
    { at: 1, by: "server", kind: "scenario-update", payload: seedDocument(example) },
  ]);
  const doors = { store, clock: systemClock, random: random.bytes, freshCode: async () => "FEDCBA" };
  const room = must((await openRoom("room", doors)) ?? undefined, "the room");
  const doc = createDocument();
  for (const [person, role] of [
    [ann, "moderator"],
    [bob, "debater"],
    [pat, "participant"],
  ] as const)
    await new Promise((resolve) => {
      const have = { stateVector: Y.encodeStateVector(doc), spareIds: 0 };
      room.sync({ person, name: `Person ${person[0]}`, role }, have, (reply) => {
        if (reply.ok && person === ann) {
          Y.applyUpdate(doc, reply.value.update);
          doc.clientID = must(reply.value.leases[0], "a lease");
        }
        resolve(reply);
      });
    });
  let n = 0;
  let done = 0;
  const send = (person: string, deed: object): Promise<void> =>
    new Promise((resolve) => {
      const read = command.safeParse(deed);
      if (!read.success) throw new Error(`no command: ${JSON.stringify(deed)}`);
      const request = { id: { stream: `tab${person[0]}00000`, n: ++n }, command: read.data };
      room.command(
        person,
        request,
        (reply) => {
          if (reply.ok) done++;
          resolve();
        },
        () => true,
      );
    });
  const quiet = { ...must(defaultAgenda[2], "a phase"), id: "quiet", anonymous: true };
  await send(ann, { kind: "set-agenda", phases: [...defaultAgenda, quiet] });
  for (let at = 0; at < deeds; at++) {
    if (random.chance(0.1)) {
      const update = updateOf(doc, () =>
        setText(doc, { kind: "scenario", key: "" }, "title", `Title ${at} ${random.int(1e6)}`),
      );
      await new Promise((resolve) => room.update(ann, update, resolve));
    } else await send(random.pick([ann, ann, bob, pat]), randomDeed(random, people));
  }
  return { store, room, done };
}

const pastOf = (store: Store, replica: Replica): Past => ({
  store,
  room: "room",
  last: replica.seq,
  now: replica.state,
});

async function folded(log: readonly NewEntry[]): Promise<{ store: Store; replica: Replica }> {
  const store = createMemoryStore();
  await store.append("room", 0, log);
  return { store, replica: must((await loadReplica(store, "room")) ?? undefined, "a room") };
}

/** What everybody (or every moderator) sees of a room, but for its code. */
function publicState(state: RoomState, isModerator: boolean): RoomState {
  const { hidden } = state.session;
  const open = isModerator ? { ...state, session: { ...state.session, hidden: {} } } : state;
  const seen = stateFor(open, { person: "", pseudonym: null });
  return { ...seen, code: { ...seen.code, value: "" }, session: { ...seen.session, hidden } };
}

describe("a room as a file", () => {
  it.each(seedsToRun(runs(6)))("comes back as what everybody saw of it (seed %i)", async (seed) => {
    const { store, done } = await livelyRoom(seeded(seed));
    expect(done).toBeGreaterThan(20);
    const replica = must((await loadReplica(store, "room")) ?? undefined, "a room");
    for (const person of people) {
      const isModerator = replica.state.people[person]?.role === "moderator";
      const file = await exportRoom(pastOf(store, replica), selfOf(replica, person), 5);
      if (!file.ok) {
        expect(replica.state.people[person]).toBeUndefined();
        continue;
      }
      const log = await importRoom(JSON.parse(file.value));
      if (!log.ok) throw new Error(JSON.stringify(log.error));
      const back = await folded(log.value);
      expect(back.replica.seq).toBe(replica.seq);
      expect(back.replica.state).toEqual(publicState(replica.state, isModerator));
      expect(contentOf(back.replica.doc)).toEqual(contentOf(replica.doc));
      const again = await exportRoom(pastOf(back.store, back.replica), selfOf(replica, person), 5);
      expect(again).toEqual(file);
      // Whoever reveals is named beside everybody's numbers, which says nothing about which is theirs.
      for (const line of file.value.split("\n").filter((one) => !one.includes('"kind":"reveal-')))
        for (const [who, as] of replica.pseudonyms)
          expect(line.includes(who) && line.includes(as)).toBe(false);
      expect(file.value).not.toMatch(/tab[012]00000|ABCDEF/);
    }
  });
});
