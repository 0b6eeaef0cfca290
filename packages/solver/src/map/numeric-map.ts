import type { Budget, Contest, Entrant, Rational } from "@crux/core";
import { compareAt, evaluate, holdsAt, must, unknownsOf, unknownsOfComparison } from "@crux/core";
import { Undecided } from "../algebra/undecided.ts";
import type { Loser } from "../query/answer.ts";
import { type Real, rationalReal, simplestBetweenReals } from "../roots/real.ts";
import type { Root } from "../roots/root-list.ts";
import { decidingParts } from "./parts.ts";
import { inOrder, type MapAxis, placeIn, type Zeros, zerosOf, zerosOfFormula } from "./zeros.ts";

/** Programs are named by their place in the contest throughout. */
export type NumericMap = {
  /** Where anything can change, ascending. */
  readonly cuts: readonly Real[];
  /** Who wins on each cell between neighbouring cuts; one more than there are cuts. */
  readonly cells: readonly Cell[];
  readonly functions: readonly WatchedFunction[];
};

/** An open interval in which nothing changes. */
export type Cell = {
  readonly sample: Rational;
  /** Programs that compete here. */
  readonly present: readonly number[];
  /** Those with the lowest score; empty where nobody competes. */
  readonly winners: readonly number[];
};

/** A function of the axis and its zeros. */
export type WatchedFunction = { readonly of: Watch; readonly zeros: Zeros };
/** What a watched function is: a part that decides where a score is real, a condition to compete, or a difference of two scores. */
export type Watch =
  | { readonly kind: "part"; readonly program: number; readonly expression: import("@crux/core").Expr }
  | { readonly kind: "eligible"; readonly program: number }
  | { readonly kind: "difference"; readonly programs: readonly [number, number] };

/**
 * Who wins in each cell of the axis, for scores of any form in which the axis is the only unknown: all zeros of all
 * deciding parts, conditions of eligibility and differences are found and ordered exactly; nothing changes between
 * them. Throws `Undecided` or `Spent` where that fails.
 */
export function numericMap(entrants: readonly Entrant[], axis: MapAxis, budget: Budget): NumericMap {
  const functions = [
    ...entrants.flatMap((one, at) => gatesOf(one, at, axis, budget)),
    ...differences(entrants, axis, budget),
  ];
  const places = functions.flatMap(({ zeros }) => [
    ...(zeros.zero === "everywhere" ? [] : zeros.zero.map((root) => root.at)),
    ...zeros.breaks,
  ]);
  const cuts = inOrder(places, budget);
  const equal = equalPairs(functions);
  const cells = [...cuts, null].map((to, at): Cell => {
    const from = cuts[at - 1] ?? lowEnd(axis);
    const sample = simplestBetweenReals(from, to ?? highEnd(axis), budget);
    return cellAt(entrants, axis.over, sample, equal);
  });
  return { cuts, cells, functions };
}

const lowEnd = ({ domain }: MapAxis): Real | undefined =>
  domain.low === null ? undefined : rationalReal(domain.low);
const highEnd = ({ domain }: MapAxis): Real | undefined =>
  domain.high === null ? undefined : rationalReal(domain.high);

/** What decides where a program competes. */
function gatesOf(entrant: Entrant, program: number, axis: MapAxis, budget: Budget): WatchedFunction[] {
  const parts = decidingParts(entrant.score, axis.over).map(
    (expression): WatchedFunction => ({
      of: { kind: "part", program, expression },
      zeros: zerosOfFormula(expression, axis, budget),
    }),
  );
  const { eligible } = entrant;
  if (eligible === null || !unknownsOfComparison(eligible).includes(axis.over)) return parts;
  const zeros = zerosOf(eligible.left, eligible.right, axis, budget);
  return [...parts, { of: { kind: "eligible", program }, zeros }];
}

function differences(entrants: readonly Entrant[], axis: MapAxis, budget: Budget): WatchedFunction[] {
  return entrants.flatMap((first, i) =>
    entrants.slice(i + 1).map((second, offset): WatchedFunction => {
      budget.spend(1, "comparing programs");
      return {
        of: { kind: "difference", programs: [i, i + 1 + offset] },
        zeros: zerosOf(first.score, second.score, axis, budget),
      };
    }),
  );
}

/** Keys of the pairs of programs whose scores are the same wherever both are defined. */
const equalPairs = (functions: readonly WatchedFunction[]): ReadonlySet<string> =>
  new Set(
    functions.flatMap(({ of, zeros }) =>
      of.kind === "difference" && zeros.zero === "everywhere" ? [of.programs.join(" ")] : [],
    ),
  );

function cellAt(
  entrants: readonly Entrant[],
  over: string,
  sample: Rational,
  equal: ReadonlySet<string>,
): Cell {
  const env = new Map([[over, sample]]);
  const present = entrants.flatMap((entrant, at) => (competesAt(entrant, env) ? [at] : []));
  let winners: number[] = [];
  for (const program of present) {
    const [best] = winners;
    const order = best === undefined ? -1 : orderAt(entrants, program, best, env, equal);
    if (order < 0) winners = [program];
    else if (order === 0) winners.push(program);
  }
  return { sample, present, winners };
}

/** Whether a program's score is a real number here, and the program is eligible. */
function competesAt(entrant: Entrant, env: ReadonlyMap<string, Rational>): boolean {
  const score = evaluate(entrant.score, env);
  if (score.kind === "unknown") throw new Undecided(`the score of ${entrant.id}: ${score.reason}`);
  if (score.kind === "undefined") return false;
  const holds = entrant.eligible === null || holdsAt(entrant.eligible, env);
  if (holds === "undecided") throw new Undecided(`whether ${entrant.id} is eligible`);
  return holds;
}

function orderAt(
  entrants: readonly Entrant[],
  program: number,
  best: number,
  env: ReadonlyMap<string, Rational>,
  equal: ReadonlySet<string>,
): -1 | 0 | 1 {
  const [low, high] = program < best ? [program, best] : [best, program];
  if (equal.has(`${low} ${high}`)) return 0;
  const [one, other] = [must(entrants[program], "a program"), must(entrants[best], "a program")];
  const order = compareAt(one.score, other.score, env);
  if (order === "undecided") throw new Undecided(`which of ${one.id} and ${other.id} is lower`);
  return order;
}

/** The programs whose difference from `program` is zero at a cut. */
export function tiesAt(map: NumericMap, program: number, cut: number, budget: Budget): readonly number[] {
  return map.functions.flatMap(({ of, zeros }) => {
    if (of.kind !== "difference" || !of.programs.includes(program)) return [];
    const other = of.programs[0] === program ? of.programs[1] : of.programs[0];
    const isTie =
      zeros.zero === "everywhere" ||
      zeros.zero.some((root: Root) => placeIn(map.cuts, root.at, budget) === cut);
    return isTie ? [other] : [];
  });
}

/** Why a program wins on no cell. */
export function reasonWhyNever(
  map: NumericMap,
  entrants: readonly Entrant[],
  program: number,
  over: string,
): Loser["because"] {
  const idOf = (at: number): string => must(entrants[at], "a program").id;
  const competing = map.cells.filter((cell) => cell.present.includes(program));
  if (competing.length === 0) return { kind: "not-eligible" };
  const winners = [...new Set(map.cells.flatMap((cell) => cell.winners))];
  const isBelow = (other: number, cell: Cell): boolean =>
    cell.present.includes(other) &&
    orderAt(entrants, other, program, new Map([[over, cell.sample]]), new Set()) < 0;
  const everyone = [...winners, ...entrants.keys()].filter((other) => other !== program);
  const dominator = everyone.find(
    (other) => !meets(map, program, other) && competing.every((cell) => isBelow(other, cell)),
  );
  if (dominator !== undefined) return { kind: "dominated", by: [idOf(dominator)] };
  return { kind: "beaten", by: fewest(winners, competing, isBelow).map(idOf) };
}

/** Whether two programs are equal at some place. */
const meets = (map: NumericMap, a: number, b: number): boolean =>
  map.functions.some(
    ({ of, zeros }) =>
      of.kind === "difference" &&
      of.programs.includes(a) &&
      of.programs.includes(b) &&
      (zeros.zero === "everywhere" || zeros.zero.length > 0),
  );

/** Winners such that on every cell one of them is lower, none of which could be left out. */
function fewest(
  winners: readonly number[],
  cells: readonly Cell[],
  isBelow: (other: number, cell: Cell) => boolean,
): readonly number[] {
  const below = new Map(winners.map((one) => [one, cells.map((cell) => isBelow(one, cell))]));
  const covers = (some: readonly number[]): boolean =>
    cells.every((_, at) => some.some((one) => below.get(one)?.[at] === true));
  return winners.reduce<readonly number[]>((kept, one) => {
    const without = kept.filter((other) => other !== one);
    return covers(without) ? without : kept;
  }, winners);
}

/** Whether a contest has no other unknown than the axis. */
export const isNumeric = (contest: Contest, over: string): boolean =>
  contest.entrants.every(({ score, eligible }) =>
    [...unknownsOf(score), ...(eligible === null ? [] : unknownsOfComparison(eligible))].every(
      (name) => name === over,
    ),
  );
