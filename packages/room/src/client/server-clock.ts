import type { Clock } from "../base/doors.ts";

/** What the server's clock shows beside this device's, from questions and answers that take time themselves. */
export type ServerClock = {
  /** Server's time minus this device's, in milliseconds. */
  offsetMs(): number;
  /** The server said `now` in answer to what was asked at `asked` (this device's time); true when the offset moved. */
  hear(now: number, asked: number): boolean;
  /** Forgets what was measured: the device may have slept, or its clock been set. */
  forget(): void;
};

/** Below this a difference is not worth drawing anything again. */
const noticeMs = 100;

/** A server clock that trusts the quickest answer most: half of its way is the most that it can be wrong by. */
export function createServerClock(clock: Clock): ServerClock {
  let quickest = Number.POSITIVE_INFINITY;
  let offset = 0;
  return {
    offsetMs: () => offset,
    hear(now, asked) {
      const heard = clock.now();
      const took = Math.max(0, heard - asked);
      if (took >= quickest) return false;
      quickest = took;
      const measured = now - (asked + took / 2);
      if (Math.abs(measured - offset) < noticeMs) return false;
      offset = Math.round(measured);
      return true;
    },
    forget() {
      quickest = Number.POSITIVE_INFINITY;
    },
  };
}
