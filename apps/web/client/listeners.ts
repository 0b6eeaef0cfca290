/** Whom a store tells that parts of it changed, and when: at once, or held for a moment so that what comes together is drawn together. */
export type Listeners<Part> = {
  /** `listener` hears which parts changed; the function that comes back ends that. */
  readonly subscribe: (listener: (changed: ReadonlySet<Part>) => void) => () => void;
  readonly tell: (parts: Iterable<Part>) => void;
  /** Keeps what is told until `release`, or for a frame at most, however often it is called meanwhile. */
  readonly hold: () => void;
  readonly release: () => void;
};

/** Milliseconds that news is held: nobody sees a field a frame later, and a strip that takes longer comes by itself. */
const FRAME = 16;

/** Listeners with nobody among them yet. */
export function createListeners<Part>(): Listeners<Part> {
  const listeners = new Set<(changed: ReadonlySet<Part>) => void>();
  let news = new Set<Part>();
  let held: ReturnType<typeof setTimeout> | null = null;

  const release = (): void => {
    if (held !== null) clearTimeout(held);
    held = null;
    if (news.size === 0) return;
    const changed = news;
    news = new Set();
    for (const listener of [...listeners]) listener(changed);
  };

  return {
    subscribe(listener) {
      // A function that subscribes twice is told twice.
      const own = (changed: ReadonlySet<Part>): void => listener(changed);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    tell(parts) {
      for (const part of parts) news.add(part);
      if (held === null) release();
    },
    hold() {
      held ??= setTimeout(release, FRAME);
    },
    release,
  };
}
