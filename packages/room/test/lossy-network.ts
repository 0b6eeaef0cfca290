import type { Wire, WireEvents } from "../src/client/wire.ts";
import type { Room } from "../src/log/room.ts";
import type { Role } from "../src/protocol/role.ts";
import { entriesFor, type Reply } from "../src/wire/messages.ts";
import type { Seeded } from "./seeded.ts";
import type { SimClock } from "./sim-clock.ts";

/** How bad a network is: chances per message, and the longest delay. */
export type Weather = { drop: number; duplicate: number; delayMs: number };

/** A server that can be killed, and the network in front of it. */
export type LossyNetwork = {
  weather: Weather;
  /** The running server's room; null while it is down. */
  room: Room | null;
  /** Cuts every connection, as a crash does. */
  cutAll(): void;
  connect(person: string, name: string, role: Role): (events: WireEvents) => LossyWire;
};

/** A wire that a test can cut. */
export type LossyWire = Wire & { cut(): void };

const replyMs = 3_000;

/** A network that delays, reorders, duplicates and drops whatever passes, both ways. */
export function createLossyNetwork(random: Seeded, clock: SimClock): LossyNetwork {
  const wires = new Set<LossyWire>();
  const network: LossyNetwork = {
    weather: { drop: 0, duplicate: 0, delayMs: 5 },
    room: null,
    cutAll() {
      for (const wire of wires) wire.cut();
    },
    connect: (person, name, role) => (events) => {
      const wire = createLossyWire(network, carry, clock, events, { person, name, role });
      wires.add(wire);
      return wire;
    },
  };
  /** Delivers, if at all, after a while, and maybe twice: each message has its own delay, so they overtake each other. */
  function carry(deliver: () => void): void {
    const { drop, duplicate, delayMs } = network.weather;
    if (random.chance(drop)) return;
    clock.after(1 + random.int(delayMs), deliver);
    if (random.chance(duplicate)) clock.after(1 + random.int(delayMs * 3), deliver);
  }
  return network;
}

function createLossyWire(
  network: LossyNetwork,
  carry: (deliver: () => void) => void,
  clock: SimClock,
  events: WireEvents,
  who: { person: string; name: string; role: Role },
): LossyWire {
  let isClosed = false;
  /** Counts connections; what belongs to an earlier one is not heard any more. */
  let line = 0;
  let isUp = false;
  let stopListening = (): void => {};

  const open = (): void => {
    const mine = ++line;
    clock.after(20 + network.weather.delayMs, () => {
      if (isClosed || mine !== line) return;
      if (network.room === null) return open();
      isUp = true;
      events.up();
    });
  };
  const cut = (): void => {
    if (isClosed) return;
    line++;
    stopListening();
    const was = isUp;
    isUp = false;
    if (was) events.down();
    open();
  };
  const hear = (room: Room, mine: number): void => {
    stopListening();
    stopListening = room.listen({
      entries: (entries, own) =>
        carry(() => mine === line && events.message("entries", entriesFor(entries, own, who.person))),
      resync: () => carry(() => mine === line && events.message("resync", null)),
      gone: () => {},
    });
  };
  open();
  return {
    cut,
    request(name, payload, answer) {
      const mine = line;
      let isAnswered = false;
      const once = (reply: Reply<never> | null): void => {
        if (isAnswered) return;
        isAnswered = true;
        answer(reply);
      };
      if (!isUp) return void clock.after(1, () => once(null));
      clock.after(replyMs, () => once(null));
      carry(() => {
        const room = network.room;
        if (room === null) return;
        const back = (reply: Reply<unknown>): void => {
          if (room !== network.room) return;
          if (name === "sync" && reply.ok && mine === line) hear(room, mine);
          carry(() => mine === line && once(reply as Reply<never>));
        };
        const request = payload as never;
        if (name === "clock") return back({ ok: true, value: { now: clock.now() } });
        if (name === "sync")
          room.sync(who, request, (reply) =>
            back(
              reply.ok
                ? {
                    ok: true,
                    value: { ...reply.value, presence: [], you: { person: who.person, connection: "" } },
                  }
                : reply,
            ),
          );
        else if (name === "update") room.update(who.person, (request as { update: Uint8Array }).update, back);
        else room.command(who.person, request, back);
      });
    },
    tell() {},
    restart: cut,
    close() {
      isClosed = true;
      line++;
      stopListening();
    },
  };
}
