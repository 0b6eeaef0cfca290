import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must } from "@crux/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSqliteStore } from "../src/store/sqlite-store.ts";
import { expectAllKept, type Load, moments, startLoad } from "./kill-load.ts";
import { type KillProcess, startKillProcess } from "./kill-process.ts";
import { enterRaw, updateOf } from "./raw-client.ts";
import { seeded } from "./seeded.ts";

/** A disk of 24 megabytes in memory, at `folder`; false where nothing may be mounted. */
const mountDisk = (folder: string): boolean =>
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "crux-test", folder]).status === 0;
const unmountDisk = (folder: string): void => void spawnSync("umount", ["-l", folder]);

/** Whether disks can be mounted here. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "crux-disk-"));
  const isMounted = mountDisk(folder);
  if (isMounted) unmountDisk(folder);
  rmSync(folder, { recursive: true, force: true });
  return isMounted;
}

const noDisk = canMount() ? "" : " (skipped: mounting a small disk needs root)";
const noLimit = spawnSync("prlimit", ["--version"]).status === 0 ? "" : " (skipped: no prlimit here)";

const run = (command: string, ...args: string[]): void => {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
};

/** What the server says to someone who edits now. */
async function refusalNow(server: KillProcess, room: string): Promise<string> {
  const { client, doc } = await enterRaw(server.url(), { id: room }, "Ann");
  try {
    const update = updateOf(doc, () => doc.getMap("scenario").set("format", "crux/scenario"));
    const reply = await client.ask("update", { update });
    return reply === null ? "no answer" : reply.ok ? "ok" : reply.refusal.code;
  } finally {
    client.close();
  }
}

/** Takes the disk away at random moments, expects it to be said, gives it back, and looks for what was acknowledged. */
async function strike(
  file: string,
  blow: (server: KillProcess) => void | Promise<void>,
  relief: (server: KillProcess) => void,
): Promise<void> {
  const random = seeded(Number(process.env.CRUX_SEED ?? "1"));
  const server = await startKillProcess({ sqlite: file });
  let load: Load | null = null;
  try {
    load = await startLoad([server.url]);
    const { room } = load;
    for (let moment = 0; moment < moments; moment++) {
      await load.someMore(random);
      await blow(server);
      const said = (): Promise<string> => refusalNow(server, room).catch((error: Error) => error.message);
      await expect
        .poll(said, { timeout: 20_000, interval: 300 })
        .toMatch(/not-saved|not-ready|no-entry|closing/);
      relief(server);
    }
    await load.someMore(random);
  } finally {
    await server.kill();
    await load?.end();
  }
  const store = createSqliteStore(file);
  await expectAllKept(store, must(load, "the load"));
  await store.close();
}

describe("a server on SQLite whose disk fails it", () => {
  const folder = mkdtempSync(join(tmpdir(), "crux-full-"));
  const options = { timeout: 600_000 };
  const disk = mkdtempSync(join(tmpdir(), "crux-disk-"));
  beforeAll(() => void (noDisk || mountDisk(disk)));
  afterAll(() => {
    if (!noDisk) unmountDisk(disk);
    for (const one of [folder, disk]) rmSync(one, { recursive: true, force: true });
  });

  it.skipIf(noDisk)(
    `says so while the disk is full, loses nothing, and goes on${noDisk}`,
    options,
    async () => {
      const filler = join(disk, "filler");
      const fill = (): void => {
        try {
          for (;;) appendFileSync(filler, new Uint8Array(4096));
        } catch {
          // Full.
        }
      };
      await strike(join(disk, "rooms.sqlite"), fill, () => rmSync(filler));
    },
  );

  it.skipIf(noDisk)(
    `says so while the disk is read-only, loses nothing, and goes on${noDisk}`,
    options,
    async () => {
      // A disk with files that are open for writing can't be made so: the server finds it like that when it starts.
      const readOnly = async (server: KillProcess): Promise<void> => {
        await server.kill();
        run("mount", "-o", "remount,ro", disk);
        await server.start();
      };
      await strike(join(disk, "read-only.sqlite"), readOnly, () => run("mount", "-o", "remount,rw", disk));
    },
  );

  it.skipIf(noLimit)(
    `says so while nothing may be written, loses nothing, and goes on${noLimit}`,
    options,
    async () => {
      const file = join(folder, "rooms.sqlite");
      const limit = (server: KillProcess, size: string): void =>
        run("prlimit", "--pid", `${server.pid()}`, `--fsize=${size}:unlimited`);
      await strike(
        file,
        (server) => limit(server, "1"),
        (server) => limit(server, "unlimited"),
      );
    },
  );
});
