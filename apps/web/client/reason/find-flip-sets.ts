import { applyPatch, readPatch, readScenario, type Scenario } from "@crux/core";
import { namesText } from "@crux/present";
import { answerQuery, type FlipSetsAnswer } from "@crux/solver";
import type { FlipTask, FlipTurns, TurnSet } from "./reason.ts";

/** So many sets are shown. */
const SHOWN = 5;

/** The smallest sets of objections that together change the winner at a `g`, fewest objections first. */
export function findFlipSets(task: FlipTask): FlipTurns {
  const { scenario, objections, g } = task;
  const read = readScenario(scenario);
  if (!read.ok) return { kind: "wrong", why: "the model can't be read" };
  const reply = answerQuery(
    { scenario, query: { kind: "flip-sets", objections: objections.map(asObjection), at: { g } } },
    { certificate: false },
  );
  if (!reply.ok) return { kind: "wrong", why: reply.issues[0]?.message ?? "no answer" };
  const { answer } = reply;
  if (answer.kind !== "flip-sets")
    return { kind: "wrong", why: answer.kind === "undecided" ? `undecided: ${answer.missing}` : "no answer" };
  const bySize = (a: FlipSet, b: FlipSet): number => a.objections.length - b.objections.length;
  const smallest = answer.sets.toSorted(bySize);
  const loose = (answer.search?.loose ?? []).toSorted(bySize);
  const sets = [...smallest, ...loose];
  return {
    kind: "flip-sets",
    winners: namesText(read.value, answer.winners) || "nobody",
    sets: sets.slice(0, SHOWN).map((set) => turnSet(read.value, task, set)),
    count: sets.length,
    most: mostOften(sets),
    note: answer.search === null ? "" : searchNote(answer.search.tried, loose.length > 0),
  };
}

/** An objection of the format with nothing in it but what flips are made of. */
const asObjection = ({ id, readings }: FlipTask["objections"][number]) => ({
  id,
  author: "someone",
  kind: "undermine",
  anchor: { kind: "scenario", snapshot: "" },
  text: "a doubt",
  readings,
});

type FlipSet = FlipSetsAnswer["sets"][number];

/** A set with the names of the winners, which the objections themselves may bring in. */
function turnSet(scenario: Scenario, { objections }: FlipTask, set: FlipSet): TurnSet {
  let changed = scenario;
  for (const { id, reading } of set.objections) {
    const found = objections.find((one) => one.id === id)?.readings.find((one) => one.label === reading);
    const patch = readPatch(found?.patch);
    const next = patch.ok ? applyPatch(changed, patch.value) : null;
    if (next?.ok === true) changed = next.value;
  }
  return { objections: set.objections, winners: namesText(changed, set.winners) || "nobody" };
}

/** What a search among too many sets can't promise. */
const searchNote = (tried: number, hasLoose: boolean): string =>
  `Found by search: all sets of up to ${tried} were tried, and there may be larger ones.${hasLoose ? ` Sets of more than ${tried} flip the winner, but are not proved to be smallest.` : ""}`;

/** The objection that is in most of the sets, where smaller sets come first. */
function mostOften(sets: readonly FlipSet[]): string | null {
  const weights = new Map<string, number>();
  for (const { objections } of sets)
    for (const { id } of objections)
      weights.set(id, (weights.get(id) ?? 0) + 1 / 256 ** (objections.length - 1));
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
