import * as z from "zod/mini";
import { command } from "../command/commands.ts";
import type { PublicEvent } from "../command/events.ts";
import type { RoomState } from "../command/room-state.ts";
import { limits } from "../protocol/limits.ts";
import type { Refusal } from "../protocol/refusal.ts";
import {
  bytes,
  commandId,
  type Place,
  personName,
  place,
  role,
  roomId,
  secret,
  typedCode,
} from "../protocol/shapes.ts";

/** Requests over HTTP, answered before there is a socket. */
export const httpRequests = {
  /** POST /api/rooms: makes a room with this scenario and joins it as moderator. */
  create: z.strictObject({
    version: z.int(),
    name: personName,
    secret,
    /** A scenario as formats.md has it; without one the room starts empty. */
    scenario: z.optional(z.unknown()),
  }),
  /** POST /api/rooms/import: makes a room that goes on from a file and joins it as moderator. */
  bringIn: z.strictObject({ version: z.int(), name: personName, secret, file: z.unknown() }),
  /** POST /api/rooms/join: a ticket for a room, by its code, or by its id for someone it knows. */
  join: z.strictObject({
    version: z.int(),
    room: z.union([z.strictObject({ code: typedCode }), z.strictObject({ id: roomId })]),
    name: personName,
    secret,
    /** Asks for less than the code would give. */
    as: z.optional(role),
  }),
};

/** What the two HTTP requests answer: a ticket that is good for one connection within a minute. */
export type Admission = {
  readonly room: string;
  readonly person: string;
  readonly ticket: string;
  /** Null when the moderator hides the code. */
  readonly code: string | null;
};

/** What a client puts into the handshake of its socket; never into the address. */
export const handshake = z.strictObject({ version: z.int(), ticket: z.string().check(z.maxLength(600)) });

const seq = z.int().check(z.minimum(1), z.maximum(2 ** 31));

/** Messages that a client sends. Each but `presence` is answered by its acknowledgement. */
export const clientToServer = {
  /** "Here is what I have": first message of a connection, and again whenever the two sides may differ. */
  sync: z.strictObject({
    stateVector: bytes,
    /** Unused client ids that the device still keeps. */
    spareIds: z.int().check(z.minimum(0), z.maximum(100)),
  }),
  /** A Yjs update of the scenario, made with a leased client id. */
  update: z.strictObject({ update: bytes }),
  command: z.strictObject({ id: commandId, command }),
  /** Asks how the room was right after each of these entries. */
  "look-back": z.strictObject({
    seqs: z.array(seq).check(z.maxLength(limits.lookedAt)),
    /** Whether the folded events are wanted, too, beside the scenario. */
    state: z.boolean(),
  }),
  /** Asks what happened from entry `from` on. */
  history: z.strictObject({ from: seq, count: z.int().check(z.minimum(1), z.maximum(limits.historyPage)) }),
  /** Asks for the whole room as a file. */
  export: z.strictObject({}),
  /** Asks for the server's clock. */
  clock: z.strictObject({}),
  presence: place,
};

/** The requests of a client by name. */
export type ClientToServer = { [K in keyof typeof clientToServer]: z.infer<(typeof clientToServer)[K]> };

/** One entry of the log, as everybody hears of it. */
export type WireEntry =
  /** Whose it is stands in the log, not here: nobody needs it while people type. */
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "event"; readonly event: PublicEvent; readonly by: string; readonly at: number }
  /** Something between the server and one person; it only holds its number. */
  | { readonly kind: "silent" };

/** Consecutive entries, the first of which has the number `from`. */
export type Entries = {
  readonly from: number;
  readonly list: readonly WireEntry[];
  /** Now and then: the fingerprint of the document after the last of `list`. */
  readonly hash: string | null;
};

/** What one person's own connections hear instead of the entry at `index` of a list. */
export type OwnEntry = { readonly index: number; readonly person: string; readonly entry: WireEntry };

/** The entries as `person` hears them. */
export function entriesFor(entries: Entries, own: readonly OwnEntry[], person: string): Entries {
  const mine = new Map(own.filter((one) => one.person === person).map((one) => [one.index, one.entry]));
  if (mine.size === 0) return entries;
  return { ...entries, list: entries.list.map((entry, index) => mine.get(index) ?? entry) };
}

/** Where one connection of a person is; null once it is gone. */
export type Presence = { readonly connection: string; readonly person: string; readonly place: Place | null };

/** The answer to `sync`: all that the client lacks. */
export type Synced = {
  /** The newest entry that `update` and `state` include. */
  readonly seq: number;
  /** What the document has beyond the client's state vector. */
  readonly update: Uint8Array;
  /** What the server has, for the client to send the rest. */
  readonly stateVector: Uint8Array;
  readonly state: RoomState;
  readonly presence: readonly Presence[];
  readonly you: { readonly person: string; readonly connection: string };
  /** The pseudonym under which this person speaks when the room is anonymous; null when they have none yet. */
  readonly pseudonym: string | null;
  /** The server's clock when it answered, in milliseconds since 1970. */
  readonly now: number;
  /** Fresh client ids, leased to this person for good. */
  readonly leases: readonly number[];
};

/** The acknowledgement of an update or a command: it is on disk as entry `seq` (0: it was there already). */
export type Saved = {
  readonly seq: number /** The pseudonym under which it was said. */;
  readonly as?: string;
};

/** The answer to `look-back`: in order, without moments that have not come yet. */
export type LookedBack = {
  readonly versions: readonly {
    readonly seq: number;
    readonly at: number;
    readonly state: RoomState | null;
  }[];
  /** The document of each version as a Yjs update (byte-runs.ts). */
  readonly documents: Uint8Array;
};

/** One entry of the log without its words. */
export type HistoryItem = {
  readonly seq: number;
  readonly at: number;
  /** A person, a pseudonym, `server`, or "" for what nobody may know. */
  readonly by: string;
  /** `edit`, or an event's kind. */
  readonly kind: string;
  /** What it touched: rows as `terms/KEY`, `scenario`, `objection/ID`, `claim/ID`, `poll/ID`. */
  readonly rows: readonly string[];
};

/** How every acknowledgement looks. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** What each request is answered with. */
export type Replies = {
  sync: Synced;
  update: Saved;
  command: Saved;
  clock: { readonly now: number };
  "look-back": LookedBack;
  /** JSON text (protocol/room-file.ts). */
  export: { readonly file: string };
  history: { readonly items: readonly HistoryItem[]; readonly last: number };
};

/** Messages that the server sends by itself. */
export type ServerToClient = {
  /** On the socket as bytes (entries-bytes.ts). */
  entries: Entries;
  presence: readonly Presence[];
  /** The client fell behind, or the room was loaded again: sync. */
  resync: null;
  /** The server ends the connection: come back after a while, or not at all. */
  bye: Refusal;
};
