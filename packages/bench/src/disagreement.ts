import { answerQuery } from "@crux/solver";
import { table } from "./report.ts";
import { median, short } from "./statistics.ts";

const RUNS = 25;
const WARM = 5;

/** What cruxes and flip sets cost, warm, from the JSON of the request: every set of changes decided exactly. */
export function disagreementTable(): string {
  const rows = ["linear", "log"].flatMap((family) =>
    [10, 15].flatMap((count) => [
      row(`cruxes, ${count} differences, ${family}`, cruxes(family, count)),
      row(`flip sets, ${count} objections, ${family}`, flipSets(family, count)),
    ]),
  );
  return table(["question", "smallest sets", "median ms", "slowest ms"], rows);
}

function row(name: string, request: unknown): readonly string[] {
  const times: number[] = [];
  let sets = 0;
  for (let run = 0; run < RUNS + WARM; run += 1) {
    const start = performance.now();
    const reply = answerQuery(request, { certificate: false });
    if (run >= WARM) times.push(performance.now() - start);
    if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
    const { answer } = reply;
    if (answer.kind === "cruxes") sets = answer.flipA.length + answer.flipB.length;
    else if (answer.kind === "flip-sets") sets = answer.sets.length;
    else throw new Error(`${name}: ${answer.kind}`);
  }
  return [name, String(sets), short(median(times)), short(Math.max(...times))];
}

const TERMS = Array.from({ length: 8 }, (_, at) => `x${at}`);

/** Three programs of eight terms, most of which they share. */
function scenario(family: string): unknown {
  const sum = (axis: string, left: number): string =>
    TERMS.filter((_, at) => at % 4 !== left)
      .map((id) => `${axis}(${id})`)
      .join(" + ");
  return {
    format: "crux/scenario",
    version: 1,
    title: "measured",
    exchange: { family, apply: "sum" },
    terms: TERMS.map((id, at) => ({ id, c: String(10 + ((at * 7) % 13)), t: String(20 + ((at * 5) % 11)) })),
    programs: ["p", "q", "r"].map((id, at) => ({ id, name: id, c: sum("c", at), t: sum("t", at + 1) })),
  };
}

const edits = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    kind: "set-cost",
    term: `x${at % 8}`,
    axis: at < 8 ? "c" : "t",
    to: `${5 + ((at * 9) % 41)}${at % 2 === 0 ? "" : "/2"}`,
  }));

const cruxes = (family: string, count: number): unknown => ({
  scenario: scenario(family),
  query: {
    kind: "cruxes",
    a: { owner: "a", patch: [], g: "4" },
    b: { owner: "b", patch: edits(count - 1), g: "1/8" },
  },
});

const flipSets = (family: string, count: number): unknown => ({
  scenario: scenario(family),
  query: {
    kind: "flip-sets",
    objections: edits(count).map((edit, at) => ({
      id: `o${at}`,
      author: "measured",
      kind: "rebut",
      anchor: { kind: "scenario" },
      text: "",
      readings: [{ label: "read", patch: [edit] }],
      status: "open",
    })),
    at: { g: "4" },
  },
});
