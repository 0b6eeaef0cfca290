import type { Appended, Entry, NewEntry, SharedStore, Snapshot } from "./store.ts";

/** A store that forgets everything when the process ends; for tests and for trying things out. */
export function createMemoryStore(): SharedStore {
  const logs = new Map<string, Entry[]>();
  const snapshots = new Map<string, Snapshot>();
  const codes = new Map<string, string>();
  const spent = new Map<string, number>();
  /** Per room, the end of the last turn that someone asked for. */
  const turns = new Map<string, Promise<void>>();

  const lastOf = (room: string): number => logs.get(room)?.length ?? 0;
  const read = async (room: string, after: number, limit: number): Promise<readonly Entry[]> =>
    (logs.get(room) ?? []).slice(after, after + limit);
  const append = (room: string, after: number, entries: readonly NewEntry[]): Appended => {
    const log = logs.get(room) ?? [];
    if (log.length !== after) return { kind: "conflict" };
    logs.set(room, [...log, ...entries.map((entry, at) => Object.freeze({ ...entry, seq: after + at + 1 }))]);
    return { kind: "appended", from: after + 1 };
  };
  return {
    async append(room, after, entries) {
      await turns.get(room);
      return append(room, after, entries);
    },
    read,
    async turn(room) {
      const before = turns.get(room);
      let end = (): void => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      turns.set(room, ended);
      await before;
      const last = lastOf(room);
      return {
        last,
        read: (after, limit) => read(room, after, limit),
        async append(entries) {
          const appended = append(room, last, entries);
          end();
          return appended;
        },
        async end() {
          end();
        },
      };
    },
    async lasts(rooms) {
      return new Map(rooms.filter((room) => logs.has(room)).map((room) => [room, lastOf(room)]));
    },
    async saveSnapshot(room, snapshot) {
      if (logs.has(room) && (snapshots.get(room)?.seq ?? -1) < snapshot.seq) snapshots.set(room, snapshot);
    },
    async snapshot(room) {
      return snapshots.get(room) ?? null;
    },
    async claimCode(code, room) {
      const owner = codes.get(code) ?? room;
      codes.set(code, owner);
      return owner === room;
    },
    async roomOfCode(code) {
      return codes.get(code) ?? null;
    },
    async spend(token, expires, now) {
      for (const [old, end] of spent) if (end < now) spent.delete(old);
      if (spent.has(token)) return false;
      spent.set(token, expires);
      return true;
    },
    async close() {},
  };
}
