/** The time, from outside, so that tests decide what it is. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `ms`; the function that comes back cancels it. */
  after(ms: number, task: () => void): () => void;
};

/** Chance, from outside: `count` random bytes. */
export type Random = (count: number) => Uint8Array;

/** The machine's own clock; its timers never keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    if (typeof timer === "object") timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The machine's own source of unguessable bytes. */
export const systemRandom: Random = (count) => crypto.getRandomValues(new Uint8Array(count));
