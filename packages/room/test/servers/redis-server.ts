import { spawnSync } from "node:child_process";
import { connect } from "node:net";
import { eventually, freePort, type Running, run } from "./server-process.ts";

/** A Redis server that keeps nothing. */
export type RedisServer = {
  readonly url: string;
  readonly port: number;
  /** "SIGSTOP" freezes it, "SIGCONT" lets it go on. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void;
  stop(): Promise<void>;
  start(): Promise<void>;
};

const program = ["redis-server", "valkey-server"].find((name) => spawnSync(name, ["--version"]).status === 0);

/** Why there can be no Redis server here; empty when there can. */
export const noRedis = program === undefined ? " (skipped: no redis-server here)" : "";

/** A server that answers. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let server: Running | null = null;
  const start = async (): Promise<void> => {
    if (program === undefined) throw new Error("no redis-server here");
    const kept = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1"];
    server = run(program, ["--port", `${port}`, ...kept]);
    await eventually(
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(port, "127.0.0.1", () => {
            socket.destroy();
            resolve();
          });
          socket.on("error", reject);
        }),
    );
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    signal: (signal) => server?.signal(signal),
    stop: async () => server?.end("SIGKILL"),
  };
}
