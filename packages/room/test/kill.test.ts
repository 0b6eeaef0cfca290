import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, it } from "vitest";
import { createSqliteStore } from "../src/store/sqlite-store.ts";
import { expectAllKept, moments, startLoad } from "./kill-load.ts";
import { startKillProcess } from "./kill-process.ts";
import { seeded } from "./seeded.ts";

describe("a server on SQLite that is killed under load", () => {
  const folder = mkdtempSync(join(tmpdir(), "crux-kill-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`has every acknowledged edit and command after SIGKILL, ${moments} times`, {
    timeout: 300_000,
  }, async () => {
    const file = join(folder, "rooms.sqlite");
    const random = seeded(Number(process.env.CRUX_SEED ?? "1"));
    const server = await startKillProcess({ sqlite: file });
    const load = await startLoad([server.url]);
    try {
      for (let moment = 0; moment < moments; moment++) {
        await load.someMore(random);
        await server.kill();
        await server.start();
      }
      await load.someMore(random);
    } finally {
      await server.kill();
      await load.end();
    }
    const store = createSqliteStore(file);
    await expectAllKept(store, load);
    await store.close();
  });
});
