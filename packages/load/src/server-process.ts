import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A measured server in a process of its own, with a data folder that lives as long as this object. */
export type ServerProcess = {
  readonly url: string;
  readonly pid: number;
  /** Seconds of processor time that all its threads took so far. */
  cpu(): number;
  /** Megabytes in memory, after a collection of garbage. */
  memory(): Promise<number>;
  /** Ends it as a power cut would, and starts it anew on the same port and folder. */
  killAndRestart(): Promise<void>;
  /** Ends it for good and deletes its data. */
  stop(): Promise<void>;
};

const collect = fileURLToPath(new URL("../peers/collect.mjs", import.meta.url));
const ticksPerSecond = 100;

/** Starts `script` with Node and waits until it listens. */
export async function startProcess(script: string): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), "crux-load-"));
  const port = await freePort();
  let child = await start(script, port, folder);
  const pidOf = (): number => child.pid ?? 0;
  /** Seconds of the processes before this one. */
  let spent = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return pidOf();
    },
    cpu: () => spent + cpuOf(pidOf()),
    async memory() {
      child.kill("SIGUSR2");
      await wait(500);
      child.kill("SIGUSR2");
      await wait(500);
      return memoryOf(pidOf());
    },
    async killAndRestart() {
      spent += cpuOf(pidOf());
      await end(child);
      child = await start(script, port, folder);
    },
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Seconds of processor time of a process so far; 0 where the system does not tell. */
export function cpuOf(pid: number): number {
  // The name of the process, in brackets, may hold spaces; the 12th and 13th fields after it are the times.
  const fields = readProc(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

/** Megabytes that a process has in memory. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Resolves after `ms` milliseconds. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function readProc(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function start(script: string, port: number, folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--expose-gc", "--import", collect, script, String(port), folder], {
    stdio: ["ignore", "pipe", process.env.CRUX_VERBOSE ? "inherit" : "ignore"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
    child.stdout.on("data", (text: Buffer) => text.toString().includes("ready") && resolve(child));
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGKILL");
  return gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
