/** How long to wait before a part of the page is asked for again. */
const patienceMs = 3_000;

/**
 * What `load` brings, asked for again as long as it fails: a part of the page that is opened without a connection
 * comes when there is one, and until then the page around it goes on.
 */
export async function untilLoaded<T>(load: () => Promise<T>, wait = aMoment): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await wait();
    }
  }
}

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patienceMs));
