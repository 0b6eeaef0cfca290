/** A countdown by the server's clock, as data: whoever knows the server's time knows what is left. */
export type Timer = {
  /** What it counted down from, in milliseconds, extra time included. */
  readonly total: number;
  /** Milliseconds left at `since`, or now while it is paused. */
  readonly left: number;
  /** Since when it runs; null while it is paused. */
  readonly since: number | null;
  /** The entry that started it: a timer that runs out is announced once for each. */
  readonly seq: number;
};

/** The two things that are timed. */
export type Timers = { readonly phase: Timer | null; readonly speaker: Timer | null };

/** Milliseconds left at `now` (server's clock); below 0 it has run over. */
export const remainingMs = (timer: Timer, now: number): number =>
  timer.since === null ? timer.left : timer.left - (now - timer.since);

/** A timer that starts at `now`; `percent` gives everybody extra time. */
export function startedTimer(seconds: number, percent: number, now: number, seq: number): Timer {
  const total = Math.round((seconds * 1_000 * percent) / 100);
  return { total, left: total, since: now, seq };
}

/** The timer stopped where it is, or going on. */
export const pausedTimer = (timer: Timer, now: number): Timer => ({
  ...timer,
  left: remainingMs(timer, now),
  since: null,
});
/** The timer going on from `now` (server's clock). */
export const resumedTimer = (timer: Timer, now: number): Timer =>
  timer.since === null ? { ...timer, since: now } : timer;

/** The timer with more time; one that has run over goes on from now. */
export function addedTimer(timer: Timer, ms: number, now: number): Timer {
  const left = Math.max(0, remainingMs(timer, now)) + ms;
  return { ...timer, total: timer.total + ms, left, since: timer.since === null ? null : now };
}

/** The timer when everybody's extra time changes: what is left grows or shrinks with it. */
export function scaledTimer(timer: Timer, from: number, to: number, now: number): Timer {
  const scale = (ms: number): number => Math.round((ms * to) / from);
  const left = scale(remainingMs(timer, now));
  return { ...timer, total: scale(timer.total), left, since: timer.since === null ? null : now };
}
