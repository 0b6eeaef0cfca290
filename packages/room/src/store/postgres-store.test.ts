import { must } from "@crux/core";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noPostgres, type PostgresServer, startPostgres } from "../../test/servers/postgres-server.ts";
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
