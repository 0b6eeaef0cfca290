import { io, type Socket } from "socket.io-client";
import { toBytes } from "../base/bytes.ts";
import type { Clock, Random } from "../base/doors.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Place } from "../protocol/shapes.ts";
import { readEntries } from "../wire/entries-bytes.ts";
import type { Replies, Reply, ServerToClient } from "../wire/messages.ts";
import { socketParser } from "../wire/socket-parser.ts";
import { PROTOCOL_VERSION } from "../wire/version.ts";
import type { NotAdmitted } from "./admit.ts";
import type { Wire, WireEvents } from "./wire.ts";

/** What a wire over Socket.IO needs. */
export type SocketDoors = {
  /** The server's origin, e.g. `https://crux.example`. */
  readonly server: string;
  /** A fresh ticket for the room. */
  readonly ticket: () => Promise<{ ok: true; value: { ticket: string } } | { ok: false; error: NotAdmitted }>;
  readonly clock: Clock;
  readonly random: Random;
};

const replyMs = 10_000;
const placeMs = 50;
const shortestWaitMs = 250;
const longestWaitMs = 8_000;

/** A wire over Socket.IO: a ticket, a socket, and both again after every interruption. */
export function createSocketWire(doors: SocketDoors, events: WireEvents): Wire {
  const { clock } = doors;
  let socket: Socket | null = null;
  let attempt = 0;
  let waits = 0;
  let isClosed = false;
  let cancelRetry = (): void => {};
  let nextPlace: Place | null = null;
  let isPlaceWaiting = false;

  async function open(): Promise<void> {
    const mine = ++attempt;
    const admitted = await doors.ticket();
    if (mine !== attempt || isClosed) return;
    if (!admitted.ok) {
      if (admitted.error !== "unreachable" && admitted.error.retry === "never")
        return stopFor(admitted.error);
      return retry();
    }
    connect(admitted.value.ticket);
  }

  function connect(ticket: string): void {
    const fresh = io(doors.server, {
      auth: { version: PROTOCOL_VERSION, ticket },
      transports: ["websocket"],
      parser: socketParser,
      reconnection: false,
      forceNew: true,
      timeout: 10_000,
    });
    socket = fresh;
    const isNow = (): boolean => socket === fresh;
    fresh.on("connect", () => {
      if (!isNow()) return;
      waits = 0;
      events.up();
    });
    fresh.on("connect_error", (error: Error & { data?: Refusal }) => {
      if (!isNow()) return;
      if (error.data?.retry === "never") stopFor(error.data);
      else lose();
    });
    fresh.on("disconnect", () => isNow() && lose());
    fresh.on("entries", (payload: unknown) => {
      if (isNow()) events.message("entries", readEntries(bytesAt(payload)));
    });
    for (const name of ["presence", "resync", "bye"] as const)
      fresh.on(name, (payload: ServerToClient[typeof name]) => {
        if (isNow()) events.message(name, payload);
      });
  }

  /** The connection is gone: tell, and try again after a while. */
  function lose(): void {
    drop();
    events.down();
    retry();
  }

  function retry(): void {
    if (isClosed) return;
    cancelRetry();
    const wait = Math.min(longestWaitMs, shortestWaitMs * 2 ** waits++);
    // Spread out, so that a room full of people does not come back in one instant.
    cancelRetry = clock.after(wait * (0.5 + (doors.random(1)[0] ?? 0) / 512), () => void open());
  }

  function stopFor(refusal: Refusal): void {
    isClosed = true;
    drop();
    events.refused(refusal);
  }

  function drop(): void {
    const old = socket;
    socket = null;
    old?.disconnect();
  }

  void open();
  return {
    request(name, payload, answer) {
      const asked = socket;
      if (!asked?.connected) return void clock.after(0, () => answer(null));
      asked
        .timeout(replyMs)
        .emit(name, payload, (error: Error | null, reply: Reply<Replies[typeof name]>) => {
          answer(error === null && asked === socket ? normalReply(reply) : null);
        });
    },
    tell(place) {
      nextPlace = place;
      if (isPlaceWaiting) return;
      isPlaceWaiting = true;
      clock.after(placeMs, () => {
        isPlaceWaiting = false;
        if (socket?.connected) socket.emit("presence", nextPlace);
      });
    },
    restart() {
      if (isClosed) return;
      attempt++;
      drop();
      events.down();
      retry();
    },
    close() {
      isClosed = true;
      cancelRetry();
      drop();
    },
  };
}

/** Browsers deliver binary as ArrayBuffer. */
const bytesAt = (value: unknown): Uint8Array => toBytes(value) ?? new Uint8Array();

function normalReply<T>(reply: Reply<T>): Reply<T> {
  if (!reply.ok) return reply;
  const value = reply.value as { update?: unknown; stateVector?: unknown; documents?: unknown };
  if (value.documents !== undefined)
    return { ok: true, value: { ...reply.value, documents: bytesAt(value.documents) } };
  if (value.update === undefined) return reply;
  return {
    ok: true,
    value: { ...reply.value, update: bytesAt(value.update), stateVector: bytesAt(value.stateVector) },
  };
}
