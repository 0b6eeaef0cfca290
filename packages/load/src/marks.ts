/** Marks that are typed into the shared text and recognized in whatever bytes a server sends for it. */
export type Marks = {
  /** One member's pen and ear, which says whether it found a mark: what they typed themselves does not count as heard. */
  member(): { readonly next: () => string; readonly heard: (bytes: Uint8Array) => boolean };
  /** Milliseconds from typing to hearing, one for each mark and hearer, of what was typed since the last `reset`. */
  readonly latencies: readonly number[];
  reset(): void;
  /** The marks that at least one other person has heard. */
  readonly seen: ReadonlySet<string>;
};

const length = 8;

/** Fresh marks: `~#` and a number of six digits, from 1. */
export function createMarks(): Marks {
  const typedAt = new Map<number, number>();
  const latencies: number[] = [];
  const seen = new Set<string>();
  let last = 0;
  let from = 0;
  return {
    latencies,
    seen,
    member() {
      const own = new Set<string>();
      return {
        next() {
          typedAt.set(++last, performance.now());
          const mark = `~#${String(last).padStart(length - 2, "0")}`;
          own.add(mark);
          return mark;
        },
        heard(bytes) {
          const now = performance.now();
          const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
          let found = false;
          for (let at = buffer.indexOf("~#"); at >= 0; at = buffer.indexOf("~#", at + length)) {
            found = true;
            const mark = buffer.toString("latin1", at, at + length);
            const typed = typedAt.get(Number(mark.slice(2)));
            if (typed === undefined || own.has(mark)) continue;
            seen.add(mark);
            if (typed >= from) latencies.push(now - typed);
          }
          return found;
        },
      };
    },
    reset() {
      latencies.length = 0;
      from = performance.now();
    },
  };
}
