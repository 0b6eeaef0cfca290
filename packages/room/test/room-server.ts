import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { attachRooms, type RoomOptions } from "../src/socket/attach-rooms.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { Store } from "../src/store/store.ts";

/** A server that listens, and how to end it. */
export type RoomServer = {
  readonly url: string;
  readonly http: Server;
  readonly errors: unknown[];
  close(): Promise<void>;
};

/** A real server on a port of its own, with rooms in `store`. */
export async function startServer(
  store: Store = createMemoryStore(),
  options: Partial<RoomOptions> = {},
  port = 0,
): Promise<RoomServer> {
  const http = createServer((request, response) => {
    if (!rooms.handle(request, response)) response.writeHead(404).end();
  });
  const errors: unknown[] = [];
  const rooms = attachRooms(http, {
    store,
    key: new Uint8Array(32).fill(7),
    report: (error) => errors.push(error),
    ...options,
  });
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    url,
    http,
    errors,
    async close() {
      await rooms.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
