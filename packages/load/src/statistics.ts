/** The value below which `share` of the values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The middle value; NaN for none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Quantiles of latencies in milliseconds. */
export type Spread = { readonly p50: number; readonly p95: number; readonly p99: number };

/** The quantiles that reports name. */
export const spreadOf = (values: readonly number[]): Spread => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
});

/** Two significant digits, `–` for what was not measured. */
export const short = (value: number): string =>
  Number.isFinite(value) ? Number(value.toPrecision(2)).toString() : "–";
