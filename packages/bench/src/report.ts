import { cpus, loadavg } from "node:os";
import { MARKS, type Mark } from "./marks.ts";
import { median, quantile, short } from "./statistics.ts";

/** One system's marks and times over all equations. */
export type Row = {
  readonly name: string;
  readonly marks: readonly Mark[];
  readonly times: readonly number[];
};

/** The comparison of equations as a Markdown table, correctness before speed. */
export function equationTable(rows: readonly Row[]): string {
  const ours = rows[0]?.times ?? [];
  const head = ["system", ...MARKS, "median ms", "p90 ms", "median against ours"];
  const body = rows.map((row) => [
    row.name,
    ...MARKS.map((mark) => String(row.marks.filter((one) => one === mark).length)),
    short(median(row.times)),
    short(quantile(row.times, 0.9)),
    `${short(median(row.times) / median(ours))} ×`,
  ]);
  return table(head, body);
}

/** The comparison of verdicts on claims. */
export function claimTable(
  rows: readonly {
    readonly name: string;
    readonly right: number;
    readonly wrong: number;
    readonly none: number;
    readonly times: readonly number[];
  }[],
): string {
  const ours = median(rows[0]?.times ?? []);
  return table(
    ["system", "right", "wrong", "no answer", "median ms", "p90 ms", "median against ours"],
    rows.map((row) => [
      row.name,
      `${row.right}`,
      `${row.wrong}`,
      `${row.none}`,
      short(median(row.times)),
      short(quantile(row.times, 0.9)),
      `${short(median(row.times) / ours)} ×`,
    ]),
  );
}

/** A Markdown table; the first column holds words, the others numbers. */
export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...body.map(line)].join("\n");
}

/** What the figures were taken on, and how busy it was: with a load above the number of processors, ratios shake too. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}, load average ${loadavg()[0]?.toFixed(1)} at the end`;
