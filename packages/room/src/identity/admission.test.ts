import { describe, expect, it } from "vitest";
import { systemClock, systemRandom } from "../base/doors.ts";
import { createRooms } from "../log/rooms.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { Store } from "../store/store.ts";
import { createDoorkeeper, createGuesses, type Doorkeeper } from "./admission.ts";
import { createTickets } from "./ticket.ts";

const guess = { room: { code: "ABCDEF" }, name: "Eve", secret: "s", as: undefined, address: "1.2.3.4" };

function keeper(store: Store, told: string[]): Doorkeeper {
  const rooms = createRooms({ store, clock: systemClock, random: systemRandom });
  const tickets = createTickets(new Uint8Array(32), store, systemClock, systemRandom);
  const guesses = createGuesses(systemClock, (address) => told.push(address));
  return createDoorkeeper(rooms, store, tickets, systemClock, guesses);
}

describe("createDoorkeeper", () => {
  it("counts wrong guesses of an address, and tells of each", async () => {
    const told: string[] = [];
    const admit = keeper(createMemoryStore(), told);
    const codes: string[] = [];
    for (let at = 0; at < 22; at++) {
      const result = await admit(guess);
      codes.push(result.ok ? "ok" : result.error.code);
    }
    expect([codes.slice(0, 20).every((code) => code === "no-entry"), codes.slice(20)]).toEqual([
      true,
      ["too-fast", "too-fast"],
    ]);
    expect(told).toEqual(Array(20).fill("1.2.3.4"));
  });

  it("takes nobody for a guesser because the store is away", async () => {
    const told: string[] = [];
    const memory = createMemoryStore();
    let isAway = true;
    const admit = keeper(
      {
        ...memory,
        roomOfCode: async (code) => (isAway ? Promise.reject(new Error("away")) : memory.roomOfCode(code)),
      },
      told,
    );
    for (let at = 0; at < 30; at++) await expect(admit(guess)).rejects.toThrow("away");
    isAway = false;
    const result = await admit(guess);
    expect([result.ok ? "ok" : result.error.code, told.length]).toEqual(["no-entry", 1]);
  });

  it("tells nobody who knows a room that there is none because the store is away", async () => {
    const memory = createMemoryStore();
    const maker = { name: "Ann", secret: "s" };
    const { id } = await createRooms({ store: memory, clock: systemClock, random: systemRandom }).create(
      {},
      maker,
    );
    let isAway = true;
    const away = async (): Promise<never> => Promise.reject(new Error("away"));
    const store: Store = {
      ...memory,
      snapshot: (room) => (isAway ? away() : memory.snapshot(room)),
      read: (room, after, limit) => (isAway ? away() : memory.read(room, after, limit)),
    };
    const admit = keeper(store, []);
    const comeBack = () => admit({ ...maker, room: { id }, as: undefined, address: "1.2.3.4" });
    for (let at = 0; at < 30; at++) await expect(comeBack()).rejects.toThrow("away");
    isAway = false;
    expect((await comeBack()).ok).toBe(true);
  });
});
