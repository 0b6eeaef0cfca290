import { must } from "@crux/core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { meetAtRedis } from "../src/nodes/redis.ts";
import { createPostgresStore } from "../src/store/postgres-store.ts";
import { PROTOCOL_VERSION } from "../src/wire/version.ts";
import { comeIn, doorsTo, makeRoom, until } from "./people.ts";
import { admitRaw, connectRaw, makeRawRoom, post, secretOf } from "./raw-client.ts";
import { type RoomServer, startServer } from "./room-server.ts";
import { noPostgres, type PostgresServer, startPostgres } from "./servers/postgres-server.ts";
import { noRedis, type RedisServer, startRedis } from "./servers/redis-server.ts";

const missing = noPostgres || noRedis;

describe.skipIf(missing)(`two nodes on PostgreSQL and Redis${missing}`, () => {
  let postgres: PostgresServer | null = null;
  let redis: RedisServer | null = null;
  let schemas = 0;
  let open: RoomServer[] = [];
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  });
  afterEach(async () => {
    await Promise.all(open.map((server) => server.close()));
    expect(open.flatMap(({ errors }) => errors)).toEqual([]);
    open = [];
  });
  afterAll(async () => {
    await Promise.all([postgres?.remove(), redis?.stop()]);
  });

  const startNode = async (schema: string): Promise<RoomServer> => {
    const store = createPostgresStore({ url: must(postgres, "PostgreSQL").url, schema });
    const meet = meetAtRedis(must(redis, "Redis").url, schema);
    const server = await startServer(store, { nodes: { meet, store } });
    open.push(server);
    return server;
  };
  const startNodes = async (): Promise<[RoomServer, RoomServer]> => {
    const schema = `nodes_${++schemas}`;
    return [await startNode(schema), await startNode(schema)];
  };

  it("show people of one room the same, wherever they are", async () => {
    const [one, two] = await startNodes();
    const ann = await makeRoom(one.url, "Ann");
    const bob = await comeIn(two.url, ann, "Bob");
    await Promise.all([
      until(ann, (view) => view.people.length === 2),
      until(bob, (view) => view.people.length === 2),
    ]);
    for (let round = 0; round < 10; round++) {
      ann.edit.setText({ kind: "scenario", key: "" }, "title", `by Ann ${round}`);
      bob.send({ kind: "rename", name: `Bob ${round}` });
    }
    await until(bob, (view) => view.rows.scenario.texts.title === "by Ann 9");
    const renamed = await until(ann, (view) => view.people.some(({ name }) => name === "Bob 9"));
    expect(renamed.lastRefusal).toBeNull();
    bob.edit.setText({ kind: "scenario", key: "" }, "title", "by Bob");
    await until(ann, (view) => view.rows.scenario.texts.title === "by Bob");
    ann.leave();
    bob.leave();
  });

  it("know who is where on the other node, and forget those of a node that is gone", async () => {
    const [one, two] = await startNodes();
    const ann = await makeRoom(one.url, "Ann");
    const bob = await comeIn(two.url, ann, "Bob");
    const bobId = must(bob.getSnapshot().you, "Bob").id;
    const isThere = (id: string) => (view: ReturnType<typeof ann.getSnapshot>) =>
      (view.people.find((person) => person.id === id)?.at.length ?? 0) > 0;
    await until(ann, isThere(bobId));
    await until(bob, isThere(must(ann.getSnapshot().you, "Ann").id));
    bob.leave();
    await until(ann, (view) => !isThere(bobId)(view));
    ann.leave();
  });

  it("keep all of what both write to one room at the same time, once and in one order", async () => {
    const [one, two] = await startNodes();
    const ann = await makeRoom(one.url, "Ann");
    const bob = await comeIn(two.url, ann, "Bob");
    const rows = Array.from({ length: 30 }, (_, at) => at);
    for (const at of rows) {
      ann.edit.addRow("terms", { label: `ann ${at}` });
      bob.edit.addRow("terms", { label: `bob ${at}` });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const all = rows.flatMap((at) => [`ann ${at}`, `bob ${at}`]).sort();
    const labels = (view: ReturnType<typeof ann.getSnapshot>): string[] =>
      view.rows.terms
        .map(({ texts }) => texts.label ?? "")
        .filter((label) => /^(ann|bob) \d/.test(label))
        .sort();
    const isSaved = (view: ReturnType<typeof ann.getSnapshot>): boolean =>
      view.saving.kind === "saved" && labels(view).length === all.length;
    expect(labels(await until(ann, isSaved))).toEqual(all);
    expect(labels(await until(bob, isSaved))).toEqual(all);
    expect(ann.getSnapshot().rows).toEqual(bob.getSnapshot().rows);
    ann.leave();
    bob.leave();
  });

  it("take a ticket once, at whichever node it was not made", async () => {
    const [one, two] = await startNodes();
    const { room } = await makeRawRoom(one.url, "Ann");
    const { ticket } = await admitRaw(two.url, { id: room }, "Ann");
    const first = await connectRaw(one.url, ticket);
    await expect(connectRaw(two.url, ticket)).rejects.toThrow("bad-ticket");
    await expect(connectRaw(one.url, ticket)).rejects.toThrow("bad-ticket");
    first.close();
  });

  it("count wrong guesses together", async () => {
    const [one, two] = await startNodes();
    const guess = async (url: string): Promise<number> =>
      (
        await post(url, "/api/rooms/join", {
          version: PROTOCOL_VERSION,
          room: { code: "ABCDEF" },
          name: "Eve",
          secret: secretOf("Eve"),
        })
      ).status;
    for (let at = 0; at < 20; at++) expect(await guess(one.url)).toBe(403);
    await expect.poll(() => guess(two.url), { timeout: 5_000 }).toBe(429);
  });

  it("keep numbers blind across nodes, because the moderator is there on the other one, until they are revealed", async () => {
    const [one, two] = await startNodes();
    const ann = await makeRoom(one.url, "Ann");
    const bob = await comeIn(two.url, ann, "Bob");
    const annId = must(ann.getSnapshot().you, "Ann").id;
    const bobId = must(bob.getSnapshot().you, "Bob").id;
    await until(bob, (view) => view.people.some(({ id, at }) => id === annId && at.length > 0));
    bob.send({ kind: "pin", g: "3" });
    const blind = await until(ann, (view) => view.estimates.count === 1);
    expect([blind.estimates.blind, blind.estimates.values, blind.pins]).toEqual([true, {}, {}]);
    expect((await until(bob, (view) => view.estimates.count === 1)).pins).toEqual({ [bobId]: "3" });
    ann.send({ kind: "reveal-estimates" });
    await until(ann, (view) => view.pins[bobId] === "3");
    ann.leave();
    bob.leave();
  });

  it("follow the log while Redis is away, and hear of each other again when it is back", async () => {
    const [one, two] = await startNodes();
    const ann = await makeRoom(one.url, "Ann");
    const bob = await comeIn(two.url, ann, "Bob");
    await redis?.stop();
    for (const text of ["away 1", "away 2"]) {
      ann.edit.setText({ kind: "scenario", key: "" }, "title", text);
      // Nothing that Bob does makes his node look.
      await until(bob, (view) => view.rows.scenario.texts.title === text);
    }
    await redis?.start();
    const cat = await comeIn(one.url, ann, "Cat");
    const catId = must(cat.getSnapshot().you, "Cat").id;
    await until(bob, (view) => view.people.some(({ id, at }) => id === catId && at.length > 0));
    for (const room of [ann, bob, cat]) room.leave();
  });

  it("move a room with everybody in it to another node without a word lost", async () => {
    const [one, two] = await startNodes();
    const doors = doorsTo(one.url);
    const ann = await makeRoom(one.url, "Ann", doors);
    ann.edit.setText({ kind: "scenario", key: "" }, "title", "before");
    await until(ann, (view) => view.saving.kind === "saved");
    const bob = await comeIn(two.url, ann, "Bob");
    expect(bob.getSnapshot().rows.scenario.texts.title).toBe("before");
    ann.leave();
    await one.close();
    open = [two];
    bob.edit.setText({ kind: "scenario", key: "" }, "title", "after");
    await until(bob, (view) => view.saving.kind === "saved");
    const again = await comeIn(two.url, bob, "Cat");
    expect(again.getSnapshot().rows.scenario.texts.title).toBe("after");
    bob.leave();
    again.leave();
  });
});
