import type { Command } from "../command/commands.ts";
import type { RoomState } from "../command/room-state.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { CommandId } from "../protocol/shapes.ts";

/** A command that waits to be acknowledged. */
export type Waiting = { readonly id: CommandId; readonly command: Command };

/** Words that the room refused, kept for the person. */
export type Draft = {
  readonly id: string;
  readonly at: number;
  readonly refusal: Refusal;
  /** The whole scenario as it stood on this device, as JSON of the scenario format. */
  readonly scenario: unknown;
};

/** What a device keeps of a room. */
export type Kept = {
  /** Yjs updates that make up the document. */
  readonly document: readonly Uint8Array[];
  /** Local updates that were not acknowledged, by their key, oldest first. */
  readonly unsent: readonly { readonly key: number; readonly update: Uint8Array }[];
  /** Commands that were not acknowledged, in order. */
  readonly commands: readonly Waiting[];
  readonly drafts: readonly Draft[];
  /** The room's state when it was last seen. */
  readonly state: RoomState | null;
  readonly spareIds: number;
  /** What this person saw last of the room: entry `seq`, at the device's time `at`; null on the first visit. */
  readonly seen: Seen | null;
};

/** How far someone saw a room, and when that was by their device. */
export type Seen = { readonly seq: number; readonly at: number };

/**
 * A device's own storage for one room. Every tab of the device shares it, so each method is one atomic step.
 * Methods never reject: a device that can't keep things goes on without.
 */
export type Device = {
  load(): Promise<Kept>;
  /** Keeps an update of the document; with `isLocal` also as unsent, and gives its key. */
  keepUpdate(update: Uint8Array, isLocal: boolean): Promise<number | null>;
  /** Forgets that these were unsent. */
  forgetUnsent(keys: readonly number[]): Promise<void>;
  /** Throws the document and everything unsent away. */
  dropDocument(): Promise<void>;
  keepCommand(waiting: Waiting): Promise<void>;
  forgetCommand(id: CommandId): Promise<void>;
  keepState(state: RoomState, seen: Seen): Promise<void>;
  keepDraft(draft: Draft): Promise<void>;
  forgetDraft(id: string): Promise<void>;
  /** Takes one leased client id, which no other tab gets; null when there is none. */
  takeId(): Promise<number | null>;
  addIds(ids: readonly number[]): Promise<void>;
};

/** A device that forgets everything with the page: private windows, tests. */
export function createMemoryDevice(): Device {
  let document: Uint8Array[] = [];
  let unsent: { key: number; update: Uint8Array }[] = [];
  let commands: Waiting[] = [];
  let drafts: Draft[] = [];
  let state: RoomState | null = null;
  let seen: Seen | null = null;
  const ids: number[] = [];
  let lastKey = 0;
  return {
    async load() {
      return { document, unsent, commands, drafts, state, seen, spareIds: ids.length };
    },
    async keepUpdate(update, isLocal) {
      document = [...document, update];
      if (!isLocal) return null;
      unsent = [...unsent, { key: ++lastKey, update }];
      return lastKey;
    },
    async forgetUnsent(keys) {
      unsent = unsent.filter((one) => !keys.includes(one.key));
    },
    async dropDocument() {
      document = [];
      unsent = [];
    },
    async keepCommand(waiting) {
      commands = [...commands, waiting];
    },
    async forgetCommand(id) {
      commands = commands.filter((one) => one.id.stream !== id.stream || one.id.n !== id.n);
    },
    async keepState(newest, last) {
      state = newest;
      seen = last;
    },
    async keepDraft(draft) {
      drafts = [...drafts, draft];
    },
    async forgetDraft(id) {
      drafts = drafts.filter((one) => one.id !== id);
    },
    async takeId() {
      return ids.shift() ?? null;
    },
    async addIds(more) {
      ids.push(...more);
    },
  };
}
