/** One thing that happened in a room, before it has a number. */
export type NewEntry = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The person's id, or `server`. */
  readonly by: string;
  /** scenario-update: a Yjs update; event: JSON in UTF-8. */
  readonly kind: "scenario-update" | "event";
  readonly payload: Uint8Array;
};

/** One thing that happened in a room. Entries of a room are numbered 1, 2, 3 … by the store. */
export type Entry = NewEntry & { readonly seq: number };

/** The room as of entry `seq`; only ever shortens the fold. */
export type Snapshot = {
  readonly seq: number;
  readonly document: Uint8Array;
  /** The folded events as JSON. */
  readonly state: string;
};

/** appended: durable, the first entry has number `from`; conflict: someone else appended first, nothing was written. */
export type Appended = { readonly kind: "appended"; readonly from: number } | { readonly kind: "conflict" };

/**
 * Where rooms are kept. Several processes may use one store: an append says after which entry it was decided,
 * and fails as a whole when that is no longer the last.
 */
export type Store = {
  /** Appends all of `entries` after entry `after`, or none. When it resolves they survive a power cut. */
  append(room: string, after: number, entries: readonly NewEntry[]): Promise<Appended>;
  /** Up to `limit` entries after number `after`, in order. */
  read(room: string, after: number, limit: number): Promise<readonly Entry[]>;
  /** Replaces the snapshot unless there is a newer one, or the room has no entries (any more). */
  saveSnapshot(room: string, snapshot: Snapshot): Promise<void>;
  /** The newest snapshot; null when there is none. */
  snapshot(room: string): Promise<Snapshot | null>;
  /** Makes `code` lead to `room`; false when it leads to another room. */
  claimCode(code: string, room: string): Promise<boolean>;
  /** The room that claimed `code`; null when none did. Whether the code is still good is in the room's own state. */
  roomOfCode(code: string): Promise<string | null>;
  /** Marks a one-time `token` as used until `expires`; false when it was used before. */
  spend(token: string, expires: number, now: number): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * One process's turn to write to a room: while it lasts nobody else appends, so what is decided on the entries up
 * to `last` is still true when it is appended.
 */
export type Turn = {
  /** The newest entry of the room; 0 for none. */
  readonly last: number;
  /** Up to `limit` entries after number `after`, in order. */
  read(after: number, limit: number): Promise<readonly Entry[]>;
  /** Appends after `last` and ends the turn; durable when it resolves. */
  append(entries: readonly NewEntry[]): Promise<Appended>;
  /** Ends the turn without a word, unless `append` did. */
  end(): Promise<void>;
};

/** A store that several processes write to at the same time, not only one after another. */
export type SharedStore = Store & {
  /** Waits until nobody else has the room's turn; rejects when that takes too long. */
  turn(room: string): Promise<Turn>;
  /** The newest entry of each of `rooms` that has entries. */
  lasts(rooms: readonly string[]): Promise<ReadonlyMap<string, number>>;
};
