import { randomUUID } from "node:crypto";
import { createClient } from "@redis/client";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Server } from "socket.io";
import type { Bus, NodeMessage } from "./bus.ts";

/** How the processes of one server reach each other. */
export type Nodes = {
  /** For Socket.IO's option of this name; undefined for none. */
  readonly adapter: ReturnType<typeof createAdapter> | undefined;
  /** Whether messages get through now, as far as one can tell. */
  isUp(): boolean;
  /** The bus over a server that was made with the adapter. */
  bus(io: Server): Bus;
};

type Client = ReturnType<typeof connect>;

const pingEveryMs = 1_000;
const slowAfterMs = 1_500;
const event = "crux";

const connect = (url: string) =>
  createClient({
    url,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 6), 1_000),
    },
    commandsQueueMaxLength: 10_000,
  });

/**
 * Processes that meet at the Redis server of `url`, by Socket.IO's streams adapter. Starting does not wait for
 * Redis: until it answers, and whenever it does not, rooms follow the log by looking at it.
 */
export function meetAtRedis(url: string, prefix = "crux"): Nodes {
  const client = connect(url);
  // What went wrong shows as `isUp`.
  client.on("error", () => {});
  const adapter = createAdapter(guarded(client), {
    streamName: `${prefix}:stream`,
    channelPrefix: `${prefix}:channel`,
  });
  client.connect().catch(() => {});
  let heardAt = Number.NEGATIVE_INFINITY;
  let isClosed = false;
  const ping = async (): Promise<void> => {
    if (isClosed) return;
    setTimeout(() => void ping(), pingEveryMs).unref();
    if (!client.isReady) return;
    const before = performance.now();
    await client.ping().catch(() => null);
    if (client.isReady && performance.now() - before < slowAfterMs) heardAt = performance.now();
  };
  client.on("ready", () => {
    heardAt = performance.now();
  });
  void ping();
  const isUp = (): boolean => client.isReady && performance.now() - heardAt < pingEveryMs + slowAfterMs;
  return {
    adapter,
    isUp,
    bus: (io) => {
      const node = randomUUID();
      return {
        node,
        isUp,
        send: (message) => {
          if (isUp()) io.serverSideEmit(event, node, message);
        },
        listen: (hear) =>
          io.on(event as never, ((from: string, message: NodeMessage) => hear(from, message)) as never),
        async close() {
          isClosed = true;
          io.of("/").adapter.close();
          // What was sent last goes out before the connection is closed.
          await Promise.race([
            client.close().catch(() => {}),
            new Promise((resolve) => setTimeout(resolve, slowAfterMs).unref()),
          ]);
          if (client.isOpen) client.destroy();
        },
      };
    },
  };
}

/**
 * The client as the adapter may have it: the adapter leaves failed commands unhandled, which would end the
 * process, and reads on at once when a read fails, which would keep it from doing anything else.
 */
function guarded(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        // reason: called on the client itself, whose private fields a proxy does not have
        const result: unknown = (value as (...all: unknown[]) => unknown).apply(target, args);
        if (name === "duplicate") return guarded(result as Client);
        if (!(result instanceof Promise)) return result;
        return name === "xRead" ? result.catch(later) : result.catch(() => null);
      };
    },
  });
}

const later = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, pingEveryMs, null).unref());
