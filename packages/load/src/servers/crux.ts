import { createServer } from "node:http";
import { join } from "node:path";
import { attachRooms, createSqliteStore, tidyHeap } from "@crux/room/server";

// Crux's room server by itself, as apps/web runs it: PORT FOLDER. Every request counts as another address, for
// the load comes from one.
const [port = "0", folder = "."] = process.argv.slice(2);
let asked = 0;
const http = createServer((request, response) => {
  if (!rooms.handle(request, response)) response.writeHead(404).end();
});
const rooms = attachRooms(http, {
  store: createSqliteStore(join(folder, "rooms.sqlite")),
  key: new Uint8Array(32).fill(7),
  addressOf: () => String(++asked),
  report: (error) => process.stderr.write(`${String(error)}\n`),
});
await tidyHeap();
http.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
