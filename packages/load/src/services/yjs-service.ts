import { randomBytes } from "node:crypto";
import { seedDocument } from "@crux/room/server";
import * as decoding from "lib0/decoding";
import type * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { seedScenario } from "../seed.ts";
import type { Hears, Member, Service } from "../service.ts";
import { createWriter } from "../writer.ts";
import { readSync, writeSync } from "./sync-messages.ts";

/** How one family of Yjs servers wraps the sync messages that they share. */
export type Dialect = {
  readonly name: string;
  readonly script: string;
  readonly acknowledges: string | null;
  address(url: string, room: string): string;
  /** What a client says first, before it syncs. */
  hello(room: string): Uint8Array | null;
  prefix(room: string): (encoder: encoding.Encoder) => void;
  /** Reads up to the sync message; what an acknowledgement is; or neither. */
  open(decoder: decoding.Decoder): "sync" | "saved" | "other";
};

/** A server that speaks Yjs's sync protocol over plain WebSockets. */
export function yjsService(dialect: Dialect): Service {
  const join = (
    url: string,
    room: string,
    as: { writes: boolean; seed?: Uint8Array },
    hears: Hears,
  ): Promise<Member> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(dialect.address(url, room), { perMessageDeflate: false });
      const prefix = dialect.prefix(room);
      let saved = 0;
      /** Acknowledgements to come for what was sent to sync, not to edit. */
      let owed = 0;
      let isIn = false;
      const say = (kind: "vector" | "missing" | "update", bytes: Uint8Array): void =>
        socket.send(writeSync(prefix, { kind, bytes }));
      const writer = createWriter((update) => say("update", update));
      if (as.seed) Y.applyUpdate(writer.doc, as.seed);
      socket.on("open", () => {
        const hello = dialect.hello(room);
        if (hello) socket.send(hello);
        say("vector", Y.encodeStateVector(writer.doc));
      });
      socket.on("message", (data: Buffer) => {
        const decoder = decoding.createDecoder(data);
        const kind = dialect.open(decoder);
        if (kind === "saved" && owed-- <= 0) hears.acknowledged(++saved);
        const message = kind === "sync" ? readSync(decoder) : undefined;
        if (message === undefined) return;
        // Who only listens has nothing to send.
        if (message.kind === "vector") {
          owed = Math.max(owed, 0) + 1;
          say("missing", Y.encodeStateAsUpdate(writer.doc, message.bytes));
        } else if (as.writes) Y.applyUpdate(writer.doc, message.bytes);
        if (message.kind === "update") hears.update(message.bytes);
        if (message.kind !== "missing" || isIn) return;
        isIn = true;
        resolve({ write: writer.write, text: writer.text, close: () => socket.close() });
      });
      socket.on("error", reject);
    });
  return {
    name: dialect.name,
    script: dialect.script,
    acknowledges: dialect.acknowledges,
    join,
    async make(url, seed) {
      const room = randomBytes(8).toString("hex");
      const silent: Hears = { update: () => {}, acknowledged: () => {} };
      const maker = await join(url, room, { writes: true, seed: seedDocument(seedScenario(seed)) }, silent);
      // Until the server has applied it, and stored it as it does.
      await new Promise((resolve) => setTimeout(resolve, 100));
      maker.close();
      return room;
    },
  };
}
