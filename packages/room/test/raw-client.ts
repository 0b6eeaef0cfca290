import { must } from "@crux/core";
import { io, type Socket } from "socket.io-client";
import * as Y from "yjs";
import { createDocument } from "../src/document/document.ts";
import type { Role } from "../src/protocol/role.ts";
import type { Admission, Replies, Reply, Synced } from "../src/wire/messages.ts";
import { socketParser } from "../src/wire/socket-parser.ts";
import { PROTOCOL_VERSION } from "../src/wire/version.ts";
import { example } from "./example.ts";

/** What HTTP answered. */
export type Posted = { readonly status: number; readonly body: Record<string, unknown> };

/** Posts JSON as a page of the server's own origin would. */
export async function post(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Posted> {
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A secret that only this test's person has. */
export const secretOf = (name: string): string => name.padEnd(43, "_");

const admission = ({ status, body }: Posted): Admission => {
  if (status >= 300) throw new Error(`not admitted: ${JSON.stringify(body)}`);
  return body as unknown as Admission;
};

/** Makes a room with the example in it, as `name`. */
export const makeRawRoom = async (url: string, name = "Ann"): Promise<Admission> =>
  admission(
    await post(url, "/api/rooms", {
      version: PROTOCOL_VERSION,
      name,
      secret: secretOf(name),
      scenario: example,
    }),
  );

/** A ticket for `name`. */
export const admitRaw = async (
  url: string,
  room: { id: string } | { code: string },
  name: string,
  as?: Role,
): Promise<Admission> =>
  admission(
    await post(url, "/api/rooms/join", {
      version: PROTOCOL_VERSION,
      room,
      name,
      secret: secretOf(name),
      ...(as && { as }),
    }),
  );

/** A connection that says whatever a test wants. */
export type RawClient = {
  readonly socket: Socket;
  /** The reply; null when none comes within two seconds. */
  ask<K extends keyof Replies>(name: K, payload: unknown): Promise<Reply<Replies[K]> | null>;
  /** Syncs a document of its own; it writes with a leased id, if there is one. */
  sync(): Promise<{ synced: Synced; doc: Y.Doc }>;
  close(): void;
};

/** Connects with a ticket; rejects with the server's refusal code. */
export function connectRaw(
  url: string,
  ticket: unknown,
  options: Record<string, unknown> = {},
): Promise<RawClient> {
  const socket = io(url, {
    auth: { version: PROTOCOL_VERSION, ticket },
    transports: ["websocket"],
    parser: socketParser,
    reconnection: false,
    forceNew: true,
    ...options,
  });
  const ask: RawClient["ask"] = (name, payload) =>
    new Promise((resolve) => {
      socket.once("disconnect", () => resolve(null));
      socket
        .timeout(2_000)
        .emit(name, payload, (error: Error | null, reply: never) => resolve(error ? null : reply));
    });
  const client: RawClient = {
    socket,
    ask,
    async sync() {
      const doc = createDocument();
      const reply = await ask("sync", { stateVector: Y.encodeStateVector(doc), spareIds: 0 });
      if (!reply?.ok) throw new Error(`no sync: ${JSON.stringify(reply)}`);
      const synced = reply.value;
      Y.applyUpdate(doc, new Uint8Array(synced.update), "remote");
      doc.clientID = synced.leases[0] ?? doc.clientID;
      return { synced, doc };
    },
    close: () => socket.disconnect(),
  };
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(client));
    // Cut off before it was answered: no other event says so. A refusal is told right after this one.
    socket.io.once("close", (reason: string) => void setTimeout(() => reject(new Error(reason)), 0));
    socket.once("connect_error", (error: Error & { data?: { code: string } }) => {
      reject(new Error(error.data?.code ?? error.message));
      socket.disconnect();
    });
  });
}

/** Joins and syncs in one go. */
export async function enterRaw(
  url: string,
  room: { id: string } | { code: string },
  name: string,
  as?: Role,
): Promise<{ client: RawClient; doc: Y.Doc; synced: Synced; admission: Admission }> {
  const admitted = await admitRaw(url, room, name, as);
  const client = await connectRaw(url, admitted.ticket);
  return { client, admission: admitted, ...(await client.sync()) };
}

/** The update that `write` makes on `doc`. */
export function updateOf(doc: Y.Doc, write: () => void): Uint8Array {
  let made: Uint8Array | null = null;
  const listen = (update: Uint8Array): void => {
    made = update;
  };
  doc.on("update", listen);
  doc.transact(write, "local");
  doc.off("update", listen);
  return must(made as Uint8Array | null, "the edit changed something");
}
