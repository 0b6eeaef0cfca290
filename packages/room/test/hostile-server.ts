import { meetAtRedis } from "../src/nodes/redis.ts";
import { createPostgresStore } from "../src/store/postgres-store.ts";
import { createSqliteStore } from "../src/store/sqlite-store.ts";
import type { KillPlace } from "./kill-server.ts";
import { startServer } from "./room-server.ts";

// Run as a process of its own by the hostile report: the limits that a real server has, but for addresses, for
// everybody comes from one. Says where it is, then whatever of its own bugs it hears.
const place = JSON.parse(process.argv[2] ?? "{}") as KillPlace;
const options = {
  addressOf: (request: { socket: { remotePort?: number | undefined } }) => `${request.socket.remotePort}`,
  report: (error: unknown) => process.stderr.write(`${String(error)}\n`),
};

async function start(): Promise<string> {
  if ("sqlite" in place) return (await startServer(createSqliteStore(place.sqlite), options)).url;
  const store = createPostgresStore({ url: place.postgres, schema: place.schema });
  const nodes =
    place.redis === null ? {} : { nodes: { meet: meetAtRedis(place.redis, place.schema), store } };
  return (await startServer(store, { ...options, ...nodes })).url;
}

process.on("SIGUSR2", () => globalThis.gc?.());
process.stdout.write(`${await start()}\n`);
