import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { moveRooms } from "../src/store/move-rooms.ts";
import { claimDatabase } from "../src/store/postgres-claim.ts";
import { createPostgresStore } from "../src/store/postgres-store.ts";

// Copies the rooms of a data folder into the PostgreSQL database of DATABASE_URL, and compares them there.

const [folder = process.env.CRUX_DATA ?? "data"] = process.argv.slice(2);
const url = process.env.DATABASE_URL ?? "";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (url === "") throw new Error("DATABASE_URL is not set: it says where the rooms go");
  const claim = await claimDatabase({ url, how: "alone" });
  if (claim === null) throw new Error("a server uses this database: stop it first");
  const store = createPostgresStore({ url });
  try {
    const data = resolve(process.env.INIT_CWD ?? ".", folder);
    const key = join(data, "key");
    await store.secret(
      existsSync(key) ? Buffer.from(readFileSync(key, "utf8").trim(), "hex") : randomBytes(32),
    );
    const { rooms, entries, codes } = await moveRooms(join(data, "rooms.sqlite"), store, say);
    say(`${rooms} rooms with ${entries} entries and ${codes} codes are there, and equal`);
  } finally {
    await store.close();
    await claim.release();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`crux: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
