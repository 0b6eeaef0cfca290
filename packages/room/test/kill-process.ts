import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { KillPlace } from "./kill-server.ts";

/** A server in a process of its own. */
export type KillProcess = {
  readonly url: () => string;
  readonly pid: () => number;
  /** SIGKILL, at once. */
  kill(): Promise<void>;
  /** Starts it again, at another address. */
  start(): Promise<void>;
};

const started = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of started) child.kill("SIGKILL");
});

/** A server that keeps its rooms in `place`. */
export async function startKillProcess(place: KillPlace): Promise<KillProcess> {
  let child: ChildProcess | null = null;
  let url = "";
  const start = async (): Promise<void> => {
    const made = spawn(
      process.execPath,
      [join(import.meta.dirname, "kill-server.ts"), JSON.stringify(place)],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    child = made;
    started.add(made);
    url = await new Promise<string>((resolve, reject) => {
      made.once("error", reject);
      made.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
      made.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
    });
    // A test that fails must not wait for it.
    made.stdout.destroy();
    made.unref();
  };
  await start();
  return {
    url: () => url,
    pid: () => child?.pid ?? 0,
    start,
    async kill() {
      const dying = child;
      child = null;
      if (dying === null) return;
      const gone = new Promise((resolve) => dying.once("exit", resolve));
      dying.kill("SIGKILL");
      await gone;
      started.delete(dying);
    },
  };
}
