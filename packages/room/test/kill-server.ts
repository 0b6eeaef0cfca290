import { createSqliteStore } from "../src/store/sqlite-store.ts";
import { startServer } from "./room-server.ts";

// Run as a process of its own by the kill test: serves rooms from the file that it is given, and says where.
const file = process.argv[2] ?? "";
const server = await startServer(createSqliteStore(file), { messagesPerSecond: 100_000 });
process.stdout.write(`${server.url}\n`);
