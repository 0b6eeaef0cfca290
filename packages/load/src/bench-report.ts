import { cpus, loadavg } from "node:os";
import { median, short } from "./statistics.ts";

/** What one measurement of one server gave, by column. */
export type Figures = Readonly<Record<string, number>>;

/** Medians over the runs as Markdown, with the ratio to the first server in brackets. */
export function reportOf(
  results: Readonly<Record<string, Readonly<Record<string, readonly Figures[]>>>>,
  taken: { readonly runs: number; readonly seconds: number },
): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}`;
  const parts = Object.entries(results).map(
    ([what, byServer]) => `## ${titleOf(what)}\n\n${tableOf(byServer)}\n`,
  );
  return `# Benchmarks of the room

Taken by \`pnpm bench:room\` on ${machine}; servers and people share these cores over loopback; load of the machine at the end ${short(loadavg()[0] ?? 0)}.
Medians of ${taken.runs} runs of ${taken.seconds} s, every server in a fresh process, one after the other. In brackets: how many times ours.

Crux acknowledges what is on disk, and checks every edit before. Hocuspocus (SQLite extension, its defaults) acknowledges what is in memory and stores it 2 to 10 s later. y-websocket's and y-socket.io's servers (LevelDB) acknowledge nothing.
In a room of 12 kB five people type 10 edits of eight characters a second each. A delivery is one edit at one other person; processor time is that of the server's whole process.

${parts.join("\n")}`;
}

const titleOf = (what: string): string => what.charAt(0).toUpperCase() + what.slice(1);

function tableOf(byServer: Readonly<Record<string, readonly Figures[]>>): string {
  const rows = Object.entries(byServer).filter(([, runs]) => Object.keys(runs[0] ?? {}).length > 0);
  const columns = Object.keys(rows[0]?.[1][0] ?? {});
  const middle = (runs: readonly Figures[], column: string): number =>
    median(runs.map((one) => one[column] ?? Number.NaN));
  const ours = rows[0]?.[1] ?? [];
  const body = rows.map(([name, runs], at) => [
    name,
    ...columns.map((column) => {
      const value = middle(runs, column);
      const ratio = value / middle(ours, column);
      const isCount = column.startsWith("of ") || column.startsWith("ackn") || column.startsWith("seen");
      const text = isCount && Number.isFinite(value) ? String(Math.round(value)) : short(value);
      return at === 0 || isCount || !Number.isFinite(ratio) ? text : `${text} (${short(ratio)})`;
    }),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = line(["---", ...columns.map(() => "--:")]);
  return [line(["server", ...columns]), rule, ...body.map(line)].join("\n");
}
