import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createMemoryStore } from "./memory-store.ts";
import { createSqliteStore } from "./sqlite-store.ts";
import { describeSharedStore, describeStore } from "./store.contract.ts";

const made: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "crux-store-"));
  made.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describeStore("memory store", createMemoryStore, () => "", false);
describeStore(
  "SQLite store",
  (folder) => createSqliteStore(join(folder, "new", "rooms.sqlite")),
  newFolder,
  true,
);

const shared = new Map<string, ReturnType<typeof createMemoryStore>>();
describeSharedStore(
  "memory store, shared",
  (place) => {
    const store = shared.get(place) ?? createMemoryStore();
    shared.set(place, store);
    return store;
  },
  () => `${shared.size}`,
);
