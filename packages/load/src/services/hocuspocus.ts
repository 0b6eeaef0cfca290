import { fileURLToPath } from "node:url";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { yjsService } from "./yjs-service.ts";

const sync = 0;
const auth = 2;
const syncReply = 4;
const syncStatus = 8;

/** Hocuspocus with its SQLite extension, as its documentation starts it. */
export const hocuspocus = yjsService({
  name: "Hocuspocus",
  script: fileURLToPath(new URL("../../peers/hocuspocus.mjs", import.meta.url)),
  acknowledges: "in memory",
  address: (url) => url.replace("http", "ws"),
  hello: (room) =>
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, auth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "any");
    }),
  prefix: (room) => (encoder) => {
    encoding.writeVarString(encoder, room);
    encoding.writeVarUint(encoder, sync);
  },
  open(decoder) {
    decoding.readVarString(decoder);
    const kind = decoding.readVarUint(decoder);
    if (kind === sync || kind === syncReply) return "sync";
    return kind === syncStatus && decoding.readVarUint(decoder) === 1 ? "saved" : "other";
  },
});
