/** States that were left, the present one, and states that undo left. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step changed; steps of the same kind in a row are undone together. */
  readonly tag: string | null;
};

const DEPTH = 200;

/** A history with nothing to undo. */
export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], tag: null });

/** One step further; with the same `tag` as the step before, both become one step. */
export function push<T>(history: History<T>, present: T, tag: string | null): History<T> {
  if (tag !== null && tag === history.tag) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-DEPTH), present, future: [], tag };
}

/** One step back, if there is one. */
export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    tag: null,
  };
}

/** The step that undo took back, again. */
export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, tag: null };
}

/** The same history with no tag, so that the next step is undone on its own. */
export const settle = <T>(history: History<T>): History<T> => ({ ...history, tag: null });
