import {
  type Budget,
  childrenOf,
  type Entrant,
  type Expr,
  number,
  printExpr,
  subtract,
  unknownsOf,
  unknownsOfComparison,
} from "@crux/core";
import { compare, isInteger, parseRational, type Rational, sign } from "@crux/core/exact";
import type { Cut, PairsProof, Watched } from "../certificate/map-proof.ts";
import type { WinnerMap } from "../query/answer.ts";
import { checkCells, type Differences } from "./check-cells.ts";
import { checkRoots } from "./check-roots.ts";
import type { Ends, MapPlaces, MapQuestion } from "./map-question.ts";
import { numberAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedRoot } from "./roots-question.ts";
import { compareSpots, type Spot } from "./spot.ts";

const STEP = "check where anything can change";

/** Refuses a map unless its cuts are all the places where anything can change, and it follows from them. */
export function checkPairs(
  map: WinnerMap,
  proof: PairsProof,
  question: MapQuestion,
  { answer: path, proof: proofPath }: MapPlaces,
  budget: Budget,
): Ends {
  const { entrants } = question.contest;
  const cuts = proof.cuts.map((cut, index) => readCut(cut, [...proofPath, "cuts", index]));
  const wanted = functionsToWatch(entrants, question.axis);
  const watched = [...proofPath, "watched"];
  demand(
    wanted.length === proof.watched.length,
    STEP,
    watched,
    `not all ${wanted.length} functions are watched`,
  );
  const spots: (Spot | undefined)[] = cuts.map(({ exact }) => exact && { kind: "closed", expr: exact });
  const differences: Differences = new Map();
  for (const [index, { of, f }] of wanted.entries()) {
    const place = [...watched, index];
    const found = proof.watched[index] ?? refuse(STEP, place, "it is missing");
    demand(sameWatch(found.of, of), STEP, [...place, "of"], `the function to watch is ${describe(of)}`);
    const zeros = checkWatched(found, f, cuts, question, place, budget);
    for (const [cut, spot] of zeros?.entries() ?? []) spots[cut] ??= spot;
    if (of.kind === "difference") differences.set(of.programs.join(" "), zeros && new Set(zeros.keys()));
  }
  const places = cuts.map(({ range }, index) => spots[index] ?? middleless(range, index));
  checkAscending(places, question, budget);
  for (const [index, spot] of places.entries()) checkBetween(spot, cuts, index, budget);
  const cells = { cuts: cuts.map(({ range }) => range), places, differences };
  return { ends: checkCells(map, cells, question, path, budget), cuts: places };
}

/** Refuses a cut unless its fractions enclose it and are apart from those of the one before. */
function checkBetween(spot: Spot, cuts: readonly ReadCut[], index: number, budget: Budget): void {
  const place = ["certificate", "proof", "map", "cuts", index, "between"];
  const [low, high] = cuts[index]?.range ?? refuse(STEP, place, "it is missing");
  const end = (value: Rational): Spot => ({ kind: "closed", expr: number(value) });
  const [fromLow, fromHigh] = [compareSpots(spot, end(low), budget), compareSpots(spot, end(high), budget)];
  const isPoint = compare(low, high) === 0 && fromLow === 0;
  demand(isPoint || (fromLow === 1 && fromHigh === -1), STEP, place, "they do not enclose the cut");
  const before = cuts[index - 1]?.range[1];
  demand(
    before === undefined || compare(before, low) < 0,
    STEP,
    place,
    "they are not apart from the cut before",
  );
}

const middleless = (_: unknown, index: number): never =>
  refuse(STEP, ["certificate", "proof", "map", "cuts", index], "nothing is zero there");

type ReadCut = { readonly exact: Expr | undefined; readonly range: readonly [Rational, Rational] };

function readCut(cut: Cut, path: Path): ReadCut {
  const [low, high] = cut.between.map(parseRational);
  if (low === undefined || high === undefined)
    return refuse(STEP, [...path, "between"], "its ends are not fractions");
  return {
    exact: cut.exact === null ? undefined : numberAt(cut.exact, [...path, "exact"]),
    range: [low, high],
  };
}

/** Zeros of a watched function by number of cut; undefined if it is zero everywhere. */
function checkWatched(
  watched: Watched,
  f: Expr,
  cuts: readonly ReadCut[],
  question: MapQuestion,
  path: Path,
  budget: Budget,
): ReadonlyMap<number, Spot> | undefined {
  const zeros = watched.zero === "everywhere" ? [] : watched.zero;
  const roots = zeros.map(({ cut, multiplicity, flips }, index): ClaimedRoot => {
    const found = cuts[cut] ?? refuse(STEP, [...path, "zero", index], `no cut has the number ${cut}`);
    const isolating = found.exact === undefined ? found.range : null;
    return { exact: found.exact ?? null, isolating, multiplicity, flips };
  });
  const about = { f, of: question.axis, domain: question.range };
  const spots = checkRoots(about, watched.roots, roots, [...path, "zero"], budget);
  const isEverywhere = spots === "everywhere";
  demand(isEverywhere === (watched.zero === "everywhere"), STEP, [...path, "zero"], "not where it is zero");
  return isEverywhere ? undefined : new Map(spots.map((spot, index) => [zeros[index]?.cut ?? -1, spot]));
}

function checkAscending(places: readonly Spot[], question: MapQuestion, budget: Budget): void {
  const { low, high } = question.range;
  const end = (value: Rational): Spot => ({ kind: "closed", expr: number(value) });
  const all = [
    ...(typeof low === "string" ? [] : [end(low)]),
    ...places,
    ...(typeof high === "string" ? [] : [end(high)]),
  ];
  for (const [index, spot] of all.entries()) {
    const before = all[index - 1];
    const rises = before === undefined || compareSpots(before, spot, budget) === -1;
    demand(rises, STEP, ["certificate", "proof", "map", "cuts"], "the cuts are not ascending in the range");
  }
}

type Wanted = { readonly of: Watched["of"]; readonly f: Expr };

/** Every function that decides anything, in the order in which a proof lists them. */
function functionsToWatch(entrants: readonly Entrant[], axis: string): readonly Wanted[] {
  const gates = entrants.flatMap(({ id, score, eligible }): Wanted[] => {
    const parts = partsOf(score, axis).map(
      (f): Wanted => ({ of: { kind: "part", program: id, expression: printExpr(f) }, f }),
    );
    if (eligible === null || !unknownsOfComparison(eligible).includes(axis)) return parts;
    return [...parts, { of: { kind: "eligible", program: id }, f: subtract(eligible.left, eligible.right) }];
  });
  const differences = entrants.flatMap((first, index) =>
    entrants.slice(index + 1).map(
      (second): Wanted => ({
        of: { kind: "difference", programs: [first.id, second.id] },
        f: subtract(first.score, second.score),
      }),
    ),
  );
  return [...gates, ...differences];
}

/** Parts with the axis whose sign decides whether a formula is real, outer before inner, each once. */
function partsOf(expr: Expr, axis: string): readonly Expr[] {
  const found = new Map<string, Expr>();
  const visit = (part: Expr): void => {
    const decides = decidingPart(part);
    if (decides !== undefined && unknownsOf(decides).includes(axis)) found.set(printExpr(decides), decides);
    for (const child of childrenOf(part)) visit(child);
  };
  visit(expr);
  return [...found.values()];
}

function decidingPart(part: Expr): Expr | undefined {
  if (part.kind === "divide") return part.right;
  if (part.kind === "call")
    return ["sqrt", "log", "log2", "ln"].includes(part.name) ? part.args[0] : undefined;
  if (part.kind !== "power") return undefined;
  const exponent = part.right;
  const isPlain = exponent.kind === "number" && isInteger(exponent.value) && sign(exponent.value) >= 0;
  return isPlain ? undefined : part.left;
}

function sameWatch(a: Watched["of"], b: Watched["of"]): boolean {
  if (a.kind === "difference") return b.kind === a.kind && a.programs.join(" ") === b.programs.join(" ");
  if (b.kind === "difference" || a.program !== b.program) return false;
  return a.kind === "part" ? b.kind === a.kind && a.expression === b.expression : b.kind === a.kind;
}

const describe = (of: Watched["of"]): string =>
  of.kind === "difference"
    ? `${of.programs[0]} minus ${of.programs[1]}`
    : of.kind === "part"
      ? `${of.expression} in ${of.program}`
      : `whether ${of.program} is eligible`;
