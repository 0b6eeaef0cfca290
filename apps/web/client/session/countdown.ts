/** What is left of a time, in words of figures: `4:32`, `1:02:03`; `+0:12` when it has run over. Rounded up to the second. */
export function sayRemaining(ms: number): string {
  const isOver = ms <= -1_000;
  const all = isOver ? Math.floor(-ms / 1_000) : Math.max(0, Math.ceil(ms / 1_000));
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  const tail = String(seconds).padStart(2, "0");
  const text = hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
  return isOver ? `+${text}` : text;
}

/** A length of time in words: `90 seconds` is `1 min 30 s`. */
export function sayDuration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** Moments of a countdown that are worth a word, in milliseconds left, latest first. */
const MOMENTS: readonly { readonly at: number; readonly words: string }[] = [
  { at: 0, words: "Time is up." },
  { at: 10_000, words: "10 seconds left." },
  { at: 60_000, words: "1 minute left." },
  { at: 300_000, words: "5 minutes left." },
];

/**
 * What to say aloud when a countdown went from `before` to `now` milliseconds left: at five minutes, one minute, ten
 * seconds and the end; null in between, and when it went up or began.
 */
export function announcement(before: number | null, now: number): string | null {
  if (before === null || now >= before) return null;
  return MOMENTS.find(({ at }) => before > at && now <= at)?.words ?? null;
}
