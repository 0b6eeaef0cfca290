import {
  type Budget,
  call,
  type Expr,
  mapChildren,
  must,
  negate,
  printExpr,
  subtract,
  unknownsOf,
} from "@crux/core";
import type { CaseOfRoots, PlaceElsewhere } from "../certificate/roots-proof.ts";
import { assembleRoots, type Edge, order, type Zero } from "./assemble.ts";
import { Stuck } from "./pieces.ts";
import { type Real, rationalReal, simplestBetweenReals, toValue } from "./real.ts";
import type { Domain, RootList, Side } from "./root-list.ts";
import { smooth } from "./smooth.ts";

/** A formula with one choice taken out: it is `positive` where `on >= 0` and `negative` where `on <= 0`. */
export type Choice = { readonly on: Expr; readonly positive: Expr; readonly negative: Expr };

/** The first `abs`, `min` or `max` of the unknown in a formula, decided both ways; undefined where there is none. */
export function firstChoice(expr: Expr, of: string): Choice | undefined {
  const node = findChoice(expr, of);
  if (node === undefined) return undefined;
  const [first, ...others] = node.args;
  const a = must(first, "a function has an argument");
  const put = (by: Expr): Expr => replaced(expr, node, by);
  if (node.name === "abs") return { on: a, positive: put(a), negative: put(negate(a)) };
  const [second, more] = others;
  const b = more === undefined ? must(second, "min and max have two arguments") : call(node.name, ...others);
  const [above, below] = node.name === "max" ? [a, b] : [b, a];
  return { on: subtract(a, b), positive: put(above), negative: put(below) };
}

type Call = Expr & { readonly kind: "call" };

function findChoice(expr: Expr, of: string): Call | undefined {
  let found: Call | undefined;
  const look = (part: Expr): Expr => {
    if (found !== undefined) return part;
    const isChoice =
      part.kind === "call" && ["abs", "min", "max"].includes(part.name) && part.args.length > 0;
    const isPlain = part.kind === "call" && part.name !== "abs" && part.args.length === 1;
    if (isChoice && !isPlain && unknownsOf(part).includes(of)) found = part;
    else mapChildren(part, look);
    return part;
  };
  look(expr);
  return found;
}

const replaced = (expr: Expr, node: Expr, by: Expr): Expr =>
  expr === node ? by : mapChildren(expr, (part) => replaced(part, node, by));

/** Solves both ways over the whole domain and keeps of each what lies on its side. */
export function byCases(
  difference: Expr,
  choice: Choice,
  of: string,
  domain: Domain,
  solvePart: (part: Expr) => RootList,
  budget: Budget,
): RootList {
  const [on, positive, negative] = [choice.on, choice.positive, choice.negative].map(solvePart);
  if (on === undefined || positive === undefined || negative === undefined)
    throw new Error("bug: three lists");
  const open = [on, positive, negative].find(({ kind }) => kind === "undecided");
  if (open !== undefined) return open;
  if (on.kind === "everywhere") return positive;
  if (on.kind === "undefined") return on;
  if (on.kind === "undecided" || positive.kind === "undecided" || negative.kind === "undecided") return on;
  if (positive.kind === "everywhere" || negative.kind === "everywhere")
    return { kind: "undecided", missing: "how to list solutions that fill a whole range" };
  try {
    const side = sideOf(on, choice.on, of, domain, budget);
    const zeros: Zero[] = [];
    const edges: Edge[] = on.breaks.map(({ at }) => ({ at, part: choice.on, needs: "nonnegative" }));
    for (const [list, sign] of [
      [positive, 1],
      [negative, -1],
    ] as const) {
      if (list.kind !== "roots") continue;
      for (const { at, multiplicity } of list.roots) keep(zeros, at, multiplicity, side(at), sign, budget);
      for (const { at } of list.breaks)
        if (side(at) !== -sign) edges.push({ at, part: choice.on, needs: "nonnegative" });
    }
    const list = assembleRoots(zeros, sorted(edges, budget), smooth(difference, of, budget), domain);
    const caseOf = (one: RootList, formula: Expr, sign: 1 | -1): CaseOfRoots => ({
      of: printExpr(formula),
      roots: must("proof" in one ? one.proof : undefined, "a proof"),
      elsewhere:
        one.kind === "roots"
          ? one.roots.filter(({ at }) => !isHere(side(at), sign)).map(({ at }) => placeOf(at, budget))
          : [],
    });
    return {
      kind: "roots",
      ...list,
      proof: {
        kind: "cases",
        on: printExpr(choice.on),
        positive: caseOf(positive, choice.positive, 1),
        negative: caseOf(negative, choice.negative, -1),
      },
    };
  } catch (error) {
    if (error instanceof Stuck) return { kind: "undecided", missing: error.message };
    throw error;
  }
}

const isHere = (side: Side, sign: 1 | -1): boolean => side === sign || side === 0;

function placeOf(at: Real, budget: Budget): PlaceElsewhere {
  const { exact, isolating } = toValue(at, budget);
  return { exact, ...(isolating && { isolating }) };
}

const sorted = (edges: readonly Edge[], budget: Budget): Edge[] =>
  [...edges].sort((a, b) => order(a.at, b.at, budget));

/** Keeps a zero of one branch if it lies on its side; at the border itself it counts once, since there is a corner. */
function keep(zeros: Zero[], at: Real, multiplicity: number, side: Side, sign: 1 | -1, budget: Budget): void {
  if (side === sign) zeros.push({ at, multiplicity });
  if (side === 0 && !zeros.some((zero) => order(zero.at, at, budget) === 0))
    zeros.push({ at, multiplicity: 1 });
}

/** Sign of the deciding formula at any number: it changes only at its own roots and breaks. */
function sideOf(
  list: RootList & { readonly kind: "roots" },
  on: Expr,
  of: string,
  domain: Domain,
  budget: Budget,
): (at: Real) => Side {
  const events = [
    ...list.roots.map((one) => ({ ...one, isRoot: true })),
    ...list.breaks.map((one) => ({ ...one, isRoot: false })),
  ];
  events.sort((a, b) => order(a.at, b.at, budget));
  const [low, high] = [domain.low, domain.high].map((end) => (end === null ? undefined : rationalReal(end)));
  const alone =
    events.length > 0 ? undefined : smooth(on, of, budget).signAt(simplestBetweenReals(low, high, budget));
  return (at) => {
    if (events.length === 0) return alone ?? null;
    for (const event of events) {
      const place = order(at, event.at, budget);
      if (place === 0) return event.isRoot ? 0 : null;
      if (place < 0) return event.before;
    }
    return events[events.length - 1]?.after ?? null;
  };
}
