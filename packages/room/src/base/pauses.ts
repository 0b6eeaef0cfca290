/** Work of this process lets others have their turn after so many milliseconds. */
const mostMs = 8;

/** Runs `work` on one after the other, with a pause for everything else whenever that has taken a while. */
export async function withPauses<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - since < mostMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
