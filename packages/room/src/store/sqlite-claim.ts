import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

const againMs = 500;

/**
 * Claims the rooms of a SQLite file for as long as this process runs: two would not hear of each other. What comes
 * back lets go; null when another process has them and does not end within `patienceMs`. It is a lock that the
 * system holds on a file beside `file`, so it ends with the process however that ends.
 */
export async function claimFile(file: string, patienceMs = 5_000): Promise<(() => void) | null> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let waited = 0; ; waited += againMs) {
    const release = claimOnce(`${file}-serving`);
    if (release !== null || waited >= patienceMs) return release;
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

function claimOnce(lock: string): (() => void) | null {
  const database = new Database(lock, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
    return () => void database.close();
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === "SQLITE_BUSY") return null;
    throw error;
  }
}
