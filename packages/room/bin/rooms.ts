import { join, resolve } from "node:path";
import { type Care, careForPostgres, careForSqlite } from "../src/store/care.ts";

// What an operator does with rooms: on the data folder (CRUX_DATA) or, when it is set, on DATABASE_URL.

const usage = `usage: rooms list                 id, entries, bytes and last day of every room
       rooms erase ROOM           everything about one room; ROOM is its id or its code
       rooms expire DAYS          erases rooms in which nothing happened for so many days
       rooms back-up FILE         a copy of the data folder's database; for PostgreSQL use pg_dump`;

const dayMs = 86_400_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const at = (path: string): string => resolve(process.env.INIT_CWD ?? ".", path);

async function erase(care: Care, word: string): Promise<void> {
  const code = word.toUpperCase().replace(/[\s-]/g, "");
  const room = (await care.roomOfCode(code)) ?? word;
  if (!(await care.erase(room))) throw new Error(`there is no room ${word}`);
  say(`erased ${room}`);
}

async function expire(care: Care, word: string): Promise<void> {
  const days = Number(word);
  if (!Number.isInteger(days) || days < 1) throw new Error(`a whole number of days is expected, not ${word}`);
  const before = Date.now() - days * dayMs;
  const old = (await care.rooms()).filter(({ last }) => last < before);
  for (const { room } of old) await care.erase(room);
  say(`erased ${old.length} rooms in which nothing happened for ${days} days`);
}

async function main(): Promise<void> {
  const [task = "", word = ""] = process.argv.slice(2);
  const isKnown = task === "list" || (["erase", "expire", "back-up"].includes(task) && word !== "");
  if (!isKnown) throw new Error(usage);
  const database = process.env.DATABASE_URL ?? "";
  const care =
    database === ""
      ? careForSqlite(join(at(process.env.CRUX_DATA ?? "data"), "rooms.sqlite"))
      : await careForPostgres(database);
  try {
    if (task === "erase") await erase(care, word);
    else if (task === "expire") await expire(care, word);
    else if (task === "back-up") {
      if (care.backUp === null)
        throw new Error("a PostgreSQL database is backed up with pg_dump --schema=crux");
      await care.backUp(at(word));
      say(`copied to ${at(word)}`);
    } else
      for (const { room, entries, bytes, last } of await care.rooms())
        say([room, entries, bytes, new Date(last).toISOString().slice(0, 10)].join("\t"));
  } finally {
    await care.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`crux: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
