import type { ClientBase } from "pg";

/**
 * Every step that the database has taken, oldest first; a step that has been released is never changed. `SCHEMA`
 * stands for the schema's name.
 */
const migrations: readonly string[] = [
  `CREATE TABLE SCHEMA.rooms (room text PRIMARY KEY, last bigint NOT NULL);
   CREATE TABLE SCHEMA.entries (room text NOT NULL, seq bigint NOT NULL, at bigint NOT NULL, by text NOT NULL,
     kind text NOT NULL, payload bytea NOT NULL, PRIMARY KEY (room, seq));
   CREATE TABLE SCHEMA.snapshots (room text PRIMARY KEY, seq bigint NOT NULL, document bytea NOT NULL,
     state text NOT NULL);
   CREATE TABLE SCHEMA.codes (code text PRIMARY KEY, room text NOT NULL);
   CREATE TABLE SCHEMA.spent (token text PRIMARY KEY, expires bigint NOT NULL);
   CREATE TABLE SCHEMA.settings (name text PRIMARY KEY, value bytea NOT NULL);
   CREATE INDEX spent_expires ON SCHEMA.spent (expires);
   -- Appends for several rooms as one statement, so as one commit: asked[i] goes after entry afters[i] and has
   -- counts[i] entries. The caller sorts by room, so that two of these never wait for each other in a ring.
   CREATE FUNCTION SCHEMA.append_entries(asked text[], afters bigint[], counts int[], ats bigint[], bys text[],
     kinds text[], payloads bytea[]) RETURNS boolean[] LANGUAGE plpgsql AS $$
   DECLARE
     done boolean[] := '{}';
     place int := 0;
   BEGIN
     FOR i IN 1 .. cardinality(asked) LOOP
       IF afters[i] = 0 THEN
         INSERT INTO SCHEMA.rooms VALUES (asked[i], counts[i]) ON CONFLICT DO NOTHING;
       ELSE
         UPDATE SCHEMA.rooms SET last = afters[i] + counts[i] WHERE room = asked[i] AND last = afters[i];
       END IF;
       done := done || FOUND;
       IF done[i] THEN
         INSERT INTO SCHEMA.entries SELECT asked[i], afters[i] + n, ats[place + n], bys[place + n],
           kinds[place + n], payloads[place + n] FROM generate_series(1, counts[i]) AS n;
       END IF;
       place := place + counts[i];
     END LOOP;
     RETURN done;
   END $$;`,
];

/** The name of a schema as it may stand in a statement; throws for anything but plain small letters. */
export function schemaName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`not the name of a schema: ${name}`);
  return name;
}

/** Brings the schema up to date. Whoever starts first does it; the others wait and find it done. */
export async function migrate(client: ClientBase, schema: string): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [`crux migrations ${schema}`]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(`CREATE TABLE IF NOT EXISTS ${schema}.migrations (version int PRIMARY KEY)`);
    const { rows } = await client.query<{ done: number }>(
      `SELECT coalesce(max(version), 0) AS done FROM ${schema}.migrations`,
    );
    const done = rows[0]?.done ?? 0;
    if (done > migrations.length)
      throw new Error(`the database was written by a newer version of Crux (${done} > ${migrations.length})`);
    for (const [at, step] of migrations.entries()) {
      if (at < done) continue;
      await client.query(step.replaceAll("SCHEMA.", `${schema}.`));
      await client.query(`INSERT INTO ${schema}.migrations VALUES ($1)`, [at + 1]);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
