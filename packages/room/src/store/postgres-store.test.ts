import { must } from "@crux/core";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noPostgres, type PostgresServer, startPostgres } from "../../test/servers/postgres-server.ts";
import { claimDatabase } from "./postgres-claim.ts";
import { createPostgresStore } from "./postgres-store.ts";
import { describeSharedStore, describeStore } from "./store.contract.ts";

describe.skipIf(noPostgres)(`on PostgreSQL${noPostgres}`, () => {
  let server: PostgresServer | null = null;
  const url = (): string => must(server, "a server").url;
  let schemas = 0;
  const newSchema = () => `store_${++schemas}`;
  const make = (schema: string) => createPostgresStore({ url: url(), schema });
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  describeStore("PostgreSQL store", make, newSchema, true);
  describeSharedStore("PostgreSQL store, shared", make, newSchema);

  it("makes its tables once when many processes start at the same time", async () => {
    const schema = newSchema();
    const stores = Array.from({ length: 8 }, () => make(schema));
    expect(await Promise.all(stores.map((store) => store.snapshot("a")))).toEqual(Array(8).fill(null));
    await Promise.all(stores.map((store) => store.close()));
  });

  it("keeps one secret for all who ask at the same time", async () => {
    const store = make(newSchema());
    const fresh = Array.from({ length: 4 }, (_, at) => new Uint8Array(32).fill(at));
    const kept = await Promise.all(fresh.map((one) => store.secret(one)));
    expect(new Set(kept.map((one) => Buffer.from(one).toString("hex"))).size).toBe(1);
    await store.close();
  });

  it("is claimed by one process alone, or by several together", async () => {
    const schema = newSchema();
    const claim = (how: "alone" | "together") => claimDatabase({ url: url(), schema, how, patienceMs: 0 });
    const alone = must(await claim("alone"), "a claim");
    expect([await claim("alone"), await claim("together")]).toEqual([null, null]);
    await alone.release();
    const [one, two] = [must(await claim("together"), "one"), must(await claim("together"), "two")];
    expect(await claim("alone")).toBeNull();
    await Promise.all([one.release(), two.release()]);
    const elsewhere = must(
      await claimDatabase({ url: url(), schema: newSchema(), how: "alone", patienceMs: 0 }),
      "another schema is another server's",
    );
    await elsewhere.release();
  });

  it("stays claimed when the database restarts, unless another process was faster", async () => {
    const schema = newSchema();
    const claim = (patienceMs: number) => claimDatabase({ url: url(), schema, how: "alone", patienceMs });
    const held = must(await claim(0), "a claim");
    await server?.stop("SIGINT");
    await server?.start();
    await expect.poll(() => claim(0), { timeout: 10_000 }).toBeNull();
    await held.release();
    await (await claim(2_000))?.release();
  });

  it("refuses a database that a newer version wrote", async () => {
    const schema = newSchema();
    const first = make(schema);
    await first.snapshot("a");
    await first.close();
    const client = new Client({ connectionString: url() });
    await client.connect();
    await client.query(`INSERT INTO ${schema}.migrations VALUES (999)`);
    await client.end();
    const store = make(schema);
    await expect(store.snapshot("a")).rejects.toThrow("newer version");
    await store.close();
  });

  it("rejects while the server is away, and goes on when it is back", async () => {
    const store = make(newSchema());
    const entry = { at: 1, by: "ann", kind: "event", payload: Uint8Array.of(1) } as const;
    await store.append("a", 0, [entry]);
    const held = await store.turn("a");
    await server?.stop("SIGQUIT");
    await expect(store.append("a", 1, [entry])).rejects.toThrow();
    await expect(held.append([entry])).rejects.toThrow();
    await held.end();
    await expect(store.turn("a")).rejects.toThrow();
    await server?.start();
    expect((await store.read("a", 0, 9)).length).toBe(1);
    expect(await store.append("a", 1, [entry])).toEqual({ kind: "appended", from: 2 });
    await store.close();
  });
});
