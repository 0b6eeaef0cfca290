import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Admission } from "../src/wire/messages.ts";
import { attackAll, type Plan, quantileOf, runHostileCrowd, type Tally } from "./hostile-crowd.ts";

// The attackers run in a process of their own (this file with `attack`): only the server is shared.
// `node packages/room/test/hostile-report.ts [MESSAGES]`: bad messages against one real process, in rounds, beside
// honest people; prints what became of them, the honest latency and the memory after every round as JSON.
if (process.argv[2] === "attack") {
  const { plan, room } = JSON.parse(process.argv[3] ?? "{}") as { plan: Plan; room: Admission };
  process.stdout.write(JSON.stringify(await attackAll(plan, room)));
  process.exit(0);
}

const attackElsewhere = async (plan: Plan, room: Admission): Promise<Tally> => {
  const asked = [import.meta.filename, "attack", JSON.stringify({ plan, room })];
  const { stdout } = await promisify(execFile)(process.execPath, asked, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Tally;
};

const messages = Number(process.argv[2] ?? "10000");
const rounds = 4;
const folder = mkdtempSync(join(tmpdir(), "crux-hostile-"));
const child = spawn(
  process.execPath,
  ["--expose-gc", join(import.meta.dirname, "hostile-server.ts"), join(folder, "rooms.sqlite")],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const url = await new Promise<string>((resolve) =>
  child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim())),
);
const memory = async (): Promise<number> => {
  child.kill("SIGUSR2");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};
const spread = (values: readonly number[]): readonly number[] =>
  [0.5, 0.95, 0.99].map((share) => Number(quantileOf(values, share).toFixed(1)));

const report = { rounds: [] as object[], memoryMb: [await memory()] };
for (let round = 1; round <= rounds; round++) {
  // 400 a second, which is most of what the server lets eight people send for long.
  const plan = {
    urls: [url],
    messages: Math.ceil(messages / rounds),
    seed: round,
    hostile: 8,
    rate: 50,
    everyMs: 50,
  };
  const crowd = await runHostileCrowd(plan, attackElsewhere);
  const { alone, beside, ...rest } = crowd;
  report.rounds.push({ ...rest, aloneMs: spread(alone), besideMs: spread(beside) });
  report.memoryMb.push(await memory());
}
process.stdout.write(`${JSON.stringify({ ...report, isAlive: child.exitCode === null }, null, 2)}\n`);
child.kill("SIGKILL");
rmSync(folder, { recursive: true, force: true });
process.exit(0);
