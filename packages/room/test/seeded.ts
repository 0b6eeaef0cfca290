/** A random source that a seed determines. */
export type Seeded = {
  /** A whole number from 0 up to, but not including, `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(count: number): Uint8Array;
};

/** mulberry32: small, fast, good enough to choose what happens next in a test. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
    bytes: (count) => Uint8Array.from({ length: count }, () => int(256)),
  };
}

/** How many random cases to run: `few`, or that many times CRUX_RUNS. */
export const runs = (few: number): number => few * Number(process.env.CRUX_RUNS ?? "1");

/** The one seed to run when CRUX_SEED is set, else `count` seeds from 1 on. */
export const seedsToRun = (count: number): number[] =>
  process.env.CRUX_SEED ? [Number(process.env.CRUX_SEED)] : Array.from({ length: count }, (_, at) => at + 1);
