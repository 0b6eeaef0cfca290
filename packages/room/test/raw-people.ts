import type { PublicEvent } from "../src/command/events.ts";
import type { Role } from "../src/protocol/role.ts";
import { readEntries } from "../src/wire/entries-bytes.ts";
import type { Admission } from "../src/wire/messages.ts";
import { enterRaw } from "./raw-client.ts";

/** Someone in a room over the raw wire, with all that the wire brought them. */
export type RawPerson = Awaited<ReturnType<typeof enterAs>>;

let sent = 0;

/** Comes into `room` as `name`: the maker by the room's id, the others by its code. */
export async function enterAs(url: string, room: Admission, name: string, as?: Role) {
  const way = as === undefined && room.code === null ? { id: room.room } : { code: room.code ?? "" };
  const entered = await enterRaw(url, name === "Ann" ? { id: room.room } : way, name, as);
  const heard: { by: string; event: PublicEvent }[] = [];
  /** Every frame of the socket as text, whatever it was. */
  const frames: string[] = [JSON.stringify(entered.synced.state)];
  const { socket } = entered.client;
  socket.io.engine.on("data", (data: unknown) => {
    frames.push(typeof data === "string" ? data : new TextDecoder().decode(data as Uint8Array));
  });
  socket.on("entries", (bytes: Uint8Array) => {
    for (const entry of readEntries(new Uint8Array(bytes)).list)
      if (entry.kind === "event") heard.push({ by: entry.by, event: entry.event });
  });
  const stream = `${name.toLowerCase()}00000000`;
  const send = async (command: unknown): Promise<string> => {
    const reply = await entered.client.ask("command", { id: { stream, n: ++sent }, command });
    return reply === null ? "no answer" : reply.ok ? "ok" : reply.refusal.code;
  };
  /** The refusal's sentence. */
  const sentence = async (command: unknown): Promise<string> => {
    const reply = await entered.client.ask("command", { id: { stream, n: ++sent }, command });
    return reply?.ok === false ? reply.refusal.sentence : "";
  };
  const state = async () => (await entered.client.sync()).synced.state;
  return { ...entered, id: entered.admission.person, heard, frames, send, sentence, state };
}
