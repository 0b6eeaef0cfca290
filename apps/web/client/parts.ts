/** Which parts of a state somebody looks at, as far as is known. */
export type Parts<State> = {
  /** What `select` gives of `state`; the parts that it looked at are known from then on. */
  readonly read: <T>(state: State, select: (state: State) => T) => T;
  /** Whether one of the known parts is in `changed`. */
  readonly areIn: (changed: ReadonlySet<keyof State>) => boolean;
};

/** Nothing has been looked at yet. A page of a thousand fields asks only those that a change may concern. */
export function createParts<State extends object>(): Parts<State> {
  const known: (keyof State)[] = [];
  let shown: State | null = null;
  const look = (_: object, part: string | symbol): unknown => {
    const name = part as keyof State;
    if (!known.includes(name)) known.push(name);
    return shown?.[name];
  };
  // reason: a proxy takes the type of its target, which stays empty so that any state can be put behind it
  const lens = new Proxy({}, { get: look }) as State;
  return {
    read(state, select) {
      shown = state;
      return select(lens);
    },
    areIn: (changed) => known.some((part) => changed.has(part)),
  };
}
