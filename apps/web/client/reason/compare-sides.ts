import {
  applyPatch,
  diffScenarios,
  type Edit,
  must,
  printExpr,
  type Scenario,
  sameExpr,
  writePatch,
  writeScenario,
} from "@crux/core";
import { cruxWords, labelOf, stopAgreeing } from "@crux/present/words";
import { answerQuery } from "@crux/solver";
import { findCruxLine } from "./find-crux-line.ts";
import { type ReadSide, readSide, stripsOf } from "./read-side.ts";
import type { Compared, CompareTask } from "./reason.ts";

/** What divides two sides: strips on one axis, differences with their shares, and the sets that turn either. */
export function compareSides({ a, b, adopt }: CompareTask): Compared {
  const [one, other] = [readSide(a), readSide(b)];
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
  const taken = adoptedSide(one, other, patch, words.rows, adopt);
  const [first, second, adopted] = stripsOf(taken === null ? [one, other] : [one, other, taken]);
  return {
    kind: "compared",
    words,
    agreement: stopAgreeing(other.scenario, answer, names),
    strips: [must(first, "a strip for each side"), must(second, "a strip for each side")],
    adopted: adopted ?? null,
    agreed: agreedOf(one.scenario, other.scenario),
    line: lineOf(one, other, patch, answer.both),
  };
}

/** Whether the one cost on which both turn lies above a line; null where it is not one, or their g differ. */
function lineOf(
  one: ReadSide,
  other: ReadSide,
  patch: readonly Edit[],
  both: readonly (readonly string[])[],
): string | null {
  if (both.length !== 1 || both[0]?.length !== 1 || one.side.g !== other.side.g) return null;
  const isOwn = [one, other].some(({ side }) => side.name === "you");
  const task = {
    kind: "line",
    scenario: writeScenario(one.scenario),
    a: [],
    b: writePatch(patch),
    g: one.side.g,
  } as const;
  return findCruxLine(task, isOwn ? "You" : "They");
}

/** Edits that make no difference to who wins; the list of differences leaves them out. */
export const SILENT: readonly Edit["kind"][] = [
  "set-domain",
  "set-assumption",
  "set-status",
  "remove-assumption",
  "set-key",
  "remove-key",
];

/** `one` with some differences taken over from `other`; null where there are none or they do not fit together. */
function adoptedSide(
  one: ReadSide,
  other: ReadSide,
  patch: readonly Edit[],
  rows: readonly { readonly of: string }[],
  adopt: readonly string[],
): ReadSide | null {
  if (adopt.length === 0) return null;
  const loud = patch.filter(({ kind }) => !SILENT.includes(kind));
  const edits = loud.filter((_, at) => adopt.includes(rows[at]?.of ?? ""));
  const changed = applyPatch(one.scenario, edits);
  if (!changed.ok) return null;
  const g = adopt.includes("g") ? other.side.g : one.side.g;
  const read = readSide({ ...one.side, scenario: writeScenario(changed.value), g });
  return typeof read === "string" ? null : read;
}

/** What both say alike: every cost of a term and every parameter that stands in both with the same value. */
function agreedOf(one: Scenario, other: Scenario): readonly string[] {
  const costs = one.terms.flatMap((term) =>
    (["c", "t"] as const).map((axis) => ({
      of: `${axis}(${term.id})`,
      a: term[axis],
      b: other.terms.find(({ id }) => id === term.id)?.[axis] ?? null,
    })),
  );
  const values = one.parameters.map(({ id, value }) => ({
    of: id,
    a: value,
    b: other.parameters.find((two) => two.id === id)?.value ?? null,
  }));
  return [...costs, ...values].flatMap(({ of, a, b }) =>
    a === null || b === null || !sameExpr(a, b) ? [] : [`${labelOf(one, of)} = ${printExpr(a)}`],
  );
}
