import { afterEach, beforeEach, expect } from "vitest";
import type { JoinedRoom } from "../src/client/join-room.ts";
import type { Role } from "../src/protocol/role.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import type { Admission } from "../src/wire/messages.ts";
import { makeRawRoom } from "./raw-client.ts";
import { enterAs, type RawPerson } from "./raw-people.ts";
import { type RoomServer, startServer } from "./room-server.ts";

/** A server of its own for each test of the suite around it; at the end of each, who is kept leaves, and nothing went wrong. */
export function eachServer(start: () => Promise<RoomServer> = () => startServer()) {
  let server: RoomServer;
  const leave: (() => void)[] = [];
  beforeEach(async () => {
    server = await start();
  });
  afterEach(async () => {
    for (const one of leave.splice(0)) one();
    expect(server.errors).toEqual([]);
    await server.close();
  });
  return {
    url: (): string => server.url,
    /** `room`, which is left when the test ends. */
    keep(room: JoinedRoom): JoinedRoom {
      leave.push(room.leave);
      return room;
    },
    atEnd: (deed: () => void): void => void leave.push(deed),
  };
}

/** A server with a room of Ann's for each test of the suite around it, spoken to over the raw wire; everybody leaves at the end. */
export function eachRawRoom() {
  const server = eachServer(() => startServer(createMemoryStore(), { messagesPerSecond: 2_000 }));
  let room: Admission;
  beforeEach(async () => {
    room = await makeRawRoom(server.url());
  });
  return {
    url: server.url,
    room: (): Admission => room,
    async enter(name: string, as?: Role): Promise<RawPerson> {
      const person = await enterAs(server.url(), room, name, as);
      server.atEnd(() => person.client.close());
      return person;
    },
  };
}
