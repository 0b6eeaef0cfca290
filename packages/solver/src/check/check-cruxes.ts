import {
  applyPatch,
  type Budget,
  diffScenarios,
  type Edit,
  type Expr,
  evaluate,
  printExpr,
  readOverlay,
  type Scenario,
} from "@crux/core";
import { equals, printRational } from "@crux/core/exact";
import type { Proof } from "../certificate/certificate.ts";
import type { CruxesAnswer } from "../query/answer.ts";
import { checkApart } from "./check-apart.ts";
import { checkShares } from "./check-shares.ts";
import { neededScenario, type Query } from "./question.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import {
  checkSearch,
  type Differing,
  outcomesOf,
  type Position,
  type Sets,
  type Sides,
  smallestSets,
  textOf,
  winnersIn,
} from "./sets.ts";

const STEP = "try the differences again";

type Answer = Omit<CruxesAnswer, "certificate">;

/**
 * Refuses cruxes unless the differences are those between the two sides and just the listed sets are the smallest that
 * flip a side, by the definition of who wins; shares and what would part the sides are checked by steps of their own.
 */
export function checkCruxes(
  answer: Answer,
  proof: Extract<Proof, { kind: "cruxes" }>,
  asked: Extract<Query, { kind: "cruxes" }>,
  json: unknown,
  budget: Budget,
): void {
  const scenario = neededScenario(json);
  const [a, b] = [sideOf(scenario, asked.a, "a"), sideOf(scenario, asked.b, "b")];
  const winners = { a: winnersIn(a, ["winners", "a"]), b: winnersIn(b, ["winners", "b"]) };
  for (const side of ["a", "b"] as const) {
    const right = winners[side];
    demand(sameList(answer.winners[side], right), STEP, ["winners", side], `they are: ${right.join(", ")}`);
  }
  const differences = differencesOf(a, b);
  const told = (one: { readonly of: string; readonly a: string | null; readonly b: string | null }): string =>
    JSON.stringify([one.of, one.a, one.b]);
  const areSame = sameList(answer.differences.map(told), differences.map(told));
  demand(areSame, STEP, ["differences"], "not what the two differ on");
  checkBothWays(answer, { a, differences, winners, budget });
  checkShares(answer, { a, differences, winners, budget }, b);
  const isSame = textOf(winners.a) === textOf(winners.b);
  demand(
    (answer.apart !== null) === isSame,
    STEP,
    ["apart"],
    "the sides name different winners, or the same",
  );
  checkApart(answer.apart ?? [], proof.maps, { a, b }, budget);
}

/** A scenario and an exchange rate as an overlay of the request has them. */
function sideOf(scenario: Scenario, json: unknown, side: "a" | "b"): Position {
  const path: Path = ["certificate", "request", "query", side];
  const overlay = readOverlay(json);
  if (!overlay.ok) return refuse(STEP, path, overlay.error[0]?.message ?? "not an overlay");
  const changed = applyPatch(scenario, overlay.value.patch);
  const g = overlay.value.g === null ? undefined : evaluate(overlay.value.g);
  if (!changed.ok || g?.kind !== "exact")
    return refuse(STEP, path, "it gives no scenario with an exchange rate");
  return { scenario: changed.value, g: g.value };
}

function differencesOf(a: Position, b: Position): readonly Differing[] {
  const differing = diffScenarios(a.scenario, b.scenario).flatMap((edit): readonly Differing[] => {
    const told = toldOf(edit, a.scenario);
    return told === null ? [] : [{ of: told[0], a: told[1], b: told[2], patch: [edit], g: null }];
  });
  if (equals(a.g, b.g)) return differing;
  return [...differing, { of: "g", a: printRational(a.g), b: printRational(b.g), patch: [], g: b.g }];
}

const printed = (expr: Expr | null | undefined): string | null => (expr ? printExpr(expr) : null);

/** The name of what an edit changes, and its text before and after; null for what has no part in who wins. */
function toldOf(edit: Edit, before: Scenario): readonly [string, string | null, string | null] | null {
  switch (edit.kind) {
    case "set-cost": {
      const term = before.terms.find(({ id }) => id === edit.term);
      return [`${edit.axis}(${edit.term})`, printed(term?.[edit.axis]), printed(edit.to)];
    }
    case "set-parameter": {
      const parameter = before.parameters.find(({ id }) => id === edit.parameter);
      return [edit.parameter, printed(parameter?.value), printed(edit.to)];
    }
    case "set-program": {
      const cost = before.programs.find(({ id }) => id === edit.id)?.cost;
      const old = cost?.kind === "sum" && edit.axis !== "score" ? cost[edit.axis] : null;
      return [`${edit.axis}(${edit.id})`, printed(old), printed(edit.to)];
    }
    case "set-exchange":
      return ["exchange", before.exchange.family, edit.exchange.family];
    case "add-term":
      return [`term ${edit.term.id}`, null, edit.term.id];
    case "add-parameter":
      return [`parameter ${edit.parameter.id}`, null, edit.parameter.id];
    case "add-program":
      return [`program ${edit.program.id}`, null, edit.program.id];
    case "remove-term":
      return [`term ${edit.term}`, edit.term, null];
    case "remove-parameter":
      return [`parameter ${edit.parameter}`, edit.parameter, null];
    case "remove-program":
      return [`program ${edit.program}`, edit.program, null];
    case "split-term":
      return [`term ${edit.term}`, edit.term, [...edit.into.values()].join(", ")];
    default:
      return null;
  }
}

function checkBothWays(answer: Answer, { a, differences, winners, budget }: Sides): void {
  const count = differences.length;
  const all = differences.map((_, place) => place);
  const outcome = outcomesOf(a, differences, ["flipA"], budget);
  const [mine, theirs] = [textOf(winners.a), textOf(winners.b)];
  const isSame = mine === theirs;
  const excludes = (): boolean => false;
  const left = (places: readonly number[]): readonly number[] =>
    all.filter((place) => !places.includes(place));
  const ways = [
    {
      key: "flipA",
      loose: answer.search?.looseA,
      has: (places: readonly number[]) => outcome(places) === theirs,
    },
    {
      key: "flipB",
      loose: answer.search?.looseB,
      has: (places: readonly number[]) => outcome(left(places)) === mine,
    },
  ] as const;
  const named = (sets: Sets): readonly string[] =>
    sets.map((places) => JSON.stringify(places.map((place) => differences[place]?.of)));
  const texts = (sets: readonly (readonly string[])[]): readonly string[] =>
    sets.map((set) => JSON.stringify(set));
  for (const { key, loose, has } of ways) {
    if (isSame)
      demand(answer[key].length === 0 && (loose ?? []).length === 0, STEP, [key], "there is nothing to flip");
    else if (answer.search === null) {
      const right = smallestSets({ count, has, excludes }, count, budget);
      demand(
        sameList(texts(answer[key]), named(right)),
        STEP,
        [key],
        "not the smallest sets that flip this side",
      );
    } else {
      const placesOf = (set: readonly string[]): readonly number[] =>
        set.map((name) => differences.findIndex(({ of }) => of === name));
      const [listed, open] = [answer[key].map(placesOf), (loose ?? []).map(placesOf)];
      const areKnown =
        sameList(texts(answer[key]), named(listed)) && sameList(texts(loose ?? []), named(open));
      demand(areKnown, STEP, [key], "not a set of differences");
      checkSearch(listed, open, answer.search.tried, { count, has, excludes }, [key], budget);
    }
  }
  const both = answer.flipA.filter((set) => texts(answer.flipB).includes(JSON.stringify(set)));
  demand(
    sameList(texts(answer.both), texts(both)),
    STEP,
    ["both"],
    "not the sets that are smallest both ways",
  );
}
