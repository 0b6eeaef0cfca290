import type { RefusalCode } from "../protocol/refusal.ts";
import type { Replies } from "../wire/messages.ts";

/** Who measures the room server: told what was asked and how it ended, and nothing about whom. */
export type RoomWatch = {
  /** A request was answered after `ms` milliseconds: with what it asked for, or with a refusal. */
  answered(request: WatchedRequest, outcome: "ok" | RefusalCode, ms: number): void;
};

/** Requests over HTTP (create, join) and over a socket. */
export type WatchedRequest = "create" | "join" | keyof Replies;

/** Watches nothing. */
export const unwatched: RoomWatch = { answered: () => {} };
