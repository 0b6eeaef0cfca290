import { type Budget, contestOf, type Expr, expandCosts, exprOfName, number, unknownsOf } from "@crux/core";
import {
  absolute,
  compare,
  divide,
  isZero,
  parseRational,
  printRational,
  type Rational,
  subtract,
} from "@crux/core/exact";
import type { AxisProof } from "../certificate/certificate.ts";
import type { NearestFlip, Value } from "../query/answer.ts";
import { checkMap } from "./check-map.ts";
import { checkValue } from "./check-score.ts";
import { mapQuestion } from "./map-question.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import { type Position, textOf, winnersIn } from "./sets.ts";

const STEP = "find the nearest flips again";

/**
 * Refuses what would part two sides unless there is an entry for each value of each side, each entry follows from a
 * winner map along its axis that is right, and the least relative changes come first. Digits are compared to 30 places.
 */
export function checkApart(
  apart: readonly NearestFlip[],
  maps: readonly (AxisProof | null)[],
  sides: { readonly a: Position; readonly b: Position },
  budget: Budget,
): void {
  demand(maps.length === apart.length, STEP, ["certificate", "proof", "maps"], "not one for each entry");
  if (apart.length === 0) return;
  const names = (["a", "b"] as const).flatMap((side) => axesOf(sides[side]).map((of) => `${side} ${of}`));
  const listed = apart.map(({ side, of }) => `${side} ${of}`);
  demand(
    sameList(listed.toSorted(), names.toSorted()),
    STEP,
    ["apart"],
    "not one for each value of each side",
  );
  for (const [index, entry] of apart.entries()) {
    checkEntry(entry, maps[index] ?? null, sides[entry.side], index, budget);
    const last = apart[index - 1];
    const isInOrder =
      last === undefined ||
      rankOf(last) < rankOf(entry) ||
      (rankOf(last) === rankOf(entry) && !isLess(entry, last));
    demand(isInOrder, STEP, ["apart", index], "a smaller change comes later");
  }
}

/** The names of the values along which a side is moved. */
function axesOf({ scenario }: Position): readonly string[] {
  const values = [
    ...scenario.terms.flatMap(({ id, c, t }) => [
      { name: `c(${id})`, value: c },
      { name: `t(${id})`, value: t },
    ]),
    ...scenario.parameters.map(({ id, value }) => ({ name: id, value })),
  ];
  const matters = (name: string): boolean =>
    unknownsOf(...contestOf(scenario, { keep: [name] }).entrants.map(({ score }) => score)).includes(name);
  return [...values.flatMap(({ name, value }) => (value !== null && matters(name) ? [name] : [])), "g"];
}

function checkEntry(
  { of, now, kind, at, winners }: NearestFlip,
  shown: AxisProof | null,
  { scenario, g }: Position,
  index: number,
  budget: Budget,
): void {
  const path: Path = ["apart", index];
  const here: Expr = of === "g" ? number(g) : expandCosts(scenario, exprOfName(of));
  checkValue(now, here, [...path, "now"], budget);
  if (kind === "open") {
    demand(
      at === null && winners.length === 0 && shown === null,
      STEP,
      path,
      "it says more than that it is open",
    );
    return;
  }
  const place = ["certificate", "proof", "maps", index];
  const { map, proof } = shown ?? refuse(STEP, place, "the map is missing");
  const point = of === "g" ? {} : { at: { g: printRational(g) } };
  const question = mapQuestion(
    { kind: "winners", over: of, ...point },
    { ...scenario, assumptions: [] },
    budget,
  );
  checkMap(map, proof, question, { answer: [...place, "map"], proof: [...place, "proof"] }, budget);
  const ends = map.thresholds.map((one) => digitsOf(one.at, place));
  const value = digitsOf(now, path);
  const below = ends.filter((end) => compare(end, value) < 0).length;
  const [down, up] = [ends[below - 1], ends[below]];
  demand(up === undefined || compare(up, value) > 0, STEP, path, "it is not told apart from a threshold");
  const around = map.segments[below]?.winners ?? [];
  const position = { scenario, g };
  demand(textOf(around) === textOf(winnersIn(position, path)), STEP, path, "others win on its segment");
  if (down === undefined && up === undefined) {
    demand(
      kind === "never" && at === null && winners.length === 0,
      STEP,
      path,
      "no value changes the winner",
    );
    return;
  }
  const far = (end: Rational): Rational => absolute(subtract(end, value));
  const isUp = down === undefined || (up !== undefined && compare(far(up), far(down)) <= 0);
  const threshold = map.thresholds[isUp ? below : below - 1]?.at;
  demand(kind === "flips" && sameValue(at, threshold), STEP, [...path, "at"], "not the nearest threshold");
  const beyond = map.segments[isUp ? below + 1 : below - 1]?.winners ?? [];
  demand(sameList(winners, beyond), STEP, [...path, "winners"], `they are: ${beyond.join(", ")}`);
}

const sameValue = (a: Value | null, b: Value | undefined): boolean =>
  a !== null &&
  b !== undefined &&
  a.exact === b.exact &&
  a.decimal === b.decimal &&
  sameList(a.isolating ?? [], b.isolating ?? []);

/** A value that was checked, exactly where it is a fraction, else to its 30 digits. */
function digitsOf({ exact, decimal }: Value, path: Path): Rational {
  const fraction = exact === null ? undefined : parseRational(exact);
  return fraction ?? parseRational(decimal ?? "") ?? refuse(STEP, path, "it has no digits");
}

const RANKS: Readonly<Record<NearestFlip["kind"], number>> = { flips: 0, never: 2, open: 3 };

/** Flips from 0 have no relative change and come after the others. */
const rankOf = ({ kind, now }: NearestFlip): number =>
  kind === "flips" && isZero(digitsOf(now, ["apart"])) ? 1 : RANKS[kind];

/** Whether the first change is the smaller one, relative to the present value. */
function isLess(one: NearestFlip, other: NearestFlip): boolean {
  if (rankOf(one) !== 0) return false;
  return compare(changeOf(one), changeOf(other)) < 0;
}

function changeOf({ now, at }: NearestFlip): Rational {
  const here = digitsOf(now, ["apart"]);
  return divide(absolute(subtract(digitsOf(at ?? now, ["apart"]), here)), absolute(here));
}
