// y-socket.io with its LevelDB persistence: PORT FOLDER
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { YSocketIO } from "y-socket.io/dist/server";

const [port, folder] = process.argv.slice(2);
const { Server } = createRequire(createRequire(import.meta.url).resolve("y-socket.io"))("socket.io");
const http = createServer();
const io = new Server(http, { transports: ["websocket"] });
new YSocketIO(io, { levelPersistenceDir: join(folder, "level") }).initialize();
http.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
