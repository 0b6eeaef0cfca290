import { createHash } from "node:crypto";
import { expect } from "vitest";
import type * as Y from "yjs";
import { readRows } from "../src/document/rows.ts";
import { loadReplica } from "../src/log/replica.ts";
import type { Store } from "../src/store/store.ts";
import { readEntries } from "../src/wire/entries-bytes.ts";
import { admitRaw, connectRaw, enterRaw, makeRawRoom, updateOf } from "./raw-client.ts";
import type { Seeded } from "./seeded.ts";

/** What servers said is on disk. */
export type Acknowledged = { readonly words: Set<string>; readonly commands: Set<string> };

/** People who write to one room without pause until they are told to end. */
export type Load = {
  readonly room: string;
  readonly acknowledged: Acknowledged;
  /** Resolves after a random number of further acknowledgements by people of every server. */
  someMore(random: Seeded): Promise<void>;
  /** What anyone heard out of order, or differently from the others. */
  readonly complaints: string[];
  end(): Promise<void>;
};

/** How many moments a kill test strikes at: few, or twenty when CRUX_RUNS is set. */
export const moments = process.env.CRUX_RUNS ? 20 : 3;

const people = ["Ann", "Bob", "Cat", "Dan"];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Makes a room at the first server and has four people, spread over the servers, edit it and send commands, three
 * at a time each; whoever is refused or cut off comes in again with nothing kept. One viewer a server compares.
 */
export async function startLoad(urls: readonly (() => string)[]): Promise<Load> {
  const urlOf = (at: number): string => urls[at % urls.length]?.() ?? "";
  const made = await makeRawRoom(urlOf(0), "Ann");
  const code = { code: made.code ?? "" };
  for (const name of [...people.slice(1), ...urls.map((_, at) => `Viewer${at}`)])
    (await enterRaw(urlOf(0), code, name, name.startsWith("Viewer") ? "viewer" : undefined)).client.close();
  const acknowledged: Acknowledged = { words: new Set(), commands: new Set() };
  const counts = urls.map(() => 0);
  /** So many acknowledgements are enough until the next moment: the room must not grow without end. */
  let allowed = urls.map(() => 100);
  const complaints: string[] = [];
  const heard = new Map<number, string>();
  let isOver = false;

  /** Until something goes wrong. */
  const write = async (at: number, visit: string): Promise<void> => {
    const name = people[at] ?? "";
    const { client, doc } = await enterRaw(urlOf(at), { id: made.room }, name);
    let count = 0;
    let isFine = true;
    const acknowledge = (set: Set<string>, one: string): void => {
      set.add(one);
      counts[at % urls.length] = (counts[at % urls.length] ?? 0) + 1;
    };
    const isEnough = (): boolean => (counts[at % urls.length] ?? 0) >= (allowed[at % urls.length] ?? 0);
    const once = async (): Promise<void> => {
      while (client.socket.connected && isFine && !isOver) {
        if (isEnough()) {
          await pause(20);
          continue;
        }
        const id = `${visit}${++count}`;
        if (count % 6 === 0) {
          const stream = `${name.toLowerCase()}00${id}`;
          const reply = await client.ask("command", {
            id: { stream, n: 1 },
            command: { kind: "pin", g: `${count}` },
          });
          if (reply?.ok) acknowledge(acknowledged.commands, stream);
        } else {
          const title = doc.getMap("scenario").get("title") as Y.Text;
          const update = updateOf(doc, () => title.insert(0, `[${name}${id}]`));
          const reply = await client.ask("update", { update });
          if (reply?.ok) acknowledge(acknowledged.words, `[${name}${id}]`);
          else isFine = false;
        }
        await pause(4);
      }
    };
    await Promise.all([once(), once(), once()]);
    client.close();
  };

  /** Everybody hears the same entries, in the order of their numbers. */
  const compare = async (at: number): Promise<void> => {
    const { ticket } = await admitRaw(urlOf(at), { id: made.room }, `Viewer${at}`);
    const client = await connectRaw(urlOf(at), ticket);
    let seq: number | null = null;
    let early: [number, number][] = [];
    const follow = (from: number, last: number): void => {
      if (seq === null) early.push([from, last]);
      else if (from > seq + 1) complaints.push(`server ${at} told ${from} after ${seq}`);
      if (seq !== null) seq = Math.max(seq, last);
    };
    const sync = async (): Promise<void> => {
      seq = null;
      early = [];
      seq = (await client.sync()).synced.seq;
      for (const [from, last] of early) follow(from, last);
    };
    client.socket.on("resync", () => void sync().catch(() => client.close()));
    client.socket.on("entries", (bytes: Uint8Array) => {
      const { from, list } = readEntries(new Uint8Array(bytes));
      for (const [index, entry] of list.entries()) {
        const told =
          entry.kind === "update" ? createHash("sha256").update(entry.update).digest("hex") : entry.kind;
        const before = heard.get(from + index) ?? told;
        heard.set(from + index, told);
        if (told !== before)
          complaints.push(`entry ${from + index} is ${told} at ${at}, ${before} elsewhere`);
      }
      follow(from, from + list.length - 1);
    });
    await sync().catch(() => client.close());
    while (client.socket.connected && !isOver) await pause(20);
    client.close();
  };

  let visits = 0;
  const keepOn = async (once: (visit: string) => Promise<void>): Promise<void> => {
    while (!isOver) {
      await once(`${(++visits).toString(36).padStart(4, "0")}x`).catch(() => {});
      await pause(150);
    }
  };
  const all = [
    ...people.map((_, at) => keepOn((visit) => write(at, visit))),
    ...urls.map((_, at) => keepOn(() => compare(at))),
  ];
  return {
    room: made.room,
    acknowledged,
    complaints,
    async someMore(random) {
      const enough = counts.map((count) => count + 5 + random.int(60));
      allowed = enough.map((count) => count + 40);
      const until = Date.now() + 60_000;
      while (counts.some((count, at) => count < (enough[at] ?? 0))) {
        if (Date.now() > until) throw new Error(`nothing is acknowledged any more: ${counts} of ${enough}`);
        await pause(2);
      }
    },
    async end() {
      isOver = true;
      await Promise.all(all);
    },
  };
}

/** Expects every acknowledged edit and command in the store, and nothing heard that is not there. */
export async function expectAllKept(store: Store, { room, acknowledged, complaints }: Load): Promise<void> {
  const replica = await loadReplica(store, room);
  const entries = [];
  for (let after = 0; ; after = entries.length) {
    const page = await store.read(room, after, 1_000);
    entries.push(...page);
    if (page.length === 0) break;
  }
  const kept = replica ? (readRows(replica.doc).scenario.texts.title ?? "") : "";
  const done = new Set(entries.flatMap((entry) => (entry.kind === "event" ? streamOf(entry.payload) : [])));
  expect([...acknowledged.words].filter((word) => !kept.includes(word))).toEqual([]);
  expect([...acknowledged.commands].filter((stream) => !done.has(stream))).toEqual([]);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  expect(complaints).toEqual([]);
  expect(acknowledged.words.size).toBeGreaterThan(moments * 5);
  expect(acknowledged.commands.size).toBeGreaterThan(moments);
  if (process.env.CRUX_COUNTS)
    process.stdout.write(
      `${expect.getState().currentTestName}: ${acknowledged.words.size} edits, ${acknowledged.commands.size} commands\n`,
    );
}

const streamOf = (payload: Uint8Array): string[] => {
  const event = JSON.parse(new TextDecoder().decode(payload)) as { id?: { stream: string } };
  return event.id ? [event.id.stream] : [];
};
