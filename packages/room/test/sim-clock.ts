import type { Clock } from "../src/base/doors.ts";

/** A clock that stands still until a test moves it. */
export type SimClock = Clock & {
  /** Runs the next task that is due within `ms`, at its time; false (and the time moved on) when there is none. */
  step(ms: number): Promise<boolean>;
  /** Runs everything that is due within `ms`. */
  run(ms: number): Promise<void>;
};

/** A clock at time 0. */
export function createSimClock(): SimClock {
  let time = 1_000_000;
  let order = 0;
  const tasks = new Map<number, { at: number; task: () => void }>();
  const step = async (until: number): Promise<boolean> => {
    let first = Number.POSITIVE_INFINITY;
    let next = -1;
    for (const [id, { at }] of tasks) {
      if (at >= first) continue;
      first = at;
      next = id;
    }
    const due = tasks.get(next);
    if (due === undefined || due.at > until) {
      time = Math.max(time, until);
      return false;
    }
    tasks.delete(next);
    time = Math.max(time, due.at);
    due.task();
    await promisesDone();
    return true;
  };
  return {
    now: () => time,
    after(ms, task) {
      const id = ++order;
      tasks.set(id, { at: time + ms, task });
      return () => tasks.delete(id);
    },
    step: (ms) => step(time + ms),
    async run(ms) {
      const until = time + ms;
      while (await step(until));
    },
  };
}

/** Lets everything that only waits for promises go as far as it can. */
export const promisesDone = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
