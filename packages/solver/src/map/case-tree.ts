import type { Budget, Contest } from "@crux/core";
import { holdsAt, must } from "@crux/core";
import { sign, zero } from "@crux/core/exact";
import type { Atoms } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Refutation } from "../certificate/claim-proof.ts";
import { completed, nearbyPoints, pointTexts } from "./nearby-points.ts";
import type { KnownPoint, Oracle } from "./oracle.ts";
import {
  keyOfPolynomial,
  NeedsSign,
  premisesOf,
  type Sign,
  type SignPath,
  type Subject,
  signAtPoint,
  signOn,
} from "./sign-path.ts";
import type { Signs, SymbolicEnvelope } from "./symbolic-envelope.ts";

/** A tree of splits on signs; every leaf that is possible has an envelope. */
export type Tree =
  | { readonly kind: "split"; readonly on: Polynomial; readonly branches: ReadonlyMap<Sign, Tree> }
  | { readonly kind: "impossible"; readonly path: SignPath; readonly proof: Refutation }
  | Leaf;

/** A case that is possible: its signs, a point in it, and who wins where in it. */
export type Leaf = {
  readonly kind: "leaf";
  readonly path: SignPath;
  /** A point at which these signs and the facts hold. */
  readonly point: KnownPoint;
  readonly envelope: SymbolicEnvelope;
};

/** More possible leaves than this are not worked out. */
const MOST_LEAVES = 400;

/** Where the tree is being grown. */
type Growth = {
  readonly contest: Contest;
  readonly atoms: Atoms;
  readonly oracle: Oracle;
  readonly budget: Budget;
  readonly envelopeWith: (signs: Signs) => SymbolicEnvelope;
  leaves: number;
};

/** Splits on signs until `envelopeWith` needs no more of them. Throws `Undecided` where a sign stays open. */
export function growTree(
  contest: Contest,
  atoms: Atoms,
  oracle: Oracle,
  envelopeWith: (signs: Signs) => SymbolicEnvelope,
  budget: Budget,
): Tree {
  const growth: Growth = { contest, atoms, oracle, budget, envelopeWith, leaves: 0 };
  const root = oracle.together([]);
  if (root.kind === "undecided")
    throw new Undecided(`whether the assumptions can hold together: ${root.missing}`);
  if (root.kind === "impossible") return { kind: "impossible", path: new Map(), proof: root.proof };
  return grow(growth, new Map(), [whole(root.point, contest)]);
}

function grow(growth: Growth, path: SignPath, points: readonly KnownPoint[]): Tree {
  growth.budget.spend(20, "telling cases apart");
  const { atoms } = growth;
  const signs: Signs = {
    signOf: (value, sides) => signOn(path, value, atoms, sides),
    peek: (value) => peekOn(path, value, atoms),
  };
  try {
    const envelope = growth.envelopeWith(signs);
    growth.leaves += 1;
    if (growth.leaves > MOST_LEAVES)
      throw new Undecided(`an order among more than ${MOST_LEAVES} possible cases`);
    const point = must(points[0], "a place in the tree is possible");
    return { kind: "leaf", path, point, envelope };
  } catch (error) {
    if (error instanceof NeedsSign) return split(growth, path, points, error.subject);
    throw error;
  }
}

function peekOn(path: SignPath, value: Parameters<Signs["peek"]>[0], atoms: Atoms): Sign | undefined {
  try {
    return signOn(path, value, atoms);
  } catch (error) {
    if (error instanceof NeedsSign) return undefined;
    throw error;
  }
}

/** Points beyond these are not carried along. */
const MOST_POINTS = 16;

function split(growth: Growth, path: SignPath, points: readonly KnownPoint[], subject: Subject): Tree {
  const { on } = subject;
  const { atoms } = growth;
  const known = [...points, ...moreHere(growth, path, points, on)];
  const branches = new Map<Sign, Tree>();
  for (const way of [1, 0, -1] as const) {
    const below: SignPath = new Map([...path, [keyOfPolynomial(on), { ...subject, sign: way }]]);
    const here = known.filter((point) => signAtPoint(on, point.values, atoms) === way).slice(0, MOST_POINTS);
    branches.set(way, here.length > 0 ? grow(growth, below, here) : unseen(growth, below));
  }
  return { kind: "split", on, branches };
}

/** Points at which all that is assumed so far holds, and at which a polynomial has one sign or another. */
function moreHere(
  { contest, atoms, budget }: Growth,
  path: SignPath,
  points: readonly KnownPoint[],
  on: Polynomial,
): readonly KnownPoint[] {
  const premises = [...contest.facts.map((fact) => fact.comparison), ...premisesOf(path, atoms)];
  const found: KnownPoint[] = [];
  for (const point of points.slice(0, MOST_POINTS / 2)) {
    for (const values of nearbyPoints(point.values, on, atoms)) {
      budget.spend(10, "looking for points");
      const isPositive = contest.positive.every((name) => sign(values.get(name) ?? zero) > 0);
      if (!isPositive || !premises.every((premise) => holdsAt(premise, values) === true)) continue;
      found.push({ values, texts: pointTexts(values) });
      if (found.length >= MOST_POINTS) return found;
    }
  }
  return found;
}

/** A branch for which no point is known yet. */
function unseen(growth: Growth, path: SignPath): Tree {
  const found = growth.oracle.together(premisesOf(path, growth.atoms));
  if (found.kind === "impossible") return { kind: "impossible", path, proof: found.proof };
  if (found.kind === "possible") return grow(growth, path, [whole(found.point, growth.contest)]);
  throw new Undecided(`whether a case is possible: ${found.missing}`);
}

/** A point that gives every unknown a value. */
function whole({ texts, values }: KnownPoint, { unknowns, positive }: Contest): KnownPoint {
  const names = unknowns.filter((name) => !Object.hasOwn(texts, name) && positive.includes(name));
  const more = completed(new Map(), names);
  return { texts: { ...pointTexts(more), ...texts }, values: new Map([...more, ...values]) };
}

/** The possible leaves from left to right. */
export function leavesOf(tree: Tree): readonly Leaf[] {
  if (tree.kind === "leaf") return [tree];
  return tree.kind === "split" ? [...tree.branches.values()].flatMap(leavesOf) : [];
}
