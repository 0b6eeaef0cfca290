/** The value below which `share` of the sorted values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The middle of the values, in their unit. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `0.012`, `3.4`, `120`: two significant digits are enough for a table. */
export const short = (ms: number): string => (Number.isNaN(ms) ? "–" : Number(ms.toPrecision(2)).toString());
