// The server that y-websocket ships, with its LevelDB persistence: PORT FOLDER
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { WebSocketServer } from "ws";

const [port, folder] = process.argv.slice(2);
process.env.YPERSISTENCE = join(folder, "level");
const { setupWSConnection } = createRequire(import.meta.url)("y-websocket/bin/utils");
const http = createServer();
const sockets = new WebSocketServer({ server: http });
sockets.on("connection", setupWSConnection);
http.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
