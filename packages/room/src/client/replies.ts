import type { Clock } from "../base/doors.ts";
import type { Refusal } from "../protocol/refusal.ts";

/** What to do about a refusal of something that was sent. */
export type Steps = {
  /** Send the same again. */
  readonly again: () => void;
  readonly resync: () => void;
  readonly rejoin: () => void;
  /** It will never be taken. */
  readonly giveUp: (refusal: Refusal) => void;
};

/** Does what the refusal says; `later` waits, at least for a moment. */
export function follow(refusal: Refusal, clock: Clock, steps: Steps): void {
  switch (refusal.retry) {
    case "later":
      clock.after(Math.max(refusal.afterMs, 200), steps.again);
      return;
    case "resync":
      steps.resync();
      return;
    case "rejoin":
      steps.rejoin();
      return;
    case "never":
      steps.giveUp(refusal);
  }
}
