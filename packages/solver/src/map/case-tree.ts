import type { Budget, Contest } from "@crux/core";
import { must } from "@crux/core";
import type { Atoms } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Refutation } from "../certificate/claim-proof.ts";
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
  return grow(growth, new Map(), [root.point]);
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

function split(growth: Growth, path: SignPath, points: readonly KnownPoint[], subject: Subject): Tree {
  const { on } = subject;
  const branches = new Map<Sign, Tree>();
  for (const sign of [1, 0, -1] as const) {
    const below: SignPath = new Map([...path, [keyOfPolynomial(on), { ...subject, sign }]]);
    const here = points.filter((point) => signAtPoint(on, point.values, growth.atoms) === sign);
    branches.set(sign, here.length > 0 ? grow(growth, below, here) : unseen(growth, below));
  }
  return { kind: "split", on, branches };
}

/** A branch for which no point is known yet. */
function unseen(growth: Growth, path: SignPath): Tree {
  const found = growth.oracle.together(premisesOf(path, growth.atoms));
  if (found.kind === "impossible") return { kind: "impossible", path, proof: found.proof };
  if (found.kind === "possible") return grow(growth, path, [found.point]);
  throw new Undecided(`whether a case is possible: ${found.missing}`);
}

/** The possible leaves from left to right. */
export function leavesOf(tree: Tree): readonly Leaf[] {
  if (tree.kind === "leaf") return [tree];
  return tree.kind === "split" ? [...tree.branches.values()].flatMap(leavesOf) : [];
}
