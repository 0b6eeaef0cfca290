import type { Clock } from "../base/doors.ts";
import type { Place } from "../protocol/shapes.ts";
import type { Presence } from "../wire/messages.ts";

/** Where the connections of one room are. Who a connection belongs to is the server's word, never the client's. */
export type PresenceBoard = {
  /** Puts a connection somewhere; the newest place wins when it moves faster than the board tells. */
  move(connection: string, person: string, place: Place): void;
  /** Takes a connection off the board. */
  leave(connection: string): void;
  /** What the process `node` tells of its own connections. */
  hear(node: string, changes: readonly Presence[]): void;
  /** Takes all connections of the process `node` off the board. */
  drop(node: string): void;
  all(): readonly Presence[];
  /** This process's own connections. */
  own(): readonly Presence[];
};

const tellEveryMs = 50;

/**
 * A board that tells `tell` what changed, at most 20 times a second, and nothing while nobody moves. `share` hears
 * what changed of this process's own connections.
 */
export function createPresenceBoard(
  clock: Clock,
  tell: (changes: readonly Presence[]) => void,
  share: (changes: readonly Presence[]) => void = () => {},
): PresenceBoard {
  const places = new Map<string, Presence>();
  /** The process that a connection belongs to, when it is another one. */
  const nodes = new Map<string, string>();
  const changed = new Map<string, Presence>();
  const changedHere = new Map<string, Presence>();

  const note = (presence: Presence, isOwn: boolean): void => {
    const isFirst = changed.size === 0;
    changed.set(presence.connection, presence);
    if (isOwn) changedHere.set(presence.connection, presence);
    if (isFirst) clock.after(tellEveryMs, flush);
  };
  const flush = (): void => {
    const changes = [...changed.values()];
    const own = [...changedHere.values()];
    changed.clear();
    changedHere.clear();
    tell(changes);
    if (own.length > 0) share(own);
  };
  const takeOff = (connection: string, isOwn: boolean): void => {
    const presence = places.get(connection);
    places.delete(connection);
    nodes.delete(connection);
    if (presence) note({ ...presence, place: null }, isOwn);
  };
  return {
    move(connection, person, place) {
      const presence = { connection, person, place };
      places.set(connection, presence);
      note(presence, true);
    },
    leave: (connection) => takeOff(connection, true),
    hear(node, changes) {
      for (const presence of changes) {
        const isOurs = places.has(presence.connection) && !nodes.has(presence.connection);
        if (isOurs) continue;
        if (presence.place === null) takeOff(presence.connection, false);
        else {
          places.set(presence.connection, presence);
          nodes.set(presence.connection, node);
          note(presence, false);
        }
      }
    },
    drop(node) {
      for (const [connection, owner] of [...nodes]) if (owner === node) takeOff(connection, false);
    },
    all: () => [...places.values()],
    own: () => [...places.values()].filter(({ connection }) => !nodes.has(connection)),
  };
}
