import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Chart, chartOf } from "./growth-chart.ts";
import { measureIdle, measureJoining, measureTyping } from "./scenarios.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";
import { crux } from "./services/crux.ts";
import { short } from "./statistics.ts";

/*
 * `pnpm growth:room`: how a room's cost grows with people, rooms, length of the log and size of the document. Writes
 * one picture each and one table for all into docs/growth-room.md.
 */

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));

/** Runs `measure` for each size on a fresh server. */
async function over(
  sizes: readonly number[],
  measure: (server: ServerProcess, size: number) => Promise<readonly number[]>,
): Promise<readonly (readonly number[])[]> {
  const rows: (readonly number[])[] = [];
  for (const size of sizes) {
    const server = await startProcess(crux.script);
    const values = await measure(server, size).catch(() => [Number.NaN]);
    await server.stop();
    rows.push([size, ...values]);
    process.stderr.write(`${[size, ...values].map(short).join(" ")}\n`);
  }
  return rows;
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
    rows: await over([10, 25, 50, 100, 200], typing),
  },
  {
    name: "rooms",
    title: "Silent rooms of two on one node",
    columns: ["rooms", "memory MB", "kB per room"],
    shown: 1,
    rows: await over([50, 100, 200, 400], async (server, rooms) => {
      const { memory, perRoomKb } = await measureIdle(crux, server, { rooms, bytes: 3_000 });
      return [memory, perRoomKb];
    }),
  },
  {
    name: "log",
    title: "Edits in the log: opening the room after a restart",
    columns: ["edits", "first joins ms"],
    shown: 1,
    rows: await over([100, 1_000, 5_000, 10_000], openAfter),
  },
  {
    name: "document",
    title: "Size of the document: joining",
    columns: ["kB", "p50 ms", "p95 ms", "50 at once ms"],
    shown: 1,
    rows: await over([10, 50, 100, 200, 400], async (server, kB) => {
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
  const since = performance.now();
  const reader = await crux.join(
    server.url,
    way,
    { writes: true },
    { update: () => {}, acknowledged: () => {} },
  );
  const took = performance.now() - since;
  reader.close();
  return [took];
}

const parts = charts.map(({ name, title, columns, rows, ...chart }) => {
  writeFileSync(`${docs}growth-${name}.svg`, chartOf({ name, title, columns, ...chart }, rows));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = [
    line(columns),
    line(columns.map(() => "--:")),
    ...rows.map((row) => line(row.map((value, at) => (at === 0 ? String(value) : short(value))))),
  ].join("\n");
  return `## ${title}\n\n![${title}](growth-${name}.svg)\n\n${table}\n`;
});
const out = process.argv[2] ?? "/dev/stdout";
writeFileSync(out, `${parts.join("\n")}`);
process.exit(0);
