import type { Budget, Comparison, Contest, Entrant, Expr } from "@crux/core";
import { holdsAt, must, printExpr, relationHolds, subtract, unknownsOf } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, createAtoms, dependsOn, printRatio, unknownAtom } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import * as poly from "../algebra/polynomial.ts";
import { add, atomsOf, constantOf, fromRational, product, type Ratio, ratio } from "../algebra/ratio.ts";
import { toExpr } from "../algebra/to-expr.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Loser, Value, WinnerMap } from "../query/answer.ts";
import { type Box, fewestBoxes, holds } from "./boxes.ts";
import { growTree, type Leaf, leavesOf, type Tree } from "./case-tree.ts";
import { quotientAsWritten, toSymbolicLine } from "./crossover-formula.ts";
import { numberValue } from "./number-value.ts";
import type { Oracle } from "./oracle.ts";
import { rationalValue } from "./rational-value.ts";
import { readable, relationOf, type Sign, type Subject, signOn } from "./sign-path.ts";
import {
  type Line,
  type Signs,
  type SymbolicEnvelope,
  type SymbolicThreshold,
  symbolicEnvelope,
} from "./symbolic-envelope.ts";
import type { MapAxis } from "./zeros.ts";

/** One case: where it applies, and who wins where then. */
export type MapCase = {
  readonly when: readonly Comparison[];
  readonly map: WinnerMap;
  readonly leaves: readonly Leaf[];
};

/** All cases, and the tree that they were found by. */
export type Cases = { readonly cases: readonly MapCase[]; readonly tree: Tree; readonly atoms: Atoms };

/** More cases than this help nobody. */
const MOST_CASES = 64;

/**
 * Who wins where along one axis when other costs are unknown: few cases that exclude each other and together hold
 * everywhere under the facts, none of them impossible. Scores must be straight lines in the axis.
 * Throws `Undecided` or `Spent` where that fails.
 */
export function winnerCases(contest: Contest, axis: MapAxis, oracle: Oracle, budget: Budget): Cases {
  const atoms = createAtoms({ positive: ["g", ...contest.positive], budget });
  const envelopeWith = (signs: Signs): SymbolicEnvelope => envelopeOf(contest, axis, atoms, signs);
  const tree = growTree(contest, atoms, oracle, envelopeWith, budget);
  const leaves = leavesOf(tree);
  const cases = merged(leaves, contest, axis, atoms).map((one) => ({
    ...one,
    when: withoutImplied(one.when, leaves, oracle),
  }));
  return { cases, tree, atoms };
}

function envelopeOf(contest: Contest, axis: MapAxis, atoms: Atoms, signs: Signs): SymbolicEnvelope {
  const lines: Line[] = [];
  const absent: Loser[] = [];
  for (const entrant of contest.entrants) {
    if (competes(entrant, axis, atoms, signs)) lines.push(lineOf(entrant, axis, atoms));
    else absent.push({ program: entrant.id, because: { kind: "not-eligible" } });
  }
  if (lines.length === 0) return { winners: [[]], thresholds: [], never: absent };
  const { low, high } = axis.domain;
  const length = low === null || high === null ? null : fromRational(exact.subtract(high, low));
  const found = symbolicEnvelope(lines, length, atoms, signs);
  return { ...found, never: [...found.never, ...absent] };
}

/** Whether the signs make a program's score a real number and the program eligible. */
const competes = (entrant: Entrant, axis: MapAxis, atoms: Atoms, signs: Signs): boolean =>
  obstacleTo(entrant, axis, atoms, signs.signOf) === null;

/** The expression whose sign keeps a program from competing; null where it competes. */
function obstacleTo(
  { id, score, eligible }: Entrant,
  { over }: MapAxis,
  atoms: Atoms,
  signOf: Signs["signOf"],
): Expr | null {
  const known = (value: Ratio): Sign => {
    if (hasAxis(value, over, atoms)) throw new Undecided(`where the score of ${id} is a real number`);
    return signOf(value);
  };
  for (const { value, sign, of } of normalise(score, atoms).requires) {
    const found = known(value);
    if (!(sign === "nonzero" ? found !== 0 : sign === "positive" ? found > 0 : found >= 0)) return of;
  }
  if (eligible === null) return null;
  const gap = subtract(eligible.left, eligible.right);
  return relationHolds(eligible.relation, known(normalise(gap, atoms).value)) ? null : gap;
}

/** The programs that do not compete at a leaf, and the expression of each that keeps it out. */
export const absencesOf = (
  { path }: Leaf,
  contest: Contest,
  axis: MapAxis,
  atoms: Atoms,
): readonly { readonly program: string; readonly by: string }[] =>
  contest.entrants.flatMap((entrant) => {
    const by = obstacleTo(entrant, axis, atoms, (value) => signOn(path, value, atoms));
    return by === null ? [] : [{ program: entrant.id, by: printExpr(by) }];
  });

const hasAxis = (value: Ratio, over: string, atoms: Atoms): boolean =>
  atomsOf(value).some((atom) => dependsOn(atoms, atom, unknownAtom(atoms, over)));

/** The score as a straight line in the distance from the low end of the axis. */
function lineOf({ id, score }: Entrant, { over, domain }: MapAxis, atoms: Atoms): Line {
  const line = toSymbolicLine(score, over, atoms);
  if (line === null)
    throw new Undecided(`cases for a score that is no straight line in ${over}: ${printExpr(score)}`);
  if (domain.low === null) throw new Undecided(`cases over all real numbers: ${over}`);
  const shift = poly.scale(line.slope, domain.low);
  return {
    program: id,
    slope: ratio(atoms, line.slope, line.over),
    start: ratio(atoms, poly.add(line.start, shift), line.over),
  };
}

/** Leaves with the same map put together into few cases, in the order of their first leaves. */
function merged(leaves: readonly Leaf[], contest: Contest, axis: MapAxis, atoms: Atoms): readonly MapCase[] {
  const names = new Map<string, Subject>();
  for (const { path } of leaves) for (const [key, subject] of path) names.set(key, subject);
  const boxes = leaves.map((leaf) => ({ leaf, box: boxOf(leaf), same: mapKey(leaf.envelope) }));
  const groups = Map.groupBy(boxes, (one) => one.same);
  if (groups.size > MOST_CASES) throw new Undecided(`more than ${MOST_CASES} cases`);
  const cases = [...groups.values()].flatMap((group) => {
    const others = boxes.filter((one) => !group.includes(one)).map((one) => one.box);
    return fewestBoxes(
      group.map((one) => one.box),
      others,
    ).map((box) => ({
      box,
      leaves: group.filter((one) => holds(box, one.box)).map((one) => one.leaf),
    }));
  });
  if (cases.length > MOST_CASES) throw new Undecided(`more than ${MOST_CASES} cases`);
  const order = (some: readonly Leaf[]): number => leaves.indexOf(must(some[0], "a case has a leaf"));
  return cases
    .sort((a, b) => order(a.leaves) - order(b.leaves))
    .map(({ box, leaves: own }) => ({
      when: [...box].map(([key, signs]) => {
        const relation = must(relationOf(signs), "a box names only signs that say something");
        return readable(must(names.get(key), "a polynomial on a path"), relation, atoms);
      }),
      map: mapOf(own, contest, axis, atoms),
      leaves: own,
    }));
}

/** The conditions without those that the others imply; a known point shows at once that most are not implied. */
function withoutImplied(
  when: readonly Comparison[],
  leaves: readonly Leaf[],
  oracle: Oracle,
): readonly Comparison[] {
  const points = leaves.map((leaf) => leaf.point.values);
  let kept = when;
  for (const one of when) {
    const others = kept.filter((other) => other !== one);
    const isNeeded = points.some(
      (point) => others.every((other) => holdsAt(other, point) === true) && holdsAt(one, point) === false,
    );
    if (!isNeeded && oracle.proofOf(others, one) !== null) kept = others;
  }
  return kept;
}

const boxOf = ({ path }: Leaf): Box => new Map([...path].map(([key, { sign }]) => [key, [sign]]));

/** Equal for envelopes with the same winners, thresholds and ties. */
const mapKey = ({ winners, thresholds }: SymbolicEnvelope): string =>
  JSON.stringify([winners, thresholds.map(({ at, ties }) => [printRatio(at), ties])]);

function mapOf(leaves: readonly Leaf[], contest: Contest, axis: MapAxis, atoms: Atoms): WinnerMap {
  const { winners, thresholds, never } = must(leaves[0], "a case has a leaf").envelope;
  const values = thresholds.map((one) => symbolicValue(one, axis, atoms));
  const [low, high] = [endValue(axis.domain.low, "-oo"), endValue(axis.domain.high, "oo")];
  const same = (one: Loser): boolean =>
    leaves.every(({ envelope }) =>
      envelope.never.some((other) => JSON.stringify(other) === JSON.stringify(one)),
    );
  const position = new Map(contest.entrants.map((entrant, at) => [entrant.id, at]));
  return {
    over: axis.over,
    segments: winners.map((some, at) => ({
      from: values[at - 1] ?? low,
      to: values[at] ?? high,
      winners: some,
    })),
    thresholds: thresholds.map(({ ties }, at) => ({
      at: must(values[at], "a value for each threshold"),
      before: must(winners[at], "a segment"),
      after: must(winners[at + 1], "a segment"),
      ties,
      formula: values[at]?.exact ?? null,
    })),
    touches: [],
    never: never
      .map((one) => (same(one) ? one : jointly(one, winners)))
      .toSorted((a, b) => (position.get(a.program) ?? 0) - (position.get(b.program) ?? 0)),
  };
}

/** A reason that holds in all leaves of a case: the winners beat the loser everywhere. */
function jointly({ program }: Loser, winners: readonly (readonly string[])[]): Loser {
  const by = [...new Set(winners.flatMap((some) => some.slice(0, 1)))];
  const [first, second] = by;
  if (first !== undefined && second === undefined)
    return { program, because: { kind: "dominated", by: [first] } };
  return { program, because: { kind: "jointly-dominated", by } };
}

function symbolicValue({ at, rise, closing }: SymbolicThreshold, { domain }: MapAxis, atoms: Atoms): Value {
  const place = domain.low === null ? at : add(atoms, at, fromRational(domain.low));
  const value = constantOf(place);
  if (value !== undefined) return rationalValue(value);
  const whole = toExpr(atoms, place);
  const known = unknownsOf(whole).length === 0 ? numberValue(whole, atoms.budget) : null;
  if (known !== null) return known;
  if (domain.low === null || !exact.isZero(domain.low)) return { exact: printExpr(toExpr(atoms, place)) };
  const [num, den] = [product(atoms, rise.num, closing.den), product(atoms, rise.den, closing.num)];
  return { exact: printExpr(quotientAsWritten(atoms, num, den)) };
}

const endValue = (end: exact.Rational | null, infinite: string): Value =>
  end === null ? { exact: infinite } : rationalValue(end);
