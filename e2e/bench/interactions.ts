/** In the page: keeps every press and key with its time to the next paint, which browsers tell in steps of 8 ms from 16 on. */
export function listen(): void {
  const times: { name: string; id: number; ms: number }[] = [];
  const page = window as unknown as { benchTimes: typeof times };
  page.benchTimes = times;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
      if (entry.interactionId > 0)
        times.push({ name: entry.name, id: entry.interactionId, ms: entry.duration });
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}

/** In the page: the longest event of each interaction since the last time, once late ones have come; those under 16 ms are not told. */
export function takeEvents(): Promise<number[]> {
  const page = window as unknown as { benchTimes: { id: number; ms: number }[] };
  return new Promise((resolve) => {
    setTimeout(() => {
      const longest = new Map<number, number>();
      for (const { id, ms } of page.benchTimes.splice(0)) longest.set(id, Math.max(longest.get(id) ?? 0, ms));
      resolve([...longest.values()]);
    }, 300);
  });
}

/** The times with those that the browser did not tell, for they took less than 16 ms, as 16: one for each of `count` deeds. */
export function withQuick(told: readonly number[], count: number): readonly number[] {
  return [...told, ...Array.from({ length: Math.max(0, count - told.length) }, () => 16)];
}
