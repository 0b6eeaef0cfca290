import {
  applyPatch,
  diffScenarios,
  type Edit,
  printExpr,
  readExpr,
  readScenario,
  type Scenario,
  writePatch,
  writeScenario,
} from "@crux/core";
import { namesText, positionOf, rationalToFloat, stripScene, toFloat } from "@crux/present";
import { cruxWords, stopAgreeing } from "@crux/present/words";
import { answerQuery, type MapAnswer } from "@crux/solver";
import type { Compared, CompareTask, Side, SideStrip } from "./reason.ts";

type Read = { readonly side: Side; readonly scenario: Scenario; readonly map: MapAnswer };

/** What divides two sides: strips on one axis, differences with their shares, and the sets that turn either. */
export function compareSides({ a, b, adopt }: CompareTask): Compared {
  const [one, other] = [sideOf(a), sideOf(b)];
  if (typeof one === "string") return { kind: "wrong", why: one };
  if (typeof other === "string") return { kind: "wrong", why: other };
  const patch = diffScenarios(one.scenario, other.scenario);
  const reply = answerQuery(
    {
      scenario: writeScenario(one.scenario),
      query: {
        kind: "cruxes",
        a: { owner: "a", patch: [], g: a.g },
        b: { owner: "b", patch: writePatch(patch), g: b.g },
      },
    },
    { certificate: false },
  );
  if (!reply.ok) return { kind: "wrong", why: reply.issues[0]?.message ?? "the two can't be compared" };
  const { answer } = reply;
  if (answer.kind !== "cruxes")
    return {
      kind: "wrong",
      why: `Undecided: ${answer.kind === "undecided" ? answer.missing : "no answer"}.`,
    };
  const names = { a: a.name, b: b.name };
  const words = cruxWords(other.scenario, answer, names);
  const marks = [one, other].flatMap(({ side, map }) => [
    rationalToFloat(side.g),
    ...[...map.thresholds, ...map.touches].map((mark) => toFloat(mark.at)),
  ]);
  return {
    kind: "compared",
    words,
    agreement: stopAgreeing(other.scenario, answer, names),
    strips: [stripOf(one, marks, answer.winners.a), stripOf(other, marks, answer.winners.b)],
    adopted: adoptedWinners(one, other, patch, words.rows, adopt),
  };
}

/** A side that can be compared, or why not. */
function sideOf(side: Side): Read | string {
  const read = readScenario(side.scenario);
  if (!read.ok) return `The scenario can't be read: ${read.error[0]?.message ?? ""}`;
  const reply = answerQuery({ scenario: side.scenario, query: { kind: "winners" } }, { certificate: false });
  if (!reply.ok) return reply.issues[0]?.message ?? "no answer";
  if (reply.answer.kind !== "map") return "Some costs are unknown: give them a value to compare who wins.";
  const rate = readExpr(side.g);
  if (!rate.ok) return "Each side needs its own g.";
  return { side: { ...side, g: printExpr(rate.value) }, scenario: read.value, map: reply.answer };
}

function stripOf(
  { side, scenario, map }: Read,
  marks: readonly number[],
  winners: readonly string[],
): SideStrip {
  const strip = stripScene(scenario, map, marks);
  return {
    name: side.name,
    g: side.g,
    strip,
    at: positionOf(strip.axis, rationalToFloat(side.g)),
    winners: namesText(scenario, winners),
  };
}

/** Edits that make no difference to who wins; the list of differences leaves them out. */
const SILENT: readonly Edit["kind"][] = [
  "set-domain",
  "set-assumption",
  "set-status",
  "remove-assumption",
  "set-key",
  "remove-key",
];

/** Who wins for `one` with some differences taken over from `other`; null where these do not fit together. */
function adoptedWinners(
  one: Read,
  other: Read,
  patch: readonly Edit[],
  rows: readonly { readonly of: string }[],
  adopt: readonly string[],
): string | null {
  const loud = patch.filter(({ kind }) => !SILENT.includes(kind));
  const edits = loud.filter((_, at) => adopt.includes(rows[at]?.of ?? ""));
  const changed = applyPatch(one.scenario, edits);
  if (!changed.ok) return null;
  const g = adopt.includes("g") ? other.side.g : one.side.g;
  const reply = answerQuery(
    { scenario: writeScenario(changed.value), query: { kind: "score", at: { g } } },
    { certificate: false },
  );
  return reply.ok && reply.answer.kind === "score" ? namesText(changed.value, reply.answer.winners) : null;
}
