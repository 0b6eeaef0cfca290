import * as Y from "yjs";
import { canonicalText } from "../src/base/canonical.ts";
import { contentOf } from "../src/document/document.ts";
import { readEntries } from "../src/wire/entries-bytes.ts";
import { packetTypes, readFrame } from "../src/wire/frames.ts";
import type { Admission } from "../src/wire/messages.ts";
import { hostileUpdate, misplacedUpdate } from "./hostile-update.ts";
import { connectRaw, enterRaw, makeRawRoom, type RawClient, updateOf } from "./raw-client.ts";
import { type Seeded, seeded } from "./seeded.ts";

/** What a crowd of hostile clients came to, and what the honest people beside it felt. */
export type CrowdReport = {
  readonly messages: number;
  /** Answers by the refusal's code; `taken` for what turned out to be a valid edit or command. */
  readonly answers: Readonly<Record<string, number>>;
  /** Messages without an answer: ignored, or the connection was ended for them. */
  readonly ignored: number;
  readonly connectionsEnded: number;
  /** Milliseconds from an honest edit to another honest person: alone, and beside the crowd. */
  readonly alone: readonly number[];
  readonly beside: readonly number[];
  /** Honest edits that were not acknowledged. */
  readonly honestRefused: number;
  /** Whether an honest person and a newcomer have the same document in the end. */
  readonly isSame: boolean;
};

/** How many bad messages, by whom, at whom. */
export type Plan = {
  readonly urls: readonly string[];
  readonly messages: number;
  readonly seed: number;
  readonly hostile: number;
  /** Messages a second of each hostile person; as many as get answered without it. */
  readonly rate?: number;
  /** Milliseconds between two honest edits. */
  readonly everyMs: number;
};

/** A room's first edits run code that has never run. */
const warmUpMs = 1_000;

/** What became of the bad messages. */
export type Tally = { readonly answers: Record<string, number>; ignored: number; ended: number };

/** All hostile people at once, each with a part of the messages. */
export async function attackAll(plan: Plan, room: Admission): Promise<Tally> {
  const tally: Tally = { answers: {}, ignored: 0, ended: 0 };
  const count = Math.ceil(plan.messages / plan.hostile);
  await Promise.all(
    Array.from({ length: plan.hostile }, (_, at) => {
      const random = seeded(plan.seed * 1_000 + at);
      const url = plan.urls[at % plan.urls.length] ?? "";
      return attack(url, room, `Eve${at}`, { random, count, tally, rate: plan.rate ?? 1e6 });
    }),
  );
  return tally;
}

/**
 * Sends `messages` bad messages to the servers at `urls` (one or several nodes), beside honest people who type.
 * `attackers` may send them from a process of its own, so that only the servers are shared.
 */
export async function runHostileCrowd(plan: Plan, attackers = attackAll): Promise<CrowdReport> {
  const [first = ""] = plan.urls;
  const room = await makeRawRoom(first, "Ann");
  const honest = await startHonest(plan.urls, room, plan.everyMs);
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await wait(warmUpMs);
  honest.latencies.length = 0;
  // As long as the crowd will take.
  await wait(Math.min(10_000, 500 + (plan.messages * 1_000) / (plan.hostile * (plan.rate ?? 1_000))));
  const alone = honest.latencies.splice(0);
  const tally = await attackers(plan, room);
  const beside = honest.latencies.splice(0);
  const { refused, content } = await honest.stop();
  const { doc, client } = await enterRaw(first, { code: room.code ?? "" }, "Late");
  const found = canonicalText(contentOf(doc));
  client.close();
  return {
    messages: plan.messages,
    answers: tally.answers,
    ignored: tally.ignored,
    connectionsEnded: tally.ended,
    alone,
    beside,
    honestRefused: refused,
    isSame: found === content,
  };
}

/** Ann types now and then, Bob listens, on different nodes when there are several. */
async function startHonest(
  urls: readonly string[],
  room: Admission,
  everyMs: number,
): Promise<{
  readonly latencies: number[];
  /** How many edits were not acknowledged, and the whole document as the typist has it. */
  stop(): Promise<{ readonly refused: number; readonly content: string }>;
}> {
  const ann = await enterRaw(urls[0] ?? "", { id: room.room }, "Ann");
  const bob = await enterRaw(urls.at(-1) ?? "", { code: room.code ?? "" }, "Bob");
  const typedAt = new Map<string, number>();
  const latencies: number[] = [];
  bob.client.socket.on("entries", (bytes: Uint8Array) => {
    for (const [mark] of Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/~\d{6}~/g)) {
      const typed = typedAt.get(mark);
      if (typed !== undefined) latencies.push(performance.now() - typed);
    }
  });
  ann.client.socket.on("entries", (bytes: Uint8Array) => {
    for (const entry of readEntries(new Uint8Array(bytes)).list)
      if (entry.kind === "update") Y.applyUpdate(ann.doc, entry.update, "remote");
  });
  let acknowledged = 0;
  let count = 0;
  const timer = setInterval(() => {
    const mark = `~${String(++count).padStart(6, "0")}~`;
    const summary = ann.doc.getMap("scenario").get("summary") as Y.Text;
    // A text of its own length, so that it never grows out of its limit.
    const update = updateOf(ann.doc, () => {
      if (summary.length > 15_000) summary.delete(0, 8_000);
      summary.insert(summary.length, mark);
    });
    typedAt.set(mark, performance.now());
    ann.client.socket.emit("update", { update }, (reply: { ok: boolean }) => {
      if (reply.ok) acknowledged++;
    });
  }, everyMs);
  return {
    latencies,
    async stop() {
      clearInterval(timer);
      // What was typed last is acknowledged, and what others did last is heard.
      await new Promise((resolve) => setTimeout(resolve, 500));
      await ann.client.ask("sync", { stateVector: Y.encodeStateVector(ann.doc), spareIds: 4 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      const content = canonicalText(contentOf(ann.doc));
      ann.client.close();
      bob.client.close();
      return { refused: count - acknowledged, content };
    },
  };
}

type Attack = {
  readonly random: Seeded;
  readonly count: number;
  readonly rate: number;
  readonly tally: Tally;
};

/** One hostile person: joins by the code, sends what they like, and comes back when they are thrown out. */
async function attack(
  url: string,
  room: Admission,
  name: string,
  { random, count, tally, rate }: Attack,
): Promise<void> {
  let client: RawClient | null = null;
  let doc = new Y.Doc();
  for (let sent = 0; sent < count; ) {
    if (client === null || !client.socket.connected) {
      if (client !== null) tally.ended++;
      try {
        const entered = await enterRaw(url, { code: room.code ?? "" }, name);
        client = entered.client;
        doc = entered.doc;
      } catch (error) {
        note(tally, String((error as Error).message).slice(0, 40));
        sent++;
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
    }
    const batch = Math.min(5, count - sent);
    const pause = new Promise((resolve) => setTimeout(resolve, (batch * 1_000) / rate));
    const now = client;
    await Promise.all(Array.from({ length: batch }, () => sendOne(url, now, doc, room, random, tally)));
    sent += batch;
    await pause;
  }
  client?.close();
}

const note = (tally: Attack["tally"], code: string): void => {
  tally.answers[code] = (tally.answers[code] ?? 0) + 1;
};

const junk = (random: Seeded, depth = 0): unknown => {
  const leaf = [
    null,
    true,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    "",
    "x".repeat(random.int(3_000)),
    "\u202e",
    "__proto__",
  ];
  if (depth > 4 || random.chance(0.4)) return random.pick(leaf);
  if (random.chance(0.3)) return Array.from({ length: random.int(6) }, () => junk(random, depth + 1));
  const keys = [
    "kind",
    "id",
    "g",
    "person",
    "role",
    "text",
    "objection",
    "readings",
    "constructor",
    "toString",
    "seq",
  ];
  return Object.fromEntries(
    Array.from({ length: random.int(6) }, () => [random.pick(keys), junk(random, depth + 1)]),
  );
};

const kinds = [
  "pin",
  "set-role",
  "raise-objection",
  "merge-objection",
  "publish-overlay",
  "reveal-estimates",
  "close-room",
  "nonsense",
];

/** One bad message of a random sort, and what became of it. */
async function sendOne(
  url: string,
  client: RawClient,
  doc: Y.Doc,
  room: Admission,
  random: Seeded,
  tally: Attack["tally"],
): Promise<void> {
  const asked = (name: "update" | "command" | "sync", payload: unknown): Promise<void> =>
    client.ask(name, payload).then((reply) => {
      if (reply === null) tally.ignored++;
      else note(tally, reply.ok ? "taken" : reply.refusal.code);
    });
  const honest = (): Uint8Array => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    copy.clientID = doc.clientID;
    return updateOf(copy, () => copy.getMap("scenario").set("title", new Y.Text("mine")));
  };
  const sorts: (() => Promise<void>)[] = [
    () => asked("update", { update: hostileUpdate(doc, doc.clientID, random) }),
    () => asked("update", { update: misplacedUpdate(doc, doc.clientID, random) }),
    () => asked("update", { update: random.bytes(1 + random.int(400)) }),
    () => asked("update", { update: honest().slice(0, 1 + random.int(20)) }),
    () => asked("update", junk(random)),
    () => asked("command", junk(random)),
    () =>
      asked("command", {
        id: { stream: `eve${random.int(1e9)}`.padEnd(12, "0"), n: 1 },
        command: { ...(junk(random) as object), kind: random.pick(kinds), person: room.person },
      }),
    () => asked("sync", { stateVector: random.bytes(random.int(60)), spareIds: random.int(200) - 50 }),
    async () => {
      client.socket.emit("presence", junk(random));
      tally.ignored++;
    },
    async () => {
      client.socket.emit(random.pick(["no-such-event", "__proto__", "constructor", "entries"]), junk(random));
      tally.ignored++;
    },
    async () => {
      const frame = random.bytes(1 + random.int(60));
      if (random.chance(0.5)) frame[0] = random.int(8);
      tally.ignored++;
      // One that can't be read, or says good-bye, ends the connection, and with it what else is on its way.
      const isMild = isReadable(frame) && frame[0] !== packetTypes.disconnect;
      if (isMild || random.chance(0.02)) client.socket.io.engine.write(Buffer.from(frame));
    },
    async () => {
      const body = random.chance(0.5) ? "{" : JSON.stringify(junk(random));
      const response = await fetch(`${url}/api/rooms/join`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      note(tally, `HTTP ${response.status}`);
      await response.arrayBuffer();
    },
    async () => {
      const forged = await connectRaw(
        url,
        `${Buffer.from(random.bytes(30)).toString("base64url")}.AAAA`,
      ).catch((error: Error) => error.message);
      if (typeof forged === "string") note(tally, forged);
      else forged.close();
    },
  ];
  await random.pick(sorts)();
}

function isReadable(frame: Uint8Array): boolean {
  try {
    readFrame(frame);
    return true;
  } catch {
    return false;
  }
}

/** The value below which `share` of `values` lie. */
export const quantileOf = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
