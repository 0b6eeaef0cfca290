import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Admission } from "../src/wire/messages.ts";
import {
  attackAll,
  type CrowdReport,
  type Plan,
  quantileOf,
  runHostileCrowd,
  type Tally,
} from "./hostile-crowd.ts";
import type { KillPlace } from "./kill-server.ts";
import { noPostgres, type PostgresServer, startPostgres } from "./servers/postgres-server.ts";
import { noRedis, type RedisServer, startRedis } from "./servers/redis-server.ts";

/*
 * `node packages/room/test/hostile-report.ts [--messages 10000] [--rounds 8] [--nodes 1,2] [--out FILE]`: bad messages
 * against one real process, then against two of one server (PostgreSQL, Redis), in rounds that begin with honest
 * people alone. Prints what became of them, the honest latency and the memory after every round; with `--out` in
 * place of what FILE has between <!-- hostile --> and <!-- /hostile -->. About a minute each with 10,000.
 */

// The attackers run in a process of their own (this file with `attack`), round after round: only the servers are shared.
if (process.argv[2] === "attack") {
  process.on("message", async ({ plan, room }: { readonly plan: Plan; readonly room: Admission }) => {
    process.send?.(await attackAll(plan, room));
  });
  process.once("disconnect", () => process.exit(0));
  process.send?.("ready");
  await new Promise(() => {});
}

/** All attackers, on a server or several. */
type Attackers = {
  readonly attack: (plan: Plan, room: Admission) => Promise<Tally>;
  readonly end: () => void;
};

/**
 * Attackers who have processors only while nobody else wants them (on Linux; else a low priority), for they would bring
 * their own machines. From its start, because a thread keeps the priority that its process had when it began: lowered
 * later, the program's loading and the engine's own threads compete with the servers and the honest people.
 */
async function startAttackers(): Promise<Attackers> {
  const isIdleKnown = spawnSync("chrt", ["-i", "0", "true"]).status === 0;
  const [lowered = "", ...how] = isIdleKnown ? ["chrt", "-i", "0"] : ["nice", "-n", "19"];
  const child = spawn(lowered, [...how, process.execPath, import.meta.filename, "attack"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const said = <T>(): Promise<T> => new Promise((resolve) => child.once("message", resolve));
  await said<"ready">();
  return {
    attack(plan, room) {
      const tally = said<Tally>();
      child.send({ plan, room });
      return tally;
    },
    end: () => child.disconnect(),
  };
}

/** What the rounds against one server came to. */
type Outcome = {
  readonly rounds: readonly CrowdReport[];
  /** Megabytes of all its processes, before the first round and after each. */
  readonly memory: readonly number[];
  readonly isAlive: boolean;
};

const { values: asked } = parseArgs({
  options: {
    messages: { type: "string", default: "10000" },
    rounds: { type: "string", default: "8" },
    nodes: { type: "string", default: "1,2" },
    out: { type: "string" },
  },
});

async function startNode(place: KillPlace): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const script = join(import.meta.dirname, "hostile-server.ts");
  const child = spawn(process.execPath, ["--expose-gc", script, JSON.stringify(place)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim())),
  );
  return { url, child };
}

async function memoryOf(children: readonly ChildProcess[]): Promise<number> {
  for (const child of children) child.kill("SIGUSR2");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const each = children.map(({ pid }) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0),
  );
  return Math.round(each.reduce((sum, one) => sum + one, 0) / 1024);
}

async function attackServer(places: readonly KillPlace[], messages: number): Promise<Outcome> {
  const nodes = await Promise.all(places.map(startNode));
  const children = nodes.map(({ child }) => child);
  const attackers = await startAttackers();
  const rounds: CrowdReport[] = [];
  const memory = [await memoryOf(children)];
  const count = Math.max(1, Number(asked.rounds) || 1);
  for (let round = 1; round <= count; round++) {
    // 400 a second, which is most of what the server lets eight people send for long.
    const plan: Plan = {
      urls: nodes.map(({ url }) => url),
      messages: Math.ceil(messages / count),
      seed: round,
      hostile: 8,
      rate: 50,
      everyMs: 25,
    };
    rounds.push(await runHostileCrowd(plan, attackers.attack));
    memory.push(await memoryOf(children));
    process.stderr.write(`${places.length} node(s), round ${round}: ${memory.at(-1)} MB\n`);
  }
  attackers.end();
  const isAlive = children.every(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  for (const child of children) child.kill("SIGKILL");
  return { rounds, memory, isAlive };
}

async function attackTwo(messages: number): Promise<Outcome> {
  let postgres: PostgresServer | null = null;
  let redis: RedisServer | null = null;
  try {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    const place = { postgres: postgres.url, schema: "hostile", redis: redis.url };
    return await attackServer([place, place], messages);
  } finally {
    await Promise.all([postgres?.remove(), redis?.stop()]);
  }
}

async function attackOne(messages: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "crux-hostile-"));
  const outcome = await attackServer([{ sqlite: join(folder, "rooms.sqlite") }], messages);
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const spread = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((share) => Number(quantileOf(values, share).toPrecision(2))).join(", ");

function rowsOf({ rounds, memory, isAlive }: Outcome): readonly (readonly [string, string])[] {
  const answers = new Map<string, number>();
  for (const round of rounds)
    for (const [code, count] of Object.entries(round.answers))
      answers.set(code, (answers.get(code) ?? 0) + count);
  const taken = answers.get("taken") ?? 0;
  answers.delete("taken");
  const common = [...answers].sort(([, a], [, b]) => b - a).map(([code]) => `\`${code}\``);
  const alone = rounds.flatMap((round) => round.alone);
  const beside = rounds.flatMap((round) => round.beside);
  const ratio = quantileOf(beside, 0.99) / quantileOf(alone, 0.99);
  const lost = sum(rounds.map(({ honestRefused }) => honestRefused));
  const differing = rounds.filter(({ isSame }) => !isSame).length;
  return [
    ["bad messages", String(sum(rounds.map(({ messages }) => messages)))],
    [
      "refused by name",
      `${sum([...answers.values()])}, by ${answers.size} codes, most as ${common.slice(0, 4).join(", ")}`,
    ],
    ["ignored, as the protocol says", String(sum(rounds.map(({ ignored }) => ignored)))],
    ["turned out to be valid", String(taken)],
    ["connections ended", String(sum(rounds.map(({ connectionsEnded }) => connectionsEnded)))],
    [
      "crashes; honest edits not acknowledged; honest documents that differ",
      `${isAlive ? 0 : "**some**"}; ${lost}; ${differing}`,
    ],
    ["memory at first and after each round, MB", memory.join(", ")],
    ["honest p50, p95, p99 alone, ms", `${spread(alone)} (${alone.length} edits)`],
    ["honest p50, p95, p99 beside them, ms", `${spread(beside)} (${beside.length} edits)`],
    ["p99 beside them ÷ alone", `${ratio.toPrecision(2)}${ratio < 2 ? "" : ": **more than doubled**"}`],
  ];
}

const messages = Number(asked.messages) || 10_000;
const columns: { readonly title: string; readonly outcome: Outcome }[] = [];
if (asked.nodes.includes("1")) columns.push({ title: "one node", outcome: await attackOne(messages) });
const missing = noPostgres || noRedis;
if (missing) process.stderr.write(`two nodes${missing}\n`);
else if (asked.nodes.includes("2")) columns.push({ title: "two nodes", outcome: await attackTwo(messages) });

const tables = columns.map(({ outcome }) => rowsOf(outcome));
const table = [
  `| | ${columns.map(({ title }) => title).join(" | ")} |`,
  `|---|${columns.map(() => "---|").join("")}`,
  ...(tables[0] ?? []).map(
    ([what], at) => `| ${[what, ...tables.map((rows) => rows[at]?.[1])].join(" | ")} |`,
  ),
].join("\n");
process.stdout.write(`${table}\n`);
if (asked.out !== undefined) {
  const text = readFileSync(asked.out, "utf8");
  const between = /(<!-- hostile -->)[\s\S]*(<!-- \/hostile -->)/;
  writeFileSync(
    asked.out,
    text.replace(between, (_all, start, end) => `${start}\n\n${table}\n\n${end}`),
  );
}
process.exit(0);
