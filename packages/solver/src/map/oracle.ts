import type { Budget, Comparison, Contest, Rational } from "@crux/core";
import { parseRational } from "@crux/core/exact";
import type { Given, Refutation } from "../certificate/claim-proof.ts";
import { attempt } from "../prove/decide.ts";
import { isConsistent } from "../prove/implies.ts";
import { createMeter } from "../prove/meter.ts";
import { createQuestion, prepare, type Question } from "../prove/question.ts";
import type { Effort } from "../prove/refute.ts";
import type { Point } from "../query/answer.ts";

/** A point as text, and those of its values that are rational. */
export type KnownPoint = { readonly texts: Point; readonly values: ReadonlyMap<string, Rational> };

/** Whether comparisons can hold together: at this point they do, by this proof they never do, or it is not known. */
export type Possibility =
  | { readonly kind: "possible"; readonly point: KnownPoint }
  | { readonly kind: "impossible"; readonly proof: Refutation }
  | { readonly kind: "undecided"; readonly missing: string };

/** What a case analysis asks about comparisons in the unknowns. Premises come after the facts of the contest. */
export type Oracle = {
  readonly together: (premises: readonly Comparison[]) => Possibility;
  /**
   * A proof that the goal follows, or with no goal that the premises contradict each other; null when none is found.
   * The proof uses only the facts and the premises at the places in `use` (all, if it is missing), in their numbers.
   */
  readonly proofOf: (
    premises: readonly Comparison[],
    goal: Comparison | null,
    use?: readonly number[],
  ) => Refutation | null;
};

/** The prover, asked about the unknowns of a contest. */
export function proverOracle(contest: Contest, budget: Budget): Oracle {
  const positive = new Set(["g", ...contest.positive]);
  const isPositive = (name: string): boolean => positive.has(name);
  const facts = contest.facts.map((fact) => fact.comparison);
  const proofOf: Oracle["proofOf"] = (premises, goal, use = [...premises.keys()]) => {
    const held = [...facts, ...premises.filter((_, at) => use.includes(at))];
    const places = [...facts.keys(), ...use.toSorted((a, b) => a - b).map((at) => facts.length + at)];
    const found = shown(
      createQuestion(held, goal === null ? NEVER : goalOf(goal), isPositive),
      goal !== null,
      budget,
    );
    return found && withPlaces(found, places);
  };
  return {
    proofOf,
    together: (premises) => {
      const proof = proofOf(premises, null);
      if (proof !== null) return { kind: "impossible", proof };
      const found = isConsistent({ facts: [...facts, ...premises], isPositive }, budget);
      if (found.kind === "undecided") return found;
      if (found.kind === "inconsistent") return { kind: "impossible", proof: found.tree };
      return { kind: "possible", point: knownPoint(found.at) };
    },
  };
}

const NEVER = { formula: { kind: "any", of: [] }, comparisons: [] } as const;

const goalOf = (goal: Comparison) =>
  ({ formula: { kind: "comparison", index: 0 }, comparisons: [goal] }) as const;

/** Proofs are tried without looking for points first; what takes more effort than this is left to others. */
const EFFORTS: readonly Effort[] = [0, 1];

function shown(question: Question, hasGoal: boolean, budget: Budget): Refutation | null {
  const meter = createMeter(budget);
  const prepared = meter.within(500_000, () => prepare(question, meter));
  if (prepared === null) return null;
  for (const effort of EFFORTS) {
    const tree = attempt(prepared, hasGoal ? true : null, effort, meter);
    if (tree !== null) return tree;
  }
  return null;
}

/** The proof with its held facts named by their places in a longer list. */
function withPlaces(tree: Refutation, places: readonly number[]): Refutation {
  if (tree.kind !== "given") return tree;
  const facts = tree.facts.map((one): Given => {
    const place = one.kind === "held" ? places[one.index] : undefined;
    return place === undefined ? one : { kind: "held", index: place };
  });
  return { ...tree, facts };
}

function knownPoint(texts: Point): KnownPoint {
  const values = new Map<string, Rational>();
  for (const [name, text] of Object.entries(texts)) {
    const value = parseRational(text);
    if (value !== undefined) values.set(name, value);
  }
  return { texts, values };
}
