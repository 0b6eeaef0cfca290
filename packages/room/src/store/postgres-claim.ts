import { Client } from "pg";
import { configOf } from "./postgres-store.ts";

/** The right to serve the rooms of one database. */
export type Claim = {
  /** Resolves when another process has it now, which can only happen while the database was away. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
};

/** Whose database it is to be. */
export type ClaimOptions = {
  readonly url: string;
  readonly schema?: string;
  /** "alone": no other process may serve it; "together": others may that also say so. */
  readonly how: "alone" | "together";
  /** How long to wait for one that is just ending. */
  readonly patienceMs?: number;
};

const againMs = 500;

/**
 * Claims a database for as long as this process runs; null when others have it in a way that excludes this. It is
 * a lock of a session, so it ends with the process however that ends.
 */
export async function claimDatabase(options: ClaimOptions): Promise<Claim | null> {
  const { schema = "crux", patienceMs = 5_000 } = options;
  const lock = options.how === "alone" ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
  let client: Client | null = null;
  let isReleased = false;
  let tellLost = (): void => {};
  const lost = new Promise<void>((resolve) => {
    tellLost = resolve;
  });

  /** Whether it is ours; rejects when the database does not answer. */
  const claimOnce = async (): Promise<boolean> => {
    // Nothing is asked on this session again: a patience of its own would only end it.
    const session = new Client({ ...configOf(options.url), statement_timeout: 5_000 });
    session.on("error", () => {});
    try {
      await session.connect();
      const { rows } = await session.query<{ mine: boolean }>(`SELECT ${lock}(hashtext($1)) AS mine`, [
        `crux processes ${schema}`,
      ]);
      if (rows[0]?.mine !== true) {
        await session.end();
        return false;
      }
    } catch (error) {
      await session.end().catch(() => {});
      throw error;
    }
    client = session;
    session.once("end", () => {
      if (client === session && !isReleased) void keep();
    });
    return true;
  };

  const claimWithin = async (ms: number): Promise<boolean> => {
    for (let waited = 0; ; waited += againMs) {
      if (await claimOnce()) return true;
      if (waited >= ms) return false;
      await pause();
    }
  };

  /** The session broke: claim it again, for as long as the database is away. */
  const keep = async (): Promise<void> => {
    client = null;
    while (!isReleased) {
      const isMine = await claimWithin(patienceMs).catch(() => null);
      if (isMine === true) return;
      if (isMine === false) return tellLost();
      await pause();
    }
  };

  if (!(await claimWithin(patienceMs))) return null;
  return {
    lost,
    async release() {
      isReleased = true;
      await client?.end().catch(() => {});
    },
  };
}

/** Keeps the process alive, which has nothing else to do while it starts. */
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, againMs));
