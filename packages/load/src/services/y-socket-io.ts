import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { seedDocument } from "@crux/room/server";
import { io } from "socket.io-client";
import * as Y from "yjs";
import { seedScenario } from "../seed.ts";
import type { Hears, Member, Service } from "../service.ts";
import { createWriter } from "../writer.ts";

type Seeded = { readonly writes: boolean; readonly seed?: Uint8Array };

function join(url: string, room: string, as: Seeded, hears: Hears): Promise<Member> {
  const socket = io(`${url}/yjs|${room}`, { transports: ["websocket"], forceNew: true, reconnection: false });
  const writer = createWriter((update) => socket.emit("sync-update", update));
  if (as.seed) Y.applyUpdate(writer.doc, as.seed);
  socket.on("sync-update", (update: Uint8Array) => {
    if (as.writes) Y.applyUpdate(writer.doc, new Uint8Array(update));
    hears.update(update);
  });
  return new Promise((resolve, reject) => {
    socket.on("connect_error", reject);
    // The server hears nobody before it has loaded the document, and says so by asking first.
    socket.on("sync-step-1", (vector: Uint8Array, answer: (missing: Uint8Array) => void) => {
      answer(Y.encodeStateAsUpdate(writer.doc, new Uint8Array(vector)));
      socket.emit("sync-step-1", Y.encodeStateVector(writer.doc), (missing: Uint8Array) => {
        if (as.writes) Y.applyUpdate(writer.doc, new Uint8Array(missing));
        resolve({ write: writer.write, text: writer.text, close: () => socket.disconnect() });
      });
    });
  });
}

/** y-socket.io with its LevelDB persistence. */
export const ySocketIo: Service = {
  name: "y-socket.io",
  script: fileURLToPath(new URL("../../peers/y-socket-io.mjs", import.meta.url)),
  acknowledges: null,
  announces: "sync-update",
  join,
  async make(url, seed) {
    const room = randomBytes(8).toString("hex");
    const silent: Hears = { update: () => {}, acknowledged: () => {} };
    const maker = await join(url, room, { writes: true, seed: seedDocument(seedScenario(seed)) }, silent);
    await new Promise((resolve) => setTimeout(resolve, 100));
    maker.close();
    return room;
  },
};
