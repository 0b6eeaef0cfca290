import { meetAtRedis } from "../src/nodes/redis.ts";
import { createPostgresStore } from "../src/store/postgres-store.ts";
import { createSqliteStore } from "../src/store/sqlite-store.ts";
import { startServer } from "./room-server.ts";

/** Where a server that is to be killed keeps its rooms. */
export type KillPlace =
  | { readonly sqlite: string }
  | { readonly postgres: string; readonly schema: string; readonly redis: string | null };

// Run as a process of its own by the kill tests: serves rooms from the place that it is given, and says where.
const place = JSON.parse(process.argv[2] ?? "{}") as KillPlace;

const messagesPerSecond = 100_000;

async function start(): Promise<string> {
  if ("sqlite" in place)
    return (await startServer(createSqliteStore(place.sqlite), { messagesPerSecond })).url;
  const store = createPostgresStore({ url: place.postgres, schema: place.schema });
  const nodes =
    place.redis === null ? {} : { nodes: { meet: meetAtRedis(place.redis, place.schema), store } };
  return (await startServer(store, { messagesPerSecond, ...nodes })).url;
}

process.stdout.write(`${await start()}\n`);
