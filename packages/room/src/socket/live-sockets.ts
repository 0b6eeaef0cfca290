import type { Socket } from "socket.io";
import type { Clock } from "../base/doors.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { writeEntries } from "../wire/entries-bytes.ts";
import { packetTypes, writeFrame } from "../wire/frames.ts";
import { type Entries, entriesFor, type OwnEntry, type Presence } from "../wire/messages.ts";
import { type Broadcast, type Line, lineTo, toBroadcast } from "./broadcast.ts";

/** The connections of one room that hear everything, and those that are too slow for it. */
export type LiveSockets = {
  /** The socket has everything up to now. */
  add(socket: Socket): void;
  remove(socket: Socket): void;
  /** `own`: what one person's connections hear instead. */
  entries(entries: Entries, own?: readonly OwnEntry[]): void;
  presence(changes: readonly Presence[]): void;
  /** Everybody compares with the room. */
  resync(): void;
  /** Ends the connections of one person, or (null) of everybody, and says why. */
  end(person: string | null, refusal: Refusal): void;
};

/** Packets that may wait for one connection before it is taken off the live list. */
const maxWaiting = 256;
const maxWaitingBytes = 1024 * 1024;
const patienceMs = 20_000;

/**
 * A reader that does not keep up is taken off the list, so that nothing piles up for it; once its buffer is
 * empty it is told to sync, and when that takes too long it is disconnected.
 */
export function createLiveSockets(personOf: (socket: Socket) => string, clock: Clock): LiveSockets {
  const live = new Map<Socket, Line>();

  const take = (socket: Socket): void => void live.delete(socket);

  const lag = (socket: Socket, line: Line): void => {
    take(socket);
    const since = clock.now();
    const look = (): void => {
      if (!socket.connected) return;
      if (isEmpty(line)) return void socket.emit("resync", null);
      if (clock.now() - since > patienceMs) {
        socket.emit("bye", refuse("too-fast", "reading too slowly", 1_000));
        socket.disconnect(true);
        return;
      }
      clock.after(250, look);
    };
    clock.after(250, look);
  };
  const send = (socket: Socket, line: Line, told: Broadcast): void => {
    if (isSlow(line)) lag(socket, line);
    else line.send(told);
  };
  const tell = (event: string, payload: unknown): void => {
    const told = encode(event, payload);
    // Not with `of`, which makes a pair for each of hundreds.
    live.forEach((line, socket) => {
      send(socket, line, told);
    });
  };
  /** Those who hear something of their own get it; everybody else the same. */
  const tellEach = (entries: Entries, own: readonly OwnEntry[]): void => {
    const forAll = encode("entries", writeEntries(entries));
    const special = new Set(own.map(({ person }) => person));
    for (const [socket, line] of live) {
      const person = personOf(socket);
      const isSpecial = special.has(person);
      send(
        socket,
        line,
        isSpecial ? encode("entries", writeEntries(entriesFor(entries, own, person))) : forAll,
      );
    }
  };
  return {
    add: (socket) => void live.set(socket, lineTo(socket)),
    remove: take,
    entries: (entries, own = []) =>
      own.length > 0 ? tellEach(entries, own) : tell("entries", writeEntries(entries)),
    presence: (changes) => tell("presence", changes),
    end(person, refusal) {
      for (const socket of live.keys()) {
        if (person !== null && personOf(socket) !== person) continue;
        socket.emit("bye", refusal);
        socket.disconnect(true);
      }
    },
    resync: () => tell("resync", null),
  };
}

const encode = (event: string, payload: unknown): Broadcast =>
  toBroadcast(writeFrame({ type: packetTypes.event, nsp: "/", data: [event, payload] }));

const isSlow = (line: Line): boolean => line.messages() > maxWaiting || line.bytes() > maxWaitingBytes;

/** Whether the operating system has taken everything. */
const isEmpty = (line: Line): boolean => line.messages() === 0 && line.bytes() === 0;
