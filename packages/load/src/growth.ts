import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeSection } from "./docs-section.ts";
import { type Chart, chartOf } from "./growth-chart.ts";
import { watchMachine } from "./machine.ts";
import { measureIdle, measureJoining, measureTyping } from "./scenarios.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";
import { crux } from "./services/crux.ts";
import { median, short } from "./statistics.ts";

/*
 * `pnpm growth:room [--runs 3] [--only people,…] [--out FILE]`: how a room's cost grows with people, rooms, length
 * of the log and size of the document. Medians over the runs, which go through all sizes in turn, so that what else
 * the machine does meets all of them. `--out docs/benchmarks-room.md` replaces the tables there and the pictures.
 */

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));
const { values: asked } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    out: { type: "string" },
    only: { type: "string", default: "" },
  },
});
const runs = Math.max(1, Number(asked.runs) || 1);
const only = asked.only.split(",").filter((one) => one !== "");
const machine = watchMachine();

/** Runs `measure` for each size on a fresh server, `runs` times; the medians. */
async function over(
  name: string,
  sizes: readonly number[],
  measure: (server: ServerProcess, size: number) => Promise<readonly number[]>,
): Promise<readonly (readonly number[])[]> {
  if (only.length > 0 && !only.includes(name)) return [];
  const taken = new Map<number, (readonly number[])[]>(sizes.map((size) => [size, []]));
  for (let run = 1; run <= runs; run++)
    for (const size of sizes) {
      const server = await startProcess(crux.script);
      const values = await measure(server, size).catch(() => null);
      machine.own(server.cpu());
      await server.stop();
      if (values !== null) taken.get(size)?.push(values);
      process.stderr.write(`${name}, run ${run}: ${[size, ...(values ?? [])].map(short).join(" ")}\n`);
    }
  return [...taken].map(([size, all]) => [
    size,
    ...(all[0] ?? []).map((_, at) => median(all.map((values) => values[at] ?? Number.NaN))),
  ]);
}

const typing = async (server: ServerProcess, people: number): Promise<readonly number[]> => {
  const plan = { rooms: 1, people, typists: 5, rate: 10, seconds: 5, bytes: 12_000 };
  const { latency, cpuMicros, bytes } = await measureTyping(crux, server, plan);
  return [latency.p50, latency.p99, cpuMicros, bytes];
};

const charts: readonly (Chart & { readonly rows: readonly (readonly number[])[] })[] = [
  {
    name: "people",
    title: "People in one room, five of them typing",
    columns: ["people", "p50 ms", "p99 ms", "CPU µs/delivery", "bytes/delivery"],
    shown: 3,
    rows: await over("people", [10, 25, 50, 100, 200], typing),
  },
  {
    name: "rooms",
    title: "Silent rooms of two on one node",
    columns: ["rooms", "memory MB", "kB per room"],
    shown: 1,
    rows: await over("rooms", [100, 200, 400, 800], async (server, rooms) => {
      const { memory, perRoomKb } = await measureIdle(crux, server, { rooms, bytes: 3_000 });
      return [memory, perRoomKb];
    }),
  },
  {
    name: "log",
    title: "Edits in the log: opening the room after a restart",
    columns: ["edits", "first join ms"],
    shown: 1,
    rows: await over("log", [100, 1_000, 5_000, 10_000], openAfter),
  },
  {
    name: "document",
    title: "Size of the document: joining",
    columns: ["kB", "p50 ms", "p95 ms", "50 at once ms"],
    shown: 1,
    rows: await over("document", [10, 50, 100, 200, 400], async (server, kB) => {
      const { one, fifty } = await measureJoining(crux, server, { bytes: kB * 1_000 });
      return [one.p50, one.p95, fifty];
    }),
  },
];

/** Milliseconds of the first join after `edits` edits and a kill. */
async function openAfter(server: ServerProcess, edits: number): Promise<readonly number[]> {
  const way = await crux.make(server.url, { bytes: 12_000 });
  let saved = 0;
  const hears = { update: () => {}, acknowledged: () => void saved++ };
  const writers = await Promise.all(
    Array.from({ length: 20 }, () => crux.join(server.url, way, { writes: true }, hears)),
  );
  for (let at = 0; at < edits; at++) {
    writers[at % writers.length]?.write("x", at % 40);
    // The room's own allowance for each person is 60 messages a second.
    if (at % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  for (let waited = 0; waited < 20_000 && saved < edits; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const writer of writers) writer.close();
  await server.killAndRestart();
  const silent = { update: () => {}, acknowledged: () => {} };
  const join = (where: string) => crux.join(server.url, where, { writes: true }, silent);
  // The process has seen a few rooms before: its own warming up is not the log's price.
  for (let at = 0; at < 10; at++) (await join(await crux.make(server.url, { bytes: 12_000 }))).close();
  const since = performance.now();
  const reader = await join(way);
  const took = performance.now() - since;
  reader.close();
  return [took];
}

const measured = charts.filter(({ rows }) => rows.length > 0);
const parts = measured.map(({ name, title, columns, rows, ...chart }) => {
  if (asked.out !== undefined)
    writeFileSync(`${docs}growth-${name}.svg`, chartOf({ name, title, columns, ...chart }, rows));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = [
    line(columns),
    line(columns.map(() => "--:")),
    ...rows.map((row) => line(row.map((value, at) => (at === 0 ? String(value) : short(value))))),
  ].join("\n");
  return `### ${title}\n\n![${title}](growth-${name}.svg)\n\n${table}\n`;
});
const report = `Taken by \`pnpm growth:room\`, medians of ${runs} runs, on ${machine.sentence()}\n\n${parts.join("\n")}`;
if (asked.out !== undefined) writeSection(asked.out, "growth", report);
process.stdout.write(report);
process.exit(0);
