import { must } from "@crux/core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { createPostgresStore } from "../src/store/postgres-store.ts";
import { expectAllKept, type Load, moments, startLoad } from "./kill-load.ts";
import { type KillProcess, startKillProcess } from "./kill-process.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { type CutProxy, startProxy } from "./servers/cut-proxy.ts";
import { noPostgres, type PostgresServer, startPostgres } from "./servers/postgres-server.ts";
import { noRedis, type RedisServer, startRedis } from "./servers/redis-server.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How long something stays away: ten seconds, or a moment in the plain run. */
const awayMs = process.env.CRUX_RUNS ? 10_000 : 1_500;
const options = { timeout: 1_200_000 };
const random = (): Seeded => seeded(Number(process.env.CRUX_SEED ?? "1"));

describe.skipIf(noPostgres)(`servers on PostgreSQL${noPostgres}`, () => {
  let postgres: PostgresServer | null = null;
  const postgresUrl = (): string => must(postgres, "PostgreSQL").url;
  let schemas = 0;
  const processes: KillProcess[] = [];
  const newSchema = (): string => `kill_${++schemas}`;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.kill()));
    await postgres?.remove();
  });

  const startNode = async (
    schema: string,
    redis: string | null,
    url: string = postgresUrl(),
  ): Promise<KillProcess> => {
    const one = await startKillProcess({ postgres: url, schema, redis });
    processes.push(one);
    return one;
  };

  /** Strikes at random moments of a load on `nodes`, and looks for what was acknowledged when all is over. */
  const strike = async (
    schema: string,
    nodes: readonly KillProcess[],
    blow: (moment: number, load: Load) => Promise<void>,
  ): Promise<void> => {
    const chance = random();
    const load = await startLoad(nodes.map((node) => node.url));
    try {
      for (let moment = 0; moment < moments; moment++) {
        await load.someMore(chance);
        await blow(moment, load);
      }
      await load.someMore(chance);
    } finally {
      await Promise.all(nodes.map((node) => node.kill()));
      await load.end();
    }
    const store = createPostgresStore({ url: postgresUrl(), schema });
    await expectAllKept(store, load);
    await store.close();
  };

  it(`have every acknowledged edit and command after SIGKILL, ${moments} times`, options, async () => {
    const schema = newSchema();
    const node = await startNode(schema, null);
    await strike(schema, [node], async () => {
      await node.kill();
      await node.start();
    });
  });

  it(`have every one after PostgreSQL was restarted under them, ${moments} times`, options, async () => {
    const schema = newSchema();
    const node = await startNode(schema, null);
    await strike(schema, [node], async (moment) => {
      await postgres?.stop(moment % 2 === 0 ? "SIGQUIT" : "SIGINT");
      await postgres?.start();
    });
  });

  describe.skipIf(noRedis)(`two nodes that meet at Redis${noRedis}`, () => {
    let redis: RedisServer | null = null;
    const redisUrl = (): string => must(redis, "Redis").url;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis?.stop());

    it(`keep every one when one of them is killed, ${moments} times`, options, async () => {
      const schema = newSchema();
      const nodes = [await startNode(schema, redisUrl()), await startNode(schema, redisUrl())] as const;
      await strike(schema, nodes, async (moment) => {
        const node = nodes[moment % 2 === 0 ? 0 : 1];
        await node.kill();
        await node.start();
      });
    });

    it(`keep every one when PostgreSQL restarts, ${moments} times`, options, async () => {
      const schema = newSchema();
      const nodes = [await startNode(schema, redisUrl()), await startNode(schema, redisUrl())];
      await strike(schema, nodes, async (moment) => {
        await postgres?.stop(moment % 2 === 0 ? "SIGINT" : "SIGQUIT");
        await postgres?.start();
      });
    });

    it(
      `lose nothing and change no order while Redis hangs or is killed, ${moments} times`,
      options,
      async () => {
        const schema = newSchema();
        const nodes = [await startNode(schema, redisUrl()), await startNode(schema, redisUrl())];
        await strike(schema, nodes, async (moment, load) => {
          if (moment % 2 === 0) redis?.signal("SIGSTOP");
          else await redis?.stop();
          await pause(awayMs);
          await load.someMore(random());
          if (moment % 2 === 0) redis?.signal("SIGCONT");
          else await redis?.start();
        });
      },
    );

    it(`lose nothing and change no order while the network is cut, ${moments} times`, options, async () => {
      const schema = newSchema();
      const [toRedis, toPostgres] = [
        await startProxy(must(redis, "Redis").port),
        await startProxy(Number(new URL(postgresUrl()).port)),
      ];
      const proxied = (url: string, { port }: CutProxy): string => {
        const changed = new URL(url);
        changed.port = `${port}`;
        return changed.href;
      };
      const nodes = [
        await startNode(schema, redisUrl()),
        await startNode(schema, proxied(redisUrl(), toRedis), proxied(postgresUrl(), toPostgres)),
      ];
      await strike(schema, nodes, async (moment) => {
        // From the other node only, from everything but its people, and both ways round in between.
        const cut = moment % 3 === 0 ? [toRedis] : moment % 3 === 1 ? [toPostgres] : [toRedis, toPostgres];
        for (const proxy of cut) proxy.cut();
        await pause(awayMs);
        for (const proxy of cut) proxy.mend();
      });
      await Promise.all([toRedis.close(), toPostgres.close()]);
    });
  });
});
