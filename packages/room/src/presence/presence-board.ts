import type { Clock } from "../base/doors.ts";
import type { Place } from "../protocol/shapes.ts";
import type { Presence } from "../wire/messages.ts";

/** Where the connections of one room are. Who a connection belongs to is the server's word, never the client's. */
export type PresenceBoard = {
  /** Puts a connection somewhere; the newest place wins when it moves faster than the board tells. */
  move(connection: string, person: string, place: Place): void;
  /** Takes a connection off the board. */
  leave(connection: string): void;
  all(): readonly Presence[];
};

const tellEveryMs = 50;

/** A board that tells `tell` what changed, at most 20 times a second, and nothing while nobody moves. */
export function createPresenceBoard(
  clock: Clock,
  tell: (changes: readonly Presence[]) => void,
): PresenceBoard {
  const places = new Map<string, Presence>();
  const changed = new Map<string, Presence>();

  const note = (presence: Presence): void => {
    const isFirst = changed.size === 0;
    changed.set(presence.connection, presence);
    if (isFirst) clock.after(tellEveryMs, flush);
  };
  const flush = (): void => {
    const changes = [...changed.values()];
    changed.clear();
    tell(changes);
  };
  return {
    move(connection, person, place) {
      const presence = { connection, person, place };
      places.set(connection, presence);
      note(presence);
    },
    leave(connection) {
      const presence = places.get(connection);
      places.delete(connection);
      if (presence) note({ ...presence, place: null });
    },
    all: () => [...places.values()],
  };
}
