import { err, ok, type Result } from "@crux/core";
import type { Clock } from "../base/doors.ts";
import { createBucket, createBuckets, type TokenBucket } from "../base/token-bucket.ts";
import { createTurns } from "../base/turns.ts";
import type { RoomState } from "../command/room-state.ts";
import type { Rooms } from "../log/rooms.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { isAtMost, type Role } from "../protocol/role.ts";
import type { Store } from "../store/store.ts";
import type { Admission } from "../wire/messages.ts";
import { tidyCode } from "./code.ts";
import { personIdOf } from "./person.ts";
import type { Tickets } from "./ticket.ts";

/** Someone at the door of a room. */
export type Caller = {
  readonly room: { readonly code: string } | { readonly id: string };
  readonly name: string;
  readonly secret: string;
  /** Asks for less than the code would give. */
  readonly as: Role | undefined;
  /** Where the request came from; wrong guesses are counted per address. */
  readonly address: string;
};

/** Decides who gets a ticket. "No such room" and "not allowed" are one answer. */
export type Doorkeeper = (caller: Caller) => Promise<Result<Admission, Refusal>>;

/** Wrong guesses, counted per address: twenty, then one every six seconds. */
export type Guesses = {
  of(address: string): TokenBucket;
  /** One more wrong guess from there, after it was counted: the other processes count it too. */
  readonly tell: (address: string) => void;
};

/** Counts of wrong guesses that `tell` hears of. */
export const createGuesses = (clock: Clock, tell: (address: string) => void): Guesses => ({
  ...createBuckets(() => createBucket(20, 1 / 6, clock.now), 10_000),
  tell,
});

/** A doorkeeper for `rooms`. */
export function createDoorkeeper(
  rooms: Rooms,
  store: Store,
  tickets: Tickets,
  clock: Clock,
  guesses: Guesses,
): Doorkeeper {
  const asked = createBuckets(() => createBucket(300, 5, clock.now), 10_000);
  const inTurn = createTurns();

  // One address after the other's answer: guesses made at once all count, and a class behind one address comes in.
  return async (caller) => {
    if (!asked.of(caller.address).take(1)) return err(refuse("too-fast", "", 5_000));
    return inTurn(caller.address, () => admit(caller));
  };

  async function admit(caller: Caller): Promise<Result<Admission, Refusal>> {
    const wrong = guesses.of(caller.address);
    if (!wrong.take(1)) return err(refuse("too-fast", "", 6_000));
    const found = await find(caller).catch((error: unknown) => {
      // The store is away: that is nobody's wrong guess.
      wrong.take(-1);
      throw error;
    });
    if (found === null) {
      guesses.tell(caller.address);
      return err(refuse("no-entry"));
    }
    wrong.take(-1);
    const { id, state, role } = found;
    const person = personIdOf(id, caller.secret);
    const ticket = tickets.mint({ room: id, person, name: caller.name, role });
    return ok({ room: id, person, ticket, code: state.code.hidden ? null : state.code.value });
  }

  async function find(caller: Caller): Promise<{ id: string; state: RoomState; role: Role } | null> {
    const code = "code" in caller.room ? tidyCode(caller.room.code) : null;
    const id = "id" in caller.room ? caller.room.id : code ? await store.roomOfCode(code) : null;
    if (id === null || code === undefined) return null;
    const room = await rooms.hold(id);
    if (room === null) return null;
    try {
      const state = room.state();
      const role = roleFor(state, personIdOf(id, caller.secret), code, caller.as);
      return role && { id, state, role };
    } finally {
      rooms.release(id);
    }
  }
}

/** What the person may become: their own role when they are known; else what the code gives; null for no entry. */
function roleFor(state: RoomState, person: string, code: string | null, as: Role | undefined): Role | null {
  const known = state.people[person];
  if (known) return known.removed ? null : known.role;
  if (state.session.doorClosed) return null;
  if (state.closed || state.code.hidden || code === null || code !== state.code.value) return null;
  return as && isAtMost(as, state.code.role) ? as : state.code.role;
}
