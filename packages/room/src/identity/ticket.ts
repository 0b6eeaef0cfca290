import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import { toBase32 } from "../base/bytes.ts";
import type { Clock, Random } from "../base/doors.ts";
import { personId, personName, role, roomId } from "../protocol/shapes.ts";
import type { Store } from "../store/store.ts";

/** What a ticket lets one connection do. */
const ticket = z.strictObject({
  room: roomId,
  person: personId,
  name: personName,
  /** What the person becomes when they are new to the room. */
  role,
  once: z.string(),
  expires: z.int(),
});

/** What a ticket lets one connection do. */
export type Ticket = z.infer<typeof ticket>;

/** Mints and redeems tickets. */
export type Tickets = {
  /** A ticket for one connection within a minute, signed. */
  mint(pass: Pick<Ticket, "room" | "person" | "name" | "role">): string;
  /** What the ticket says; null when it is forged, expired or used. */
  redeem(text: string): Promise<Ticket | null>;
};

const lifetimeMs = 60_000;

/** Tickets signed with `key` (32 secret bytes that every process of the server knows) and used up in `store`. */
export function createTickets(key: Uint8Array, store: Store, clock: Clock, random: Random): Tickets {
  const sign = (body: string): Buffer => createHmac("sha256", key).update(`crux ticket\n${body}`).digest();
  return {
    mint(pass) {
      const full: Ticket = { ...pass, once: toBase32(random(16)), expires: clock.now() + lifetimeMs };
      const body = Buffer.from(JSON.stringify(full)).toString("base64url");
      return `${body}.${sign(body).toString("base64url")}`;
    },
    async redeem(text) {
      const [body = "", signature = "", ...more] = text.split(".");
      const given = Buffer.from(signature, "base64url");
      const right = sign(body);
      if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const read = ticket.safeParse(JSON.parse(Buffer.from(body, "base64url").toString()));
      if (!read.success || read.data.expires < clock.now()) return null;
      return (await store.spend(read.data.once, read.data.expires, clock.now())) ? read.data : null;
    },
  };
}
