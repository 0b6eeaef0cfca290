/** What callers hold at once, in bytes, within so much for each and so much for all. */
export type Holds = {
  /** Whether `caller` may hold so many bytes more; holds them then. */
  take(caller: string, bytes: number): boolean;
  /** Gives bytes back that were taken. */
  give(caller: string, bytes: number): void;
};

/** Holds of at most `each` bytes by one caller and `all` bytes together. */
export function createHolds(each: number, all: number): Holds {
  const held = new Map<string, number>();
  let total = 0;
  return {
    take(caller, bytes) {
      const mine = (held.get(caller) ?? 0) + bytes;
      if (mine > each || total + bytes > all) return false;
      held.set(caller, mine);
      total += bytes;
      return true;
    },
    give(caller, bytes) {
      const mine = (held.get(caller) ?? 0) - bytes;
      if (mine > 0) held.set(caller, mine);
      else held.delete(caller);
      total -= bytes;
    },
  };
}
