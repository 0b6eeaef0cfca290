import { type ChildProcess, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";

/** A port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A program that runs until it is told to end; whatever the test forgets ends with the test's process. */
export type Running = {
  /** Sends the signal and waits until the program has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Sends a signal that does not end it. */
  signal(signal: NodeJS.Signals): void;
  isRunning(): boolean;
};

const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts `file`; `uid` is the user that runs it. */
export function run(file: string, args: readonly string[], uid?: number): Running {
  const child = spawn(file, args, { stdio: "ignore", ...(uid !== undefined && { uid, gid: uid }) });
  children.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).then(() => void children.delete(child));
  return {
    async end(signal) {
      if (!children.has(child)) return;
      child.kill(signal);
      await ended;
    },
    signal: (signal) => void child.kill(signal),
    isRunning: () => children.has(child),
  };
}

/** Asks until `isSo` does not throw; throws what it threw last after `ms`. */
export async function eventually<T>(isSo: () => Promise<T>, ms = 20_000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    try {
      return await isSo();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
