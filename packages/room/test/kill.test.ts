import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { readRows } from "../src/document/rows.ts";
import { loadReplica } from "../src/log/replica.ts";
import { createSqliteStore } from "../src/store/sqlite-store.ts";
import { enterRaw, makeRawRoom, updateOf } from "./raw-client.ts";
import { seeded } from "./seeded.ts";

const kills = process.env.CRUX_RUNS ? 20 : 3;
const people = ["Ann", "Bob", "Cat", "Dan"];

/** What the server said is on disk. */
type Acknowledged = { readonly words: Set<string>; readonly commands: Set<string> };

const started = new Set<ChildProcess>();

function startProcess(file: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "kill-server.ts"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    started.add(child);
    child.once("error", reject);
    child.stdout.once("data", (text: Buffer) => resolve({ process: child, url: text.toString().trim() }));
  });
}

/** Edits and sends commands as fast as acknowledgements allow, eight at a time, until the connection ends. */
async function load(
  url: string,
  room: string,
  name: string,
  round: number,
  acknowledged: Acknowledged,
): Promise<void> {
  // The server may be killed before this one is in.
  const entered = await enterRaw(url, { id: room }, name).catch(() => null);
  if (entered === null) return;
  const { client, doc } = entered;
  let count = 0;
  const once = async (): Promise<void> => {
    while (client.socket.connected) {
      const id = `${name}-${round}-${++count}`;
      if (count % 4 === 0) {
        const stream = `${name.toLowerCase()}${String(round).padStart(4, "0")}x${count}`;
        const reply = await client.ask("command", {
          id: { stream, n: 1 },
          command: { kind: "pin", g: `${count}` },
        });
        if (reply?.ok) acknowledged.commands.add(stream);
      } else {
        const title = doc.getMap("scenario").get("title") as Y.Text;
        const update = updateOf(doc, () => title.insert(0, `[${id}]`));
        const reply = await client.ask("update", { update });
        if (reply?.ok) acknowledged.words.add(`[${id}]`);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, once));
  client.close();
}

describe("a server that is killed under load", () => {
  const folder = mkdtempSync(join(tmpdir(), "crux-kill-"));
  afterAll(() => {
    for (const child of started) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it(`has every acknowledged edit and command after SIGKILL, ${kills} times`, {
    timeout: 300_000,
  }, async () => {
    const file = join(folder, "rooms.sqlite");
    const random = seeded(Number(process.env.CRUX_SEED ?? "1"));
    const acknowledged: Acknowledged = { words: new Set(), commands: new Set() };
    let room = "";
    for (let round = 0; round < kills; round++) {
      const { process: server, url } = await startProcess(file);
      if (round === 0) {
        const made = await makeRawRoom(url, "Ann");
        room = made.room;
        for (const name of people.slice(1))
          (await enterRaw(url, { code: made.code ?? "" }, name)).client.close();
      }
      const loads = people.map((name) => load(url, room, name, round, acknowledged));
      // At a random moment under load: after so many more acknowledgements.
      const enough = acknowledged.words.size + 20 + random.int(100);
      for (let wait = 0; wait < 5_000 && acknowledged.words.size < enough; wait++)
        await new Promise((resolve) => setTimeout(resolve, 2));
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await Promise.all([gone, ...loads]);

      const store = createSqliteStore(file);
      const replica = await loadReplica(store, room);
      const entries = await store.read(room, 0, 1e6);
      await store.close();
      const kept = readRows(replica!.doc).scenario.texts.title ?? "";
      const done = new Set(
        entries.flatMap((entry) => (entry.kind === "event" ? streamOf(entry.payload) : [])),
      );
      expect([...acknowledged.words].filter((word) => !kept.includes(word))).toEqual([]);
      expect([...acknowledged.commands].filter((stream) => !done.has(stream))).toEqual([]);
    }
    expect(acknowledged.words.size).toBeGreaterThan(kills * 10);
    expect(acknowledged.commands.size).toBeGreaterThan(kills * 3);
    if (process.env.CRUX_COUNTS)
      process.stdout.write(
        `acknowledged: ${acknowledged.words.size} edits, ${acknowledged.commands.size} commands\n`,
      );
  });
});

const streamOf = (payload: Uint8Array): string[] => {
  const event = JSON.parse(new TextDecoder().decode(payload)) as { id?: { stream: string } };
  return event.id ? [event.id.stream] : [];
};
