/** Which parts of a state somebody looks at, as far as is known. */
export type Parts<State> = {
  /** What `select` gives of `state`; the parts that it looked at are known from then on. */
  readonly read: <T>(state: State, select: (state: State) => T) => T;
  /** Whether one of the known parts is in `changed`. */
  readonly areIn: (changed: ReadonlySet<keyof State>) => boolean;
};

/** Nothing has been looked at yet. A page of a thousand fields asks only those that a change may concern. */
export function createParts<State extends object>(): Parts<State> {
  const known = new Set<keyof State>();
  return {
    read: (state, select) => select(new Proxy(state, { get: (_, part) => look(state, part as keyof State) })),
    areIn(changed) {
      for (const part of known) if (changed.has(part)) return true;
      return false;
    },
  };

  function look<K extends keyof State>(state: State, part: K): State[K] {
    known.add(part);
    return state[part];
  }
}
