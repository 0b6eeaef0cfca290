import type { Refusal } from "../protocol/refusal.ts";
import type { Place } from "../protocol/shapes.ts";
import type { ClientToServer, Replies, Reply, ServerToClient } from "../wire/messages.ts";

/** What a wire tells the session. Calls never overlap and never come from inside a call to the wire. */
export type WireEvents = {
  /** There is a connection: sync. */
  up(): void;
  /** There is none; the wire tries again by itself. */
  down(): void;
  /** The server refused for good: the wire has stopped. */
  refused(refusal: Refusal): void;
  message<K extends keyof ServerToClient>(name: K, payload: ServerToClient[K]): void;
};

/** A line to one room that comes back by itself after an interruption. */
export type Wire = {
  /** Sends a request; `answer` gets the reply, or null when the connection ended or the reply took too long. */
  request<K extends keyof Replies>(
    name: K,
    payload: ClientToServer[K],
    answer: (reply: Reply<Replies[K]> | null) => void,
  ): void;
  /** Sends where this person is; lost when there is no connection. */
  tell(place: Place): void;
  /** Drops the connection, if any, and makes a new one. */
  restart(): void;
  /** Ends for good. */
  close(): void;
};

/** Makes a wire; it begins to connect at once. */
export type Connect = (events: WireEvents) => Wire;
