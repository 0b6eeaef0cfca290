import { ratio } from "@crux/core/exact";
import { answerQuery, answerRequest, lowerEnvelope, readRequest } from "@crux/solver";
import { table } from "./report.ts";
import { median, short } from "./statistics.ts";

/** How the lower envelope grows with the number of programs, and what one map of the essay costs. */
export function growthTable(): string {
  const sizes = [10, 100, 1_000, 10_000, 100_000];
  const rows = sizes.map((n) => {
    const lines = scattered(n);
    const runs = n >= 10_000 ? 5 : 25;
    const times = Array.from({ length: runs }, () => timed(() => lowerEnvelope(lines))).slice(2);
    const ms = median(times);
    return [`${n}`, short(ms), short((ms * 1e6) / (n * Math.log2(n)))];
  });
  return table(["programs", "median ms", "ns per program and bit"], rows);
}

/** Milliseconds for the winner map of the essay's scenario, warm: the whole request without and with its certificate. */
export function essayTimes(): { readonly map: number; readonly bare: number; readonly certified: number } {
  const request = { scenario: { library: "speed-simplicity" }, query: { kind: "winners" } };
  const run = (certificate: boolean) =>
    median(Array.from({ length: 400 }, () => timed(() => answerQuery(request, { certificate }))).slice(100));
  const read = readRequest(request);
  if (!read.ok) throw new Error("the essay's request can't be read");
  const times = Array.from({ length: 400 }, () =>
    timed(() => answerRequest(read.value, { certificate: false })),
  );
  return { map: median(times.slice(100)), bare: run(false), certified: run(true) };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Lines from a fixed pseudo-random sequence, so that every run measures the same work. */
function scattered(n: number) {
  let state = 12_345n;
  const next = (): bigint => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n);
    return (state >> 33n) % 1_000_003n;
  };
  return Array.from({ length: n }, (_, i) => ({
    program: `p${i}`,
    c: ratio(next() + 1n, 7n),
    t: ratio(next() + 1n, 11n),
  }));
}
