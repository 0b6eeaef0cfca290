import { median, short } from "./statistics.ts";

/** What one measurement of one server gave, by column. */
export type Figures = Readonly<Record<string, number>>;

/** All measurements: by what was measured, by server, one for each run. */
export type Results = Readonly<Record<string, Readonly<Record<string, readonly Figures[]>>>>;

/** Medians over the runs as Markdown, with the ratio to the first server in brackets. `machine`: where, beside what. */
export function reportOf(
  results: Results,
  taken: { readonly runs: number; readonly seconds: number; readonly machine: string },
): string {
  const parts = Object.entries(results).map(
    ([what, byServer]) => `## ${titleOf(what)}\n\n${tableOf(byServer)}\n`,
  );
  return `Taken by \`pnpm bench:room\` on ${taken.machine}

Medians of up to ${taken.runs} runs of ${taken.seconds} s, every server in a fresh process, one after the other; servers and people share the processors over loopback. In brackets: how many times ours.

Crux acknowledges what is on disk, and checks every edit before. Hocuspocus 4.7 (SQLite extension, its defaults) acknowledges what is in memory and stores it 2 to 10 s later. The servers of y-websocket 2.1 and y-socket.io 1.1 (LevelDB) acknowledge nothing; \`@y/websocket-server\` can't be installed beside Yjs 13.
In a room of 12 kB five people type 10 edits of eight characters a second each. A delivery is one edit at one other person, timed when its bytes arrive there; processor time is that of the server's whole process. Idle rooms are measured once all have gone to rest.

${parts.join("\n")}
## Against the aims

${aimsOf(results)}
`;
}

/** What the room server is meant to reach, each against what was measured. */
function aimsOf(results: Results): string {
  const middle = (what: string, server: string, column: string): number =>
    median((results[what]?.[server] ?? []).map((one) => one[column] ?? Number.NaN));
  const against = (what: string, column: string, peer: string): string => {
    const [ours, theirs] = [middle(what, "Crux", column), middle(what, peer, column)];
    if (!Number.isFinite(ours) || !Number.isFinite(theirs)) return "not measured";
    // Within a tenth, two runs differ by more than that.
    const verdict = ours <= theirs ? "met" : ours <= theirs * 1.1 ? "level" : "**not met**";
    return `${verdict}: ${short(ours)} against ${short(theirs)}`;
  };
  const reveal = middle("200 people and a reveal", "Crux", "last of 200 heard, ms");
  const lost = middle("kill -9", "Crux", "of them lost");
  const rows = [
    ["100 people: p99 no more than y-websocket's", against("100 people", "p99 ms", "y-websocket")],
    [
      "100 people: processor time per delivery no more than y-websocket's, disk and gate included",
      against("100 people", "CPU µs/delivery", "y-websocket"),
    ],
    [
      "100 people: bytes per delivery no more than y-websocket's",
      against("100 people", "bytes/delivery", "y-websocket"),
    ],
    ["memory per idle room below Hocuspocus's", against("500 rooms of 2", "kB per idle room", "Hocuspocus")],
    [
      "a reveal reaches 200 people within 1 s",
      Number.isFinite(reveal)
        ? `${reveal <= 1_000 ? "met" : "**not met**"}: ${short(reveal / 1000)} s`
        : "not measured",
    ],
    [
      "no acknowledged edit lost by `kill -9`",
      Number.isFinite(lost) ? `${lost === 0 ? "met" : "**not met**"}: ${lost} lost` : "not measured",
    ],
  ];
  return ["| aim | here |", "|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
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
