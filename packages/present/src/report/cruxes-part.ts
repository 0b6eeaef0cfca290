import {
  applyPatch,
  type RoomRecord,
  readExpr,
  readPatch,
  type Scenario,
  writePatch,
  writeScenario,
} from "@crux/core";
import { answerQuery } from "@crux/solver";
import { cruxWords } from "../crux-words.ts";
import { listText } from "../names.ts";
import type { CruxesPart } from "./report.ts";

type Position = RoomRecord["positions"][number];
type Pair = CruxesPart["pairs"][number];

/** As many positions are compared with each other, the newest. */
const MOST = 8;

/** What divides those who published their values with a g: the pairs for whom different programs win. */
export function cruxesPart(scenario: Scenario | null, positions: readonly Position[]): CruxesPart {
  const usable = positions.filter((one) => scenario !== null && fits(scenario, one));
  const compared = usable.slice(-MOST);
  const found: Pair[] = [];
  const alike: string[] = [];
  for (const [at, a] of compared.entries())
    for (const b of compared.slice(at + 1)) {
      const pair = scenario && pairOf(scenario, a, b);
      if (pair === null) continue;
      if (pair === "alike") alike.push(`${a.name} and ${b.name}`);
      else found.push(pair);
    }
  const out = positions.filter((one) => !usable.includes(one)).map(({ name }) => name);
  const notes = [
    alike.length === 0
      ? ""
      : `The same program wins for ${listText(alike.slice(0, MOST))}${more(alike.length - MOST)}.`,
    out.length === 0
      ? ""
      : `Not compared, for want of a g or because the values no longer fit the model: ${listText(out)}.`,
    usable.length <= MOST
      ? ""
      : `Of ${usable.length} positions the newest ${MOST} are compared; the other ${usable.length - MOST} are in the room's file.`,
  ];
  return { pairs: found, note: notes.filter((one) => one !== "").join(" ") };
}

const more = (count: number): string => (count > 0 ? `; and ${count} more pairs` : "");

function fits(scenario: Scenario, { patch, g }: Position): boolean {
  const read = readPatch(patch);
  return g !== null && readExpr(g).ok && read.ok && applyPatch(scenario, read.value).ok;
}

/** `alike` where the same programs win for both; null where they can't be compared. */
function pairOf(scenario: Scenario, a: Position, b: Position): Pair | "alike" | null {
  const side = ({ name, patch, g }: Position) => ({ owner: name, patch: patchJson(patch), g });
  const query = { kind: "cruxes", a: side(a), b: side(b) };
  const reply = answerQuery({ scenario: writeScenario(scenario), query }, { certificate: false });
  if (!reply.ok || reply.answer.kind !== "cruxes") return null;
  const { winners } = reply.answer;
  if (JSON.stringify(winners.a.toSorted()) === JSON.stringify(winners.b.toSorted())) return "alike";
  const read = readPatch(b.patch);
  const there = read.ok ? applyPatch(scenario, read.value) : read;
  const words = cruxWords(there.ok ? there.value : scenario, reply.answer, { a: a.name, b: b.name });
  return {
    names: `${a.name} and ${b.name}`,
    sentence: words.sentence,
    rows: words.rows.map(({ label, a: first, b: second, share }) => ({ label, a: first, b: second, share })),
    sides: [a.name, b.name],
  };
}

function patchJson(patch: readonly unknown[]): unknown {
  const read = readPatch(patch);
  return read.ok ? writePatch(read.value) : patch;
}
