import {
  type Budget,
  type Edit,
  type Patch,
  printExpr,
  readObjection,
  unreachable,
  writeEdit,
} from "@crux/core";
import type { FlipSet, FlipSetsAnswer } from "../query/answer.ts";
import { givenValues, neededScenario, type Query } from "./question.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import {
  type Change,
  checkSearch,
  outcomesOf,
  type Position,
  positionAfter,
  type Question,
  smallestSets,
  textOf,
  winnersIn,
} from "./sets.ts";

const STEP = "try the objections again";

/** One way to read one objection. */
type Reading = Change & { readonly objection: number; readonly id: string; readonly label: string };

/** Refuses sets of objections unless just these are the smallest that change the winner, by the definition of winning. */
export function checkFlipSets(
  answer: Omit<FlipSetsAnswer, "certificate">,
  asked: Extract<Query, { kind: "flip-sets" }>,
  json: unknown,
  budget: Budget,
): void {
  const values = givenValues(asked.at);
  const g = values.get("g");
  if (g?.kind !== "number") refuse(STEP, ["at"], "the exchange rate is no fraction");
  demand(
    sameList(Object.values(answer.at), [printExpr(g)]) && "g" in answer.at,
    STEP,
    ["at"],
    "not what was asked",
  );
  const start: Position = { scenario: neededScenario(json), g: g.value };
  const winners = winnersIn(start, ["winners"]);
  demand(sameList(answer.winners, winners), STEP, ["winners"], `they are: ${winners.join(", ")}`);
  const readings = readingsOf(asked.objections);
  const outcome = outcomesOf(start, readings, ["sets"], budget);
  const before = textOf(winners);
  const question: Question = {
    count: readings.length,
    has: (places) => ![null, before].includes(outcome(places)),
    excludes: (one, other) => excludes(readings[one], readings[other]),
  };
  const name = (set: FlipSet): string =>
    JSON.stringify(set.objections.map(({ id, reading }) => [id, reading]));
  const named = (places: readonly number[]): string =>
    JSON.stringify(places.map((place) => [readings[place]?.id, readings[place]?.label]));
  const check = (sets: readonly FlipSet[], places: readonly (readonly number[])[], path: Path): void => {
    demand(sameList(sets.map(name), places.map(named)), STEP, path, "not the sets that flip the winner");
    for (const [index, set] of sets.entries()) {
      const after = positionAfter(
        start,
        (places[index] ?? []).flatMap((place) => readings[place] ?? []),
      );
      const right = after === null ? [] : winnersIn(after, path);
      demand(
        sameList(set.winners, right),
        STEP,
        [...path, index, "winners"],
        `they are: ${right.join(", ")}`,
      );
    }
  };
  if (answer.search === null) {
    check(answer.sets, smallestSets(question, readings.length, budget), ["sets"]);
    return;
  }
  const places = ({ objections }: FlipSet): readonly number[] =>
    objections.map(({ id, reading }) => readings.findIndex((one) => one.id === id && one.label === reading));
  const { tried, loose } = answer.search;
  check(answer.sets, answer.sets.map(places), ["sets"]);
  check(loose, loose.map(places), ["search", "loose"]);
  checkSearch(answer.sets.map(places), loose.map(places), tried, question, ["sets"], budget);
}

function readingsOf(objections: readonly unknown[]): readonly Reading[] {
  return objections.flatMap((json, objection) => {
    const path = ["certificate", "request", "query", "objections", objection];
    const read = readObjection(json);
    if (!read.ok) return refuse(STEP, path, read.error[0]?.message ?? "not an objection");
    const { id, readings } = read.value;
    return readings.map(({ label, patch }) => ({ objection, id, label, patch, g: null }));
  });
}

/** Readings of one objection exclude each other, and so do patches that set one thing to different values. */
function excludes(one: Reading | undefined, other: Reading | undefined): boolean {
  if (one === undefined || other === undefined || one.objection === other.objection) return true;
  const theirs = settings(other.patch);
  return [...settings(one.patch)].some(([place, to]) => (theirs.get(place) ?? to) !== to);
}

const settings = (patch: Patch): ReadonlyMap<string, string> =>
  new Map(patch.map((edit) => [JSON.stringify(targetOf(edit)), JSON.stringify(writeEdit(edit))]));

/** What an edit sets. */
function targetOf(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case "set-cost":
      return ["cost", edit.axis, edit.term];
    case "set-parameter":
      return ["value", edit.parameter];
    case "set-domain":
      return ["domain", edit.parameter];
    case "set-program":
      return ["program's", edit.axis, edit.id];
    case "set-exchange":
      return ["exchange"];
    case "add-term":
      return ["term", edit.term.id];
    case "remove-term":
    case "split-term":
      return ["term", edit.term];
    case "add-parameter":
      return ["parameter", edit.parameter.id];
    case "remove-parameter":
      return ["parameter", edit.parameter];
    case "add-program":
      return ["program", edit.program.id];
    case "remove-program":
      return ["program", edit.program];
    case "set-assumption":
      return ["assumption", edit.assumption.id];
    case "set-status":
    case "remove-assumption":
      return ["assumption", edit.assumption];
    case "set-key":
    case "remove-key":
      return ["key", edit.key];
    default:
      return unreachable(edit);
  }
}
