import type { AxisProof, Certificate, Proof } from "../certificate/certificate.ts";
import type {
  Case,
  ClaimProof,
  FactRelation,
  Gap,
  Given,
  Instance,
  OneUnknown,
  OneUnknownPart,
  Refutation,
  Repair,
  Rule,
  SumTerm,
} from "../certificate/claim-proof.ts";
import type { CaseTree, Cut, MapProof, SegmentProof, Watched, ZeroAt } from "../certificate/map-proof.ts";
import type {
  CaseOfRoots,
  FactorProof,
  Piece,
  PlaceElsewhere,
  Reason,
  RootsProof,
} from "../certificate/roots-proof.ts";
import type {
  Existence,
  Need,
  Place,
  SignTree,
  Solving,
  SymbolicProof,
} from "../certificate/symbolic-proof.ts";
import { solution, texts, winnerMap } from "./read-answer.ts";
import type { Path } from "./refusal.ts";
import {
  anything,
  byKind,
  count,
  flag,
  list,
  nullable,
  oneOf,
  optional,
  pair,
  record,
  type Shape,
  table,
  text,
} from "./shape.ts";

/** A shape that refers to itself. */
const lazy =
  <T>(shape: () => Shape<T>): Shape<T> =>
  (value: unknown, path: Path): T =>
    shape()(value, path);

const counts = list(count);
const sign: Shape<1 | -1> = oneOf(1, -1);

const reason = byKind<Reason>({
  sign: record({ kind: oneOf("sign"), sign }),
  slope: record({ kind: oneOf("slope"), sign, derivative: optional(text) }),
  order: record({ kind: oneOf("order"), at: text, order: count, sign }),
  lead: record({ kind: oneOf("lead"), summands: texts, rates: texts, lead: count, sign }),
  undefined: record({ kind: oneOf("undefined"), part: text }),
});

/** Reads a proof that a list of roots is complete. */
export const rootsProof: Shape<RootsProof> = (value, path) => rootsProofs(value, path);
const inner: Shape<RootsProof> = rootsProof;
const elsewhere = record<PlaceElsewhere>({ exact: nullable(text), isolating: optional(pair(text)) });
const branch = record<CaseOfRoots>({ of: text, roots: inner, elsewhere: list(elsewhere) });
const rootsProofs: Shape<RootsProof> = byKind<RootsProof>({
  logarithm: record({ kind: oneOf("logarithm"), first: text, second: text, factor: text, roots: inner }),
  "two-terms": record({ kind: oneOf("two-terms"), first: text, second: text, factor: text, roots: inner }),
  factors: record<FactorProof>({
    kind: oneOf("factors"),
    factor: text,
    parts: list(
      record<FactorProof["parts"][number]>({
        of: text,
        multiplicity: count,
        degree: optional(count),
        roots: inner,
      }),
    ),
  }),
  cases: record({ kind: oneOf("cases"), on: text, positive: branch, negative: branch }),
  identical: record({ kind: oneOf("identical") }),
  nowhere: record({ kind: oneOf("nowhere") }),
  sturm: record({ kind: oneOf("sturm") }),
  substitution: record({ kind: oneOf("substitution"), by: text, polynomial: text, factor: text }),
  norm: record({ kind: oneOf("norm"), cofactor: text, polynomial: text, denominator: text }),
  pieces: record({
    kind: oneOf("pieces"),
    of: text,
    factor: text,
    pieces: list(record<Piece>({ from: text, to: text, because: reason })),
  }),
});

const factRelation: Shape<FactRelation> = oneOf(">", ">=", "=", "!=");

const given = byKind<Given>({
  positive: record({ kind: oneOf("positive"), unknown: text }),
  held: record({ kind: oneOf("held"), index: count }),
  defined: record({ kind: oneOf("defined"), expr: text, relation: oneOf(">", ">=", "!=") }),
});

const sumTerm = record<SumTerm>({
  times: text,
  facts: counts,
  square: nullable(text),
  factor: nullable(text),
});

const uGiven = { u: text, given: counts };
const upGiven = { u: text, p: text, given: counts };
const instance = byKind<Instance>({
  "power-sign": record({ kind: oneOf("power-sign"), ...upGiven }),
  "exp-tangent": record({ kind: oneOf("exp-tangent"), x: text, given: counts }),
  "log-tangent": record({ kind: oneOf("log-tangent"), ...uGiven }),
  "log-sum": record({
    kind: oneOf("log-sum"),
    parts: list(record<{ readonly weight: string; readonly of: string }>({ weight: text, of: text })),
    given: counts,
  }),
  "power-tangent-convex": record({ kind: oneOf("power-tangent-convex"), ...upGiven }),
  "power-tangent-concave": record({ kind: oneOf("power-tangent-concave"), ...upGiven }),
  "base-monotone": record({ kind: oneOf("base-monotone"), v: text, ...upGiven }),
  "exponent-monotone": record({ kind: oneOf("exponent-monotone"), q: text, ...upGiven }),
  means: record({
    kind: oneOf("means"),
    parts: list(record<{ readonly weight: string; readonly part: string }>({ weight: text, part: text })),
    mean: text,
    given: counts,
  }),
  abs: record({ kind: oneOf("abs"), x: text, index: oneOf(0, 1, 2), given: counts }),
});

const rule = byKind<Rule>({
  sum: record({ kind: oneOf("sum"), terms: list(sumTerm) }),
  sure: record({ kind: oneOf("sure") }),
  number: record({ kind: oneOf("number") }),
  replace: record({ kind: oneOf("replace"), fact: count, equality: count, unknown: text, by: text }),
  known: record({ kind: oneOf("known"), instance }),
});

const gap = byKind<Gap>({
  false: record({ kind: oneOf("false"), part: count, sample: text }),
  meet: record({ kind: oneOf("meet"), left: count, leftSample: text, right: count, rightSample: text }),
});

const tree: Shape<Refutation> = lazy(() => refutation);
const refutation: Shape<Refutation> = byKind<Refutation>({
  given: record({ kind: oneOf("given"), facts: list(given), then: tree }),
  decide: record({ kind: oneOf("decide"), comparison: count, yes: tree, no: tree }),
  settled: record({ kind: oneOf("settled") }),
  cases: record({
    kind: oneOf("cases"),
    on: text,
    cases: list(record<Case>({ relation: oneOf("<", "<=", "=", "!=", ">=", ">"), then: tree })),
  }),
  derive: record({ kind: oneOf("derive"), expr: text, relation: factRelation, rule, then: tree }),
  identity: record({ kind: oneOf("identity"), terms: list(sumTerm) }),
  "one-unknown": record<OneUnknown>({
    kind: oneOf("one-unknown"),
    of: text,
    positive: nullable(count),
    parts: list(
      record<OneUnknownPart>({
        fact: count,
        times: text,
        as: text,
        roots: list(solution),
        proof: rootsProof,
      }),
    ),
    cuts: texts,
    gaps: list(gap),
  }),
});

const repairs = list(record<Repair>({ assume: text, tree, at: table(text) }));

/** Reads a proof of a verdict. */
export const claimProof: Shape<ClaimProof> = byKind<ClaimProof>({
  proved: record({ kind: oneOf("proved"), tree }),
  depends: record({ kind: oneOf("depends"), repairs }),
  nowhere: record({ kind: oneOf("nowhere"), tree, repairs }),
  vacuous: record({ kind: oneOf("vacuous"), tree }),
  witnesses: record({ kind: oneOf("witnesses"), witnesses: texts, tree }),
  "no-witness": record({
    kind: oneOf("no-witness"),
    atCounterexample: tree,
    tree: nullable(tree),
    repairs,
  }),
});

const watchedOf = byKind<Watched["of"]>({
  part: record({ kind: oneOf("part"), program: text, expression: text }),
  eligible: record({ kind: oneOf("eligible"), program: text }),
  difference: record({ kind: oneOf("difference"), programs: pair(text) }),
});

const zeros = list(record<ZeroAt>({ cut: count, multiplicity: count, flips: flag }));

const caseTree: Shape<CaseTree> = lazy(() => caseTrees);
const caseTrees: Shape<CaseTree> = byKind<CaseTree>({
  split: record({ kind: oneOf("split"), on: text, negative: caseTree, zero: caseTree, positive: caseTree }),
  impossible: record({ kind: oneOf("impossible"), proof: tree }),
  leaf: record({
    kind: oneOf("leaf"),
    case: count,
    point: table(text),
    when: list(tree),
    order: list(nullable(tree)),
    segments: list(record<SegmentProof>({ ties: list(tree), losers: list(tree) })),
    absent: list(record<{ readonly program: string; readonly by: string }>({ program: text, by: text })),
  }),
});

/** Reads a proof of a winner map. */
export const mapProof: Shape<MapProof> = byKind<MapProof>({
  lines: record({ kind: oneOf("lines") }),
  pairs: record({
    kind: oneOf("pairs"),
    cuts: list(record<Cut>({ exact: nullable(text), between: pair(text) })),
    watched: list(
      record<Watched>({
        of: watchedOf,
        zero: (value, path) => (value === "everywhere" ? value : zeros(value, path)),
        roots: rootsProof,
      }),
    ),
  }),
  cases: record({ kind: oneOf("cases"), tree: caseTree, disjoint: list(tree) }),
});

const signTree: Shape<SignTree> = lazy(() => signTrees);
const signTrees: Shape<SignTree> = record<SignTree>({
  unit: text,
  factors: list(
    record<SignTree["factors"][number]>({
      of: text,
      times: (value, path) =>
        value === -1 || (typeof value === "number" && value < 0) ? -count(-value, path) : count(value, path),
      like: nullable(
        record<NonNullable<SignTree["factors"][number]["like"]>>({
          rule: oneOf("logs", "log", "root", "exponentials", "lambert"),
          sign: signTree,
        }),
      ),
    }),
  ),
});

const existence = {
  needs: list(record<Need>({ of: text, relation: oneOf(">", ">=", "!=", "="), sign: signTree })),
  dropped: texts,
};
const placeOf = byKind<Place>({
  solution: record({ kind: oneOf("solution"), solution: count }),
  never: record({ kind: oneOf("never"), contradiction: nullable(text), ...existence }),
});

const solving: Shape<Solving> = lazy(() => solvings);
const maybeSolving = nullable(solving);
const solvings: Shape<Solving> = byKind<Solving>({
  identical: record({ kind: oneOf("identical") }),
  undefined: record({ kind: oneOf("undefined") }),
  free: record({ kind: oneOf("free"), degenerate: nullable(count) }),
  never: record({ kind: oneOf("never"), sign }),
  product: record<Extract<Solving, { kind: "product" }>>({
    kind: oneOf("product"),
    top: text,
    bottom: text,
    factors: list(
      record<Extract<Solving, { kind: "product" }>["factors"][number]>({
        of: text,
        multiplicity: count,
        by: solving,
      }),
    ),
  }),
  once: record({
    kind: oneOf("once"),
    kernel: text,
    slope: text,
    offset: text,
    at: placeOf,
    flat: maybeSolving,
  }),
  quadratic: record({
    kind: oneOf("quadratic"),
    kernel: text,
    a: text,
    b: text,
    c: text,
    plus: placeOf,
    minus: placeOf,
    double: placeOf,
    flat: maybeSolving,
  }),
  cubic: record({ kind: oneOf("cubic"), kernel: text, a: text, b: text, c: text, d: text, at: placeOf }),
  radical: record({
    kind: oneOf("radical"),
    root: text,
    degree: count,
    rest: text,
    part: text,
    norm: text,
    by: solving,
  }),
  logarithm: record({
    kind: oneOf("logarithm"),
    exponential: flag,
    scale: text,
    a: text,
    b: text,
    difference: text,
    by: solving,
  }),
  substitute: record({
    kind: oneOf("substitute"),
    name: text,
    kernel: text,
    inverse: text,
    becomes: text,
    by: solving,
  }),
  lambert: record({
    kind: oneOf("lambert"),
    unit: text,
    a: text,
    b: text,
    c: text,
    m: text,
    principal: placeOf,
    other: placeOf,
    double: placeOf,
    zero: nullable(placeOf),
  }),
  split: record({ kind: oneOf("split"), on: text, zero: solving, nonzero: solving }),
});

/** Reads a proof of solutions with unknowns in them. */
export const symbolicProof = record<SymbolicProof>({
  by: solving,
  exists: list(record<Existence>(existence)),
  equal: list(record<SymbolicProof["equal"][number]>({ first: count, second: count, both: nullable(count) })),
  general: optional(record<Existence>(existence)),
});

const proof = byKind<Proof>({
  roots: record({ kind: oneOf("roots"), roots: rootsProof }),
  symbolic: record({ kind: oneOf("symbolic"), solutions: symbolicProof }),
  map: record({ kind: oneOf("map"), map: mapProof }),
  claim: record({ kind: oneOf("claim"), claim: claimProof }),
  compare: record({ kind: oneOf("compare"), before: mapProof, after: mapProof }),
  cruxes: record({
    kind: oneOf("cruxes"),
    maps: list(nullable(record<AxisProof>({ map: winnerMap, proof: mapProof }))),
  }),
  recompute: record({ kind: oneOf("recompute") }),
});

/** Reads a certificate; its request is read when the question is put. */
export const certificate = record<Certificate>({
  format: oneOf("crux/certificate"),
  version: oneOf(1),
  request: record<Certificate["request"]>({ scenario: anything, query: anything }),
  proof,
});
