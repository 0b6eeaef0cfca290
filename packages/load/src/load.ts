import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bytesReceived } from "./bytes-received.ts";
import { createMarks } from "./marks.ts";
import { enterRoom, type LoadPerson, makeRoom } from "./person.ts";
import { seedScenario } from "./seed.ts";
import { startProcess, wait } from "./server-process.ts";
import { spreadOf } from "./statistics.ts";

/*
 * `pnpm load`: people who join one room, type, look around and reveal their numbers, over the real protocol.
 * Prints one JSON report. Measures a server of its own, or with --server the one at that address (then without its
 * processor and memory, which only its own machine knows).
 */

const usage = `usage: load [--server ADDRESS] [--people 20] [--typists 5] [--rate 10] [--seconds 10] [--bytes 12000]
  --server   a running Crux such as http://localhost:3000; without it a server of its own, in a folder of its own
  --people   who join one room, 500 at most; --typists of them type, each at --rate edits a second for --seconds
  --bytes    the size of the scenario
Prints one JSON report. Ends with 1 when something acknowledged is missing or somebody heard less than all.
`;
const end = (said: string): never => {
  process.stderr.write(said);
  process.exit(2);
};
const askedFor = () => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return end(`load: ${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
};
const options = {
  server: { type: "string" },
  people: { type: "string", default: "20" },
  typists: { type: "string", default: "5" },
  rate: { type: "string", default: "10" },
  seconds: { type: "string", default: "10" },
  bytes: { type: "string", default: "12000" },
  help: { type: "boolean", short: "h", default: false },
} as const;
const asked = askedFor();
if (asked.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const number = (name: "people" | "typists" | "rate" | "seconds" | "bytes", most: number): number => {
  const value = Number(asked[name]);
  if (Number.isFinite(value) && value > 0 && value <= most) return value;
  return end(`load: --${name} is a number from 1 to ${most}\n`);
};
const plan = {
  people: number("people", 500),
  typists: Math.min(number("typists", 500), number("people", 500)),
  rate: number("rate", 50),
  seconds: number("seconds", 3_600),
  bytes: number("bytes", 400_000),
};
// A gloss holds 10,000 characters, and a mark takes eight of them.
if (plan.rate * plan.seconds > 1_000 || plan.typists > 60) {
  end("load: at most 60 typists with 1,000 edits each (rate times seconds)\n");
}

const own = asked.server
  ? null
  : await startProcess(fileURLToPath(new URL("./servers/crux.ts", import.meta.url)));
const url = (own?.url ?? asked.server ?? "").replace(/\/$/, "");
const room = await makeRoom(url, seedScenario(plan)).catch((error: Error) =>
  end(`load: ${url} made ${error.message}\n`),
);
const marks = createMarks();
const refused: Record<string, number> = {};
const acknowledged = new Set<string>();
const revealedAt: number[] = [];

type Seat = { readonly person: LoadPerson; readonly type: () => void };

async function join(at: number): Promise<Seat> {
  const pen = marks.member();
  const typed: string[] = [];
  let saved = 0;
  const person = await enterRoom({
    url,
    room: at === 0 ? { id: room.id } : { code: room.code },
    ...(at === 0 && { secret: room.secret }),
    name: `Load ${at}`,
    writes: at < plan.typists,
    events: {
      saved() {
        const mark = typed[saved++];
        if (mark !== undefined) acknowledged.add(mark);
      },
      refused(refusal) {
        saved++;
        refused[refusal.code] = (refused[refusal.code] ?? 0) + 1;
      },
      entries({ list }) {
        for (const one of list) {
          if (one.kind === "update") pen.heard(one.update);
          if (one.kind === "event" && one.event.kind === "reveal-estimates")
            revealedAt.push(performance.now());
        }
      },
    },
  });
  const type = (): void => {
    const mark = pen.next();
    typed.push(mark);
    person.write(mark, at);
  };
  return { person, type };
}

const seats: Seat[] = [];
for (let at = 0; at < plan.people; at++) seats.push(await join(at));
const typists = seats.slice(0, plan.typists);

const cpu = own?.cpu() ?? 0;
const bytes = bytesReceived();
const edits = Math.round(plan.typists * plan.rate * plan.seconds);
const since = performance.now();
for (let at = 0; at < edits; at++) {
  const due = since + (at * plan.seconds * 1_000) / edits;
  if (due > performance.now()) await wait(due - performance.now());
  typists[at % typists.length]?.type();
}
await wait(1_000);
const deliveries = edits * (plan.people - 1);
const typing = {
  edits,
  acknowledged: acknowledged.size,
  refused: { ...refused },
  editToPeerMs: spreadOf(marks.latencies),
  heard: deliveries === 0 ? 1 : marks.latencies.length / deliveries,
  ...(own && { serverCpuMicrosPerDelivery: ((own.cpu() - cpu) * 1e6) / deliveries }),
  bytesPerDelivery: (bytesReceived() - bytes) / deliveries,
};

for (const [at, { person }] of seats.entries()) {
  person.look(`terms/t${at % 5}`);
  person.send({ kind: "pin", g: `${at + 1}` });
}
await wait(1_500);
const asks = performance.now();
seats[0]?.person.send({ kind: "reveal-estimates" });
await wait(2_000);
const reader = await enterRoom({ url, room: { code: room.code }, name: "Reader", writes: true });
const kept = reader.text();
const report = {
  plan,
  server: asked.server ?? "a process of its own",
  joinMs: spreadOf(seats.map(({ person }) => person.joinMs)),
  typing,
  reveal: { heard: revealedAt.length, lastMs: Math.max(...revealedAt) - asks },
  acknowledgedLost: [...acknowledged].filter((mark) => !kept.includes(mark)).length,
  ...(own && { memoryMb: await own.memory() }),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
await own?.stop();
process.exit(report.acknowledgedLost > 0 || typing.heard < 1 ? 1 : 0);
