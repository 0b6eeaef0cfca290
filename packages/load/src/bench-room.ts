import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Figures, reportOf } from "./bench-report.ts";
import { writeSection } from "./docs-section.ts";
import { watchMachine } from "./machine.ts";
import { measureReveal } from "./reveal.ts";
import { measureIdle, measureJoining, measureLosses, measureTyping } from "./scenarios.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";
import type { Service } from "./service.ts";
import { crux } from "./services/crux.ts";
import { hocuspocus } from "./services/hocuspocus.ts";
import { ySocketIo } from "./services/y-socket-io.ts";
import { yWebsocket } from "./services/y-websocket.ts";

/*
 * `pnpm bench:room [--runs 3] [--seconds 10] [--only TITLE,…] [--short] [--out FILE]`: our server and its peers, each
 * in a process of its own with its persistence on, under the same people, one after the other in every run. Medians
 * over the runs. `--short` takes about five minutes: 4 s of typing, and only what varies most (100 people, joining)
 * in every run. `--out docs/benchmarks-room.md` replaces the tables there.
 */

const { values: asked } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    seconds: { type: "string" },
    out: { type: "string" },
    only: { type: "string", default: "" },
    short: { type: "boolean", default: false },
  },
});
const runs = Math.max(1, Number(asked.runs) || 1);
const seconds = Math.min(15, Math.max(1, Number(asked.seconds) || (asked.short ? 4 : 10)));
/** Measured in every run of a short set; the others once. */
const everyRun = ["100 people", "joining 200 kB"];
const machine = watchMachine();
const results: Record<string, Record<string, Figures[]>> = {};
const services: readonly Service[] = [crux, yWebsocket, hocuspocus, ySocketIo];

/** What is measured of every server; each on a fresh process, so that none pays for what came before. */
const measurements: Readonly<Record<string, (service: Service, server: ServerProcess) => Promise<Figures>>> =
  {
    "2 people": (service, server) => typing(service, server, 1, 2),
    "20 people": (service, server) => typing(service, server, 1, 20),
    "100 people": (service, server) => typing(service, server, 1, 100),
    "500 rooms of 2": async (service, server) => {
      const { perRoomKb, memory } = await measureIdle(service, server, { rooms: 500, bytes: 3_000 });
      return { "kB per idle room": perRoomKb, "memory MB": memory };
    },
    "joining 200 kB": async (service, server) => {
      const { one, fifty } = await measureJoining(service, server, { bytes: 200_000 });
      return { "p50 ms": one.p50, "p95 ms": one.p95, "50 at once, ms": fifty };
    },
    "kill -9": async (service, server) => {
      const { acknowledged, acknowledgedLost, seen, seenLost } = await measureLosses(service, server);
      return {
        acknowledged,
        "of them lost": acknowledgedLost,
        "seen by others": seen,
        "of those lost": seenLost,
      };
    },
    "200 people and a reveal": async (service, server): Promise<Figures> =>
      service === crux ? { "last of 200 heard, ms": await measureReveal(server.url, 200) } : {},
  };

async function typing(
  service: Service,
  server: ServerProcess,
  rooms: number,
  people: number,
): Promise<Figures> {
  const typists = Math.min(5, people);
  const cost = await measureTyping(service, server, {
    rooms,
    people,
    typists,
    rate: 10,
    seconds,
    bytes: 12_000,
  });
  return {
    "p50 ms": cost.latency.p50,
    "p95 ms": cost.latency.p95,
    "p99 ms": cost.latency.p99,
    "CPU µs/delivery": cost.cpuMicros,
    "bytes/delivery": cost.bytes,
    "memory MB": cost.memory,
    "heard %": cost.heard * 100,
  };
}

function installPeers(): void {
  const cwd = fileURLToPath(new URL("../peers", import.meta.url));
  if (existsSync(`${cwd}/node_modules`)) return;
  process.stderr.write("installing the peers (once) …\n");
  const done = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (done.status !== 0) throw new Error("the peers could not be installed");
}

function note(what: string, server: string, figures: Figures): void {
  const byServer = results[what] ?? {};
  byServer[server] = [...(byServer[server] ?? []), figures];
  results[what] = byServer;
}

const only = asked.only.split(",").filter((one) => one !== "");
const wanted = Object.entries(measurements).filter(([what]) => only.length === 0 || only.includes(what));
installPeers();
for (let run = 1; run <= runs; run++)
  for (const [what, measure] of wanted) {
    if (asked.short && run > 1 && !everyRun.includes(what)) continue;
    for (const service of services) {
      const server = await startProcess(service.script);
      const figures = await measure(service, server).catch((error: unknown) => {
        process.stderr.write(`${service.name}, ${what}: ${String(error)}\n`);
        return null;
      });
      machine.own(server.cpu());
      await server.stop();
      if (figures !== null) note(what, service.name, figures);
      process.stderr.write(`run ${run}, ${what}, ${service.name}: ${JSON.stringify(figures)}\n`);
    }
  }

const report = reportOf(results, { runs, seconds, machine: machine.sentence() });
if (asked.out !== undefined) writeSection(asked.out, "bench", report);
process.stdout.write(report);
process.exit(0);
