import { randomBytes } from "node:crypto";
import {
  type Command,
  createSocketWire,
  nowhere,
  PROTOCOL_VERSION,
  type Refusal,
  type Reply,
  type Role,
  requestAdmission,
  type Saved,
  type ServerToClient,
  type Synced,
  systemClock,
  systemRandom,
  type Wire,
} from "@crux/room/client";
import * as Y from "yjs";
import { createWriter } from "./writer.ts";

/** What happens to one person, as it happens. */
export type PersonEvents = {
  readonly entries?: (entries: ServerToClient["entries"]) => void;
  readonly presence?: () => void;
  /** A write or a command is on the server's disk. */
  readonly saved?: () => void;
  readonly refused?: (refusal: Refusal) => void;
};

/** Someone in a room over the real protocol, without what a page adds to it. */
export type LoadPerson = {
  /** Types `text` at the end of the gloss of the term number `field`, as one edit. */
  write(text: string, field: number): void;
  /** All glosses as this person has them; only writers follow them. */
  text(): string;
  send(command: Command): void;
  /** Tells the others that this person looks at the row `row`. */
  look(row: string): void;
  /** The answer to this person's first sync. */
  readonly synced: Synced;
  /** Milliseconds from the first request until the whole room was here. */
  readonly joinMs: number;
  close(): void;
};

/** How someone enters a room. */
export type Entry = {
  readonly url: string;
  readonly room: { readonly code: string } | { readonly id: string };
  readonly name: string;
  readonly secret?: string;
  readonly as?: Role;
  /** Keeps a document, to type into it; who does not, only hears. */
  readonly writes: boolean;
  readonly events?: PersonEvents;
};

/** A secret that makes its holder a person of their own. */
export const newSecret = (): string => randomBytes(32).toString("hex");

/** Makes a room with `scenario` on the server at `url`; its code, and its maker's secret. */
export async function makeRoom(
  url: string,
  scenario: unknown,
): Promise<{ readonly id: string; readonly code: string; readonly secret: string }> {
  const secret = newSecret();
  const body = { version: PROTOCOL_VERSION, name: "Load", secret, scenario };
  const admitted = await requestAdmission(fetch, `${url}/api/rooms`, body);
  if (!admitted.ok) throw new Error(`no room: ${JSON.stringify(admitted.error)}`);
  return { id: admitted.value.room, code: admitted.value.code ?? "", secret };
}

/** Enters a room. Rejects when that fails: a measurement with fewer people would be another one. */
export function enterRoom(entry: Entry): Promise<LoadPerson> {
  const { url, room, name, secret = newSecret(), as, events = {} } = entry;
  const since = performance.now();
  let commands = 0;
  let looks = 0;
  return new Promise((resolve, reject) => {
    const settled = (reply: Reply<Saved> | null): void => {
      if (reply?.ok) events.saved?.();
      else if (reply !== null) events.refused?.(reply.refusal);
    };
    const writer = createWriter((update) => wire.request("update", { update }, settled));
    const up = (): void => {
      const have = { stateVector: Y.encodeStateVector(writer.doc), spareIds: 0 };
      wire.request("sync", have, (reply) => {
        if (!reply?.ok) return fail(JSON.stringify(reply?.refusal ?? "no answer"));
        const synced = reply.value;
        const stream = newSecret().slice(0, 16);
        if (entry.writes) Y.applyUpdate(writer.doc, synced.update, "remote");
        writer.doc.clientID = synced.leases[0] ?? writer.doc.clientID;
        resolve({
          synced,
          joinMs: performance.now() - since,
          write: writer.write,
          text: writer.text,
          send: (command) => wire.request("command", { id: { stream, n: ++commands }, command }, settled),
          look: (row) => wire.tell({ ...nowhere, row, field: "c", editing: looks++ % 2 === 0 }),
          close: wire.close,
        });
      });
    };
    const fail = (why: string): void => {
      wire.close();
      reject(new Error(`${name} could not join: ${why}`));
    };
    const message = (kind: keyof ServerToClient, payload: unknown): void => {
      if (kind === "presence") events.presence?.();
      if (kind !== "entries") return;
      const entries = payload as ServerToClient["entries"];
      if (entry.writes)
        for (const one of entries.list)
          if (one.kind === "update") Y.applyUpdate(writer.doc, one.update, "remote");
      events.entries?.(entries);
    };
    const ticket = () =>
      requestAdmission(fetch, `${url}/api/rooms/join`, {
        version: PROTOCOL_VERSION,
        room,
        name,
        secret,
        ...(as && { as }),
      });
    const wire: Wire = createSocketWire(
      { server: url, ticket, clock: systemClock, random: systemRandom },
      { up, down: () => {}, refused: (refusal) => fail(refusal.code), message },
    );
  });
}
