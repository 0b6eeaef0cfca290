import { must, ok, type Scenario } from "@crux/core";
import { describe, expect, it } from "vitest";
import { readerWith } from "../src/client/core-reader.ts";
import { createMemoryDevice, type Device } from "../src/client/device.ts";
import { openSession, type Session } from "../src/client/session.ts";
import { writeEvent } from "../src/command/events.ts";
import { shownTo, stateFor } from "../src/command/sight.ts";
import { contentOf } from "../src/document/document.ts";
import { seedDocument } from "../src/document/seed.ts";
import { loadReplica } from "../src/log/replica.ts";
import { openRoom, type Room } from "../src/log/room.ts";
import type { NodeMessage } from "../src/nodes/bus.ts";
import { linkNodes, type NodeLink } from "../src/nodes/node-link.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { Appended, SharedStore, Store } from "../src/store/store.ts";
import { conformanceIssue } from "./conforms.ts";
import { example } from "./example.ts";
import { createLossyNetwork, type LossyNetwork, type LossyWire } from "./lossy-network.ts";
import { randomEdit } from "./random-edit.ts";
import { runs, type Seeded, seeded, seedsToRun } from "./seeded.ts";
import { createSimClock, promisesDone, type SimClock } from "./sim-clock.ts";

type Player = {
  readonly person: string;
  readonly device: Device;
  session: Session;
  wire: LossyWire;
  isAway: boolean;
};

const personId = (at: number): string => `${at}`.padStart(26, "0");

/** Runs one history on so many servers of one room; everything in it follows from `seed`. */
async function runHistory(seed: number, servers: number): Promise<void> {
  const random = seeded(seed);
  const clock = createSimClock();
  const networks = Array.from({ length: servers }, () => createLossyNetwork(random, clock));
  const memory = createMemoryStore();
  const trouble = { chance: 0 };
  const store = unreliable(memory, random, trouble);
  const doors = { store, clock, random: random.bytes, freshCode: async () => `CODE${random.int(99)}` };
  const links = servers > 1 ? linkAll(networks, store, clock, random) : [];
  const start = async (network: LossyNetwork): Promise<void> => {
    const link = links[networks.indexOf(network)];
    const shared = link && { store, tell: link.entries };
    const room = await openRoom("room", { ...doors, shared });
    network.room ??= room;
  };
  await memory.append("room", 0, [
    {
      at: 0,
      by: personId(0),
      kind: "event",
      payload: writeEvent({ kind: "created", person: personId(0), name: "P0", code: "ABCDEF" }),
    },
    { at: 0, by: "server", kind: "scenario-update", payload: seedDocument(example) },
  ]);
  await Promise.all(networks.map(start));

  const open = async (at: number, device: Device): Promise<Pick<Player, "session" | "wire">> => {
    let wire: LossyWire | null = null;
    const session = await openSession(personId(at), {
      device,
      connect: (events) => {
        wire = random.pick(networks).connect(personId(at), `P${at}`, "debater")(events);
        return wire;
      },
      reader: readerWith((json) => ok(json as Scenario)),
      clock,
      random: random.bytes,
    });
    return { session, wire: wire! };
  };
  const players: Player[] = [];
  for (let at = 0; at < 2 + random.int(7); at++) {
    const device = createMemoryDevice();
    players.push({ person: personId(at), device, isAway: false, ...(await open(at, device)) });
  }
  await clock.run(500);

  for (const network of networks)
    network.weather = {
      drop: random.pick([0, 0.02, 0.1]),
      duplicate: random.pick([0, 0.1]),
      delayMs: 5 + random.int(400),
    };
  trouble.chance = random.pick([0, 0, 0.03]);
  /** Where nobody loses the right to edit, nothing that anybody typed may be refused. */
  const rolesChange = random.chance(0.5);
  let keys = 0;
  for (let step = 0; step < 80; step++) {
    const player = random.pick(players);
    const at = players.indexOf(player);
    const choice = random.int(40);
    if (choice < 20) player.session.edit((doc) => randomEdit(doc, random, () => `k${++keys}`));
    else if (choice < 22) player.session.undo();
    else if (choice < 23) player.session.redo();
    else if (choice < 29) player.session.send(someCommand(random, players, rolesChange));
    else if (choice < 31) player.wire.cut();
    else if (choice < 33) {
      // The page is loaded again: only what the device kept goes on.
      player.session.close();
      await promisesDone();
      Object.assign(player, await open(at, player.device));
    } else if (choice < 34) {
      const network = random.pick(networks);
      network.room = null;
      network.cutAll();
      clock.after(random.int(500), () => void start(network));
    } else await clock.run(random.int(300));
  }

  trouble.chance = 0;
  for (const network of networks) network.weather = { drop: 0, duplicate: 0, delayMs: 3 };
  await settle(clock, players, networks, seed);
  for (const { room } of networks) await checkEqual(players, must(room, "a room"), memory, seed);
  await Promise.all(links.map((link) => link.close()));
  if (!rolesChange)
    for (const { session, person } of players)
      expect(session.getSnapshot().drafts, `${person} ${replay(seed)}`).toEqual([]);
  for (const player of players) player.session.close();
}

/** Links the servers by a bus that has the same weather as their people. */
function linkAll(
  networks: readonly LossyNetwork[],
  store: SharedStore,
  clock: SimClock,
  random: Seeded,
): NodeLink[] {
  const hears: ((node: string, message: NodeMessage) => void)[] = [];
  return networks.map((network, at) => {
    const send = (message: NodeMessage): void => {
      const { drop, duplicate, delayMs } = network.weather;
      for (const [to, hear] of hears.entries()) {
        if (to === at || random.chance(drop)) continue;
        clock.after(1 + random.int(delayMs), () => hear(`${at}`, message));
        if (random.chance(duplicate)) clock.after(1 + random.int(delayMs * 3), () => hear(`${at}`, message));
      }
    };
    return linkNodes({
      bus: {
        node: `${at}`,
        send,
        listen: (hear) => hears.push(hear),
        isUp: () => network.weather.drop < 0.1,
        close: async () => {},
      },
      store,
      clock,
      rooms: {
        hear: (_room, from, entries) => network.room?.hear(from, entries),
        seqs: () => new Map(network.room ? [["room", network.room.seq()]] : []),
        lookBehind: () => network.room?.lookBehind(),
        miss: () => {},
      },
      presence: { hear: () => {}, drop: () => {}, own: () => new Map() },
      guessed: () => {},
      report: (error) => {
        throw error;
      },
    });
  });
}

/** Fails now and then: before writing, or (worse) after it. */
function unreliable(store: SharedStore, random: Seeded, trouble: { chance: number }): SharedStore {
  const maybe = async (append: () => Promise<Appended>): Promise<Appended> => {
    if (random.chance(trouble.chance)) throw new Error("disk full");
    const appended = await append();
    if (random.chance(trouble.chance)) throw new Error("no answer");
    return appended;
  };
  return {
    ...store,
    append: (room, after, entries) => maybe(() => store.append(room, after, entries)),
    async turn(room) {
      if (random.chance(trouble.chance)) throw new Error("no turn");
      const turn = await store.turn(room);
      return { ...turn, append: (entries) => maybe(() => turn.append(entries)) };
    },
  };
}

function someCommand(
  random: Seeded,
  players: readonly Player[],
  rolesChange: boolean,
): Parameters<Session["send"]>[0] {
  const person = random.pick(players).person;
  if (random.chance(0.5)) return somethingSaid(random, players);
  switch (random.int(rolesChange ? 8 : 5)) {
    case 0:
      return { kind: "rename", name: `N${random.int(99)}` };
    case 1:
      return { kind: "renew-code" };
    case 2:
      return { kind: "set-code", hidden: random.chance(0.5) };
    case 5:
      return { kind: "set-role", person, role: random.pick(["debater", "debater", "viewer", "participant"]) };
    case 6:
      return { kind: "hand-over", person };
    default:
      return { kind: "pin", g: `${1 + random.int(99)}/${1 + random.int(9)}` };
  }
}

/** Any command of the debate, about things that may or may not exist: what does not fit is refused, not lost. */
function somethingSaid(random: Seeded, players: readonly Player[]): Parameters<Session["send"]>[0] {
  const objection = `objection${random.int(6)}`;
  const claim = `claim000${random.int(3)}`;
  const on = random.chance(0.7);
  const anchor = { kind: "scenario", snapshot: "" } as const;
  const patch = [{ kind: "set-cost", term: "rule", axis: "c", to: `${random.int(99)}` }];
  const readings = [{ label: "dearer", patch }];
  const replyTo = random.chance(0.3) ? `objection${random.int(6)}` : null;
  const group = random.pick([null, "Row 1", "Row 2"]);
  const text = `Text ${random.int(999)}`;
  const value = random.pick([null, "1/2", "0.3"]);
  const moderator = players[0]?.session;
  if (random.chance(0.15))
    moderator?.send({ kind: random.pick(["blind-estimates", "reveal-estimates"] as const) });
  return random.pick<Parameters<Session["send"]>[0]>([
    {
      kind: "raise-objection",
      objection,
      doubt: "rebut",
      anchor,
      rows: [],
      text,
      readings,
      replyTo,
      map: { a: 1 },
    },
    { kind: "raise-objection", objection, doubt: "scope", anchor, rows: [], text, readings: [], replyTo },
    { kind: "edit-objection", objection, doubt: "question", text, readings },
    { kind: "withdraw-objection", objection },
    { kind: "concede-objection", objection },
    { kind: "accept-objection", objection, residue: text },
    { kind: "merge-objection", objection, reading: 0 },
    { kind: "decline-objection", objection, reason: text },
    { kind: "reopen-objection", objection },
    { kind: "reanchor-objection", objection, anchor: { ...anchor, snapshot: text }, rows: ["terms/abc"] },
    { kind: "react", to: random.pick([`objection/${objection}`, "terms/abc/c"]), reaction: "agree", on },
    { kind: "endorse", to: random.pick([`objection/${objection}`, `claim/${claim}`]), on },
    { kind: "pin-claim", claim, text: "c(rule) < c(table)" },
    { kind: "remove-claim", claim },
    { kind: "publish-overlay", group, patch, g: value },
    { kind: "join-group", group: "Row 1" },
    { kind: "withdraw-overlay", group },
    { kind: "pin", g: random.pick(["3", "rather-not", null]) },
    { kind: "set-credence", program: `p${random.int(3)}`, value },
    { kind: "set-applicability", objection, value },
  ]);
}

/** Runs until nobody waits for anything. */
async function settle(
  clock: SimClock,
  players: readonly Player[],
  networks: readonly LossyNetwork[],
  seed: number,
): Promise<void> {
  for (let round = 0; round < 300; round++) {
    await clock.run(200);
    const isQuiet = players.every(({ session }) => {
      const view = session.getSnapshot();
      return view.connection.kind === "online" && view.saving.kind === "saved";
    });
    if (isQuiet && networks.every(({ room }) => room !== null)) {
      // What is still on its way arrives, and who missed the last word asks.
      await clock.run(70_000);
      return;
    }
  }
  const stuck = players.map(({ session }) => {
    const { connection, saving, lastRefusal, you } = session.getSnapshot();
    return { connection, saving, lastRefusal, you };
  });
  throw new Error(`never settled ${replay(seed)}\n${JSON.stringify(stuck, null, 1)}`);
}

async function checkEqual(
  players: readonly Player[],
  room: Room,
  memory: Store,
  seed: number,
): Promise<void> {
  const folded = await loadReplica({ ...memory, snapshot: async () => null }, "room");
  const quick = await loadReplica(memory, "room");
  const truth = contentOf(folded!.doc);
  expect(contentOf(quick!.doc), `snapshot ${replay(seed)}`).toEqual(truth);
  expect([quick!.state, [...quick!.leases], quick!.streams], replay(seed)).toEqual([
    folded!.state,
    [...folded!.leases],
    folded!.streams,
  ]);
  expect(room.state(), replay(seed)).toEqual(folded!.state);
  expect(conformanceIssue(folded!.doc), replay(seed)).toBeNull();
  for (const { session, person } of players) {
    expect(contentOf(session.document()), `${person} ${replay(seed)}`).toEqual(truth);
    const self = { person, pseudonym: null };
    const seen = shownTo(stateFor(folded!.state, self), self);
    const view = session.getSnapshot();
    expect([view.pins, view.estimates, view.debate], `${person} ${replay(seed)}`).toEqual([
      seen.pins,
      seen.estimates,
      seen.debate,
    ]);
    expect(session.getSnapshot().code, `${person} ${replay(seed)}`).toEqual(folded!.state.code);
  }
  const ids = (await memory.read("room", 0, 1e6)).flatMap((entry) => {
    if (entry.kind !== "event") return [];
    const event = JSON.parse(new TextDecoder().decode(entry.payload)) as {
      id?: { stream: string; n: number };
    };
    return event.id ? [`${entry.by} ${event.id.stream} ${event.id.n}`] : [];
  });
  expect(new Set(ids).size, `a command was done twice ${replay(seed)}`).toBe(ids.length);
}

const replay = (seed: number): string => `replay: CRUX_SEED=${seed} vitest run test/convergence`;

describe("rooms over a lossy network", () => {
  it("end with everybody, and the reloaded log, equal", { timeout: 600_000 }, async () => {
    for (const seed of seedsToRun(runs(100))) await runHistory(seed, 1);
  });

  it("end equal on several servers, too, which hear of each other as badly", {
    timeout: 600_000,
  }, async () => {
    for (const seed of seedsToRun(runs(30))) await runHistory(seed, 2 + (seed % 2));
  });
});
