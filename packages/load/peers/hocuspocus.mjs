// Hocuspocus as its documentation starts it, with its SQLite extension: PORT FOLDER
import { join } from "node:path";
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

const [port, folder] = process.argv.slice(2);
const database = join(folder, "hocuspocus.sqlite");
const server = new Server({ port: Number(port), quiet: true, extensions: [new SQLite({ database })] });
await server.listen();
process.stdout.write("ready\n");
