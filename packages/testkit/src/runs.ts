import type { Parameters } from "fast-check";

/** How often a law is tried: `base` times the environment's CRUX_RUNS, which a nightly job sets to 50. */
export function runs(base: number): number {
  const factor = Number(process.env.CRUX_RUNS ?? "1");
  return Math.max(1, Math.round(base * (Number.isFinite(factor) && factor > 0 ? factor : 1)));
}

/** Settings of one law: the seed is fixed, so that a failure can be had again. */
export const law = <T>(base: number, seed = 1): Parameters<T> => ({ seed, numRuns: runs(base) });
