import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantileOf, runHostileCrowd } from "./hostile-crowd.ts";

// `node packages/room/test/hostile-report.ts [MESSAGES]`: bad messages against one real process, in rounds, beside
// honest people; prints what became of them, the honest latency and the memory after every round as JSON.
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
  const crowd = await runHostileCrowd({
    urls: [url],
    messages: Math.ceil(messages / rounds),
    seed: round,
    hostile: 8,
    everyMs: 50,
  });
  const { alone, beside, ...rest } = crowd;
  report.rounds.push({ ...rest, aloneMs: spread(alone), besideMs: spread(beside) });
  report.memoryMb.push(await memory());
}
process.stdout.write(`${JSON.stringify({ ...report, isAlive: child.exitCode === null }, null, 2)}\n`);
child.kill("SIGKILL");
rmSync(folder, { recursive: true, force: true });
process.exit(0);
