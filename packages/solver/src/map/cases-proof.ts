import type { Comparison, Contest, Entrant, Expr } from "@crux/core";
import { comparison, exprOfName, must, printExpr, readExpr, sameExpr } from "@crux/core";
import { sumToExpr } from "../algebra/to-expr.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Refutation } from "../certificate/claim-proof.ts";
import type { CaseLeaf, CasesProof, CaseTree, SegmentProof } from "../certificate/map-proof.ts";
import type { Segment, Value } from "../query/answer.ts";
import type { Leaf, Tree } from "./case-tree.ts";
import { absencesOf, type Cases, type MapCase } from "./cases.ts";
import type { Oracle } from "./oracle.ts";
import { premisesOf } from "./sign-path.ts";
import type { MapAxis } from "./zeros.ts";

/** What the proof of a case analysis is made from. */
type Work = {
  readonly contest: Contest;
  readonly axis: MapAxis;
  readonly oracle: Oracle;
  readonly found: Cases;
};

/** Proves every step of a case analysis. Throws `Undecided` where the prover fails at one. */
export function casesProof(contest: Contest, axis: MapAxis, oracle: Oracle, found: Cases): CasesProof {
  const work: Work = { contest, axis, oracle, found };
  const disjoint = found.cases.flatMap((one, at) =>
    found.cases.slice(at + 1).map((other) => contradiction(oracle, one.when, other.when)),
  );
  return { kind: "cases", tree: treeProof(found.tree, work), disjoint };
}

/** Two comparisons of one thing suffice as a rule. */
function contradiction(oracle: Oracle, one: readonly Comparison[], other: readonly Comparison[]): Refutation {
  const premises = [...one, ...other];
  for (const [i, mine] of one.entries()) {
    const j = other.findIndex((theirs) => sameSides(mine, theirs));
    if (j < 0) continue;
    const proof = oracle.proofOf(premises, null, [i, one.length + j]);
    if (proof !== null) return proof;
  }
  const proof = oracle.proofOf(premises, null);
  if (proof === null) throw new Undecided("a proof that two cases exclude each other");
  return proof;
}

const sameSides = (a: Comparison, b: Comparison): boolean =>
  sameExpr(a.left, b.left) && sameExpr(a.right, b.right);

function treeProof(tree: Tree, work: Work): CaseTree {
  switch (tree.kind) {
    case "impossible":
      return { kind: "impossible", proof: tree.proof };
    case "leaf":
      return leafProof(tree, work);
    case "split": {
      const branch = (sign: -1 | 0 | 1): CaseTree =>
        treeProof(must(tree.branches.get(sign), "a split has three branches"), work);
      const on = printExpr(sumToExpr(work.found.atoms, tree.on));
      return { kind: "split", on, positive: branch(1), zero: branch(0), negative: branch(-1) };
    }
  }
}

function leafProof(leaf: Leaf, work: Work): CaseLeaf {
  const { cases, atoms } = work.found;
  const index = cases.findIndex((one) => one.leaves.includes(leaf));
  const one = must(cases[index], "each leaf belongs to a case");
  const path = premisesOf(leaf.path, atoms);
  const absent = absencesOf(leaf, work.contest, work.axis, atoms);
  return {
    kind: "leaf",
    case: index,
    point: leaf.point.texts,
    when: one.when.map((goal) => proved(work.oracle, path, goal)),
    order: one.map.segments.map((segment) => orderProof(segment, path, one, work)),
    segments: one.map.segments.map((segment) =>
      segmentProof(
        segment,
        path,
        absent.map((gone) => gone.program),
        work,
      ),
    ),
    absent,
  };
}

function proved(oracle: Oracle, premises: readonly Comparison[], goal: Comparison): Refutation {
  const found = oracle.proofOf(premises, goal);
  if (found === null) throw new Undecided(`a proof in one of the cases`);
  return found;
}

function orderProof(
  segment: Segment,
  path: readonly Comparison[],
  one: MapCase,
  work: Work,
): Refutation | null {
  const [from, to] = [endOf(segment.from), endOf(segment.to)];
  if (from === null || to === null || one.map.segments.length === 1) return null;
  return proved(work.oracle, path, comparison(from, "<", to));
}

/** The formula of an end of a segment; null where it is infinite. */
function endOf({ exact }: Value): Expr | null {
  if (exact === null || exact === "oo" || exact === "-oo") return null;
  const read = readExpr(exact);
  if (!read.ok) throw new Undecided(`a threshold that can be read back: ${exact}`);
  return read.value;
}

function segmentProof(
  segment: Segment,
  path: readonly Comparison[],
  absent: readonly string[],
  { contest, axis, oracle }: Work,
): SegmentProof {
  const competing = contest.entrants.filter((one) => !absent.includes(one.id));
  const scoreOf = (id: string): Expr =>
    must(
      competing.find((one) => one.id === id),
      "a winner competes",
    ).score;
  const [first, ...others] = segment.winners;
  if (first === undefined) return { ties: [], losers: [] };
  const inside = [...path, ...boundsOf(segment, axis.over)];
  const losers = competing.filter((one: Entrant) => !segment.winners.includes(one.id));
  return {
    ties: others.map((other) => proved(oracle, path, comparison(scoreOf(first), "=", scoreOf(other)))),
    losers: losers.map((one) => proved(oracle, inside, comparison(scoreOf(first), "<", one.score))),
  };
}

/** The premises that a place on the axis lies inside a segment. */
function boundsOf(segment: Segment, over: string): readonly Comparison[] {
  const [from, to] = [endOf(segment.from), endOf(segment.to)];
  const x = exprOfName(over);
  return [
    ...(from === null ? [] : [comparison(from, "<", x)]),
    ...(to === null ? [] : [comparison(x, "<", to)]),
  ];
}
