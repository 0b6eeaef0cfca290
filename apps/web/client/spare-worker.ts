/** The parts of a worker that count before anybody asks it something. */
type Startable = { onerror: ((event: never) => void) | null };

/** Workers one of which can be started before it is known what to ask it: loading one takes longer than most answers. */
export type SpareWorker<W> = {
  /** Starts one, unless one waits already. */
  readonly prepare: () => void;
  /** The one that waits, else a new one. */
  readonly take: () => W;
};

/** Workers that `start` gives; one that breaks while it waits is forgotten. */
export function createSpareWorker<W extends Startable>(start: () => W): SpareWorker<W> {
  let spare: W | null = null;
  return {
    prepare() {
      if (spare !== null) return;
      try {
        spare = start();
        spare.onerror = () => {
          spare = null;
        };
      } catch {
        // Where no worker can be started, whoever needs one finds out.
      }
    },
    take() {
      const worker = spare ?? start();
      spare = null;
      worker.onerror = null;
      return worker;
    },
  };
}
