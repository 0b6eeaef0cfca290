import type { NewEntry } from "../store/store.ts";
import type { Presence } from "../wire/messages.ts";

/** What the processes of one server tell each other. All of it may be late, doubled or lost: the log has the last word. */
export type NodeMessage =
  /** These are in the room's log, the first of them as number `from`. */
  | {
      readonly kind: "entries";
      readonly room: string;
      readonly from: number;
      readonly entries: readonly NewEntry[];
    }
  /** Where the sender's connections in a room are, as far as it changed. */
  | { readonly kind: "presence"; readonly room: string; readonly changes: readonly Presence[] }
  /** What the sender told of its connections so far no longer counts: all that there are follow. */
  | { readonly kind: "afresh" }
  /** "Where are your connections?", in one room or (null) in all. */
  | { readonly kind: "who"; readonly room: string | null }
  /** Someone guessed wrong at the door; `caller` is the keyed digest of their address. */
  | { readonly kind: "guess"; readonly caller: string }
  | { readonly kind: "alive" }
  /** The sender ends: its connections are gone. */
  | { readonly kind: "gone" };

/** Carries messages to the other processes. */
export type Bus = {
  /** This process's name, which no other one has. */
  readonly node: string;
  /** Tells all others; nothing happens while the bus is down. */
  send(message: NodeMessage): void;
  /** Hears what others send, each by its name. */
  listen(hear: (node: string, message: NodeMessage) => void): void;
  /** Whether messages get through now, as far as one can tell. */
  isUp(): boolean;
  close(): Promise<void>;
};
