import { fileURLToPath } from "node:url";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { yjsService } from "./yjs-service.ts";

/** The server that y-websocket shipped last for Yjs 13, with its LevelDB persistence. */
export const yWebsocket = yjsService({
  name: "y-websocket",
  script: fileURLToPath(new URL("../../peers/y-websocket.mjs", import.meta.url)),
  acknowledges: null,
  address: (url, room) => `${url.replace("http", "ws")}/${room}`,
  hello: () => null,
  prefix: () => (encoder) => encoding.writeVarUint(encoder, 0),
  open: (decoder) => (decoding.readVarUint(decoder) === 0 ? "sync" : "other"),
});
