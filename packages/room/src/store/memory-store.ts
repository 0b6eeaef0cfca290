import type { Entry, Snapshot, Store } from "./store.ts";

/** A store that forgets everything when the process ends; for tests and for trying things out. */
export function createMemoryStore(): Store {
  const logs = new Map<string, Entry[]>();
  const snapshots = new Map<string, Snapshot>();
  const codes = new Map<string, string>();
  const spent = new Map<string, number>();
  return {
    async append(room, after, entries) {
      const log = logs.get(room) ?? [];
      if (log.length !== after) return { kind: "conflict" };
      logs.set(room, [
        ...log,
        ...entries.map((entry, at) => Object.freeze({ ...entry, seq: after + at + 1 })),
      ]);
      return { kind: "appended", from: after + 1 };
    },
    async read(room, after, limit) {
      return (logs.get(room) ?? []).slice(after, after + limit);
    },
    async saveSnapshot(room, snapshot) {
      if ((snapshots.get(room)?.seq ?? -1) < snapshot.seq) snapshots.set(room, snapshot);
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
