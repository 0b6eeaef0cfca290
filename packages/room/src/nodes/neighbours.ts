import type { Clock } from "../base/doors.ts";

/** The other processes, as far as they were heard of lately. */
export type Neighbours = {
  /** Some message of `node` arrived. */
  heard(node: string): void;
  /** `node` says that it ends. */
  gone(node: string): void;
  all(): readonly string[];
};

/** So long without a word, and a process counts as gone. */
export const goneAfterMs = 7_000;

/** Watches who is there; `came` and `went` are called once each time. */
export function createNeighbours(
  clock: Clock,
  doors: { readonly came: (node: string) => void; readonly went: (node: string) => void },
): Neighbours {
  const watches = new Map<string, () => void>();
  const went = (node: string): void => {
    watches.get(node)?.();
    if (watches.delete(node)) doors.went(node);
  };
  return {
    heard(node) {
      const isNew = !watches.has(node);
      watches.get(node)?.();
      watches.set(
        node,
        clock.after(goneAfterMs, () => went(node)),
      );
      if (isNew) doors.came(node);
    },
    gone: went,
    all: () => [...watches.keys()],
  };
}
