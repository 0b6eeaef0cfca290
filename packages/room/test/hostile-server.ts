import { createSqliteStore } from "../src/store/sqlite-store.ts";
import { startServer } from "./room-server.ts";

// Run as a process of its own by the hostile report: the limits that a real server has, but for addresses, for
// everybody comes from one.
const server = await startServer(createSqliteStore(process.argv[2] ?? ""), {
  addressOf: (request) => `${request.socket.remotePort}`,
  report: (error) => process.stderr.write(`${String(error)}\n`),
});
process.on("SIGUSR2", () => globalThis.gc?.());
process.stdout.write(`${server.url}\n`);
