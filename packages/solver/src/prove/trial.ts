import * as core from "@crux/core";
import { type Budget, type Comparison, type Expr, holdsAt, substituteComparison } from "@crux/core";
import { printRational, type Rational, sign } from "@crux/core/exact";
import type { Point } from "../query/answer.ts";
import { type Approximate, approximate, toFloat } from "./approximate.ts";
import { truth } from "./formula.ts";
import type { Question } from "./question.ts";

/** Values of all unknowns of a question, each an exact number or a closed form. */
export type Values = ReadonlyMap<string, Rational | Expr>;

/** What a question says at a point: `outside` if it is not admissible, `unknown` if that is not decided. */
export type Trial = boolean | "outside" | "unknown";

/** The question at a point, exactly. */
export function tryExactly(question: Question, at: Values): Trial {
  const env = new Map<string, Rational>();
  const forms = new Map<string, Expr>();
  for (const [name, value] of at) {
    if ("num" in value) env.set(name, value);
    else forms.set(name, value);
    if (!question.isPositive(name)) continue;
    const order = "num" in value ? sign(value) : core.compareAt(value, core.number(0), new Map());
    if (order !== 1) return order === "undecided" ? "unknown" : "outside";
  }
  const holds = (one: Comparison) => holdsAt(substituteComparison(one, forms), env);
  for (const one of question.held) {
    const value = holds(one);
    if (value !== true) return value === false ? "outside" : "unknown";
  }
  const decided: boolean[] = [];
  for (const one of question.claim.comparisons) {
    const value = holds(one);
    if (value === "undecided") return "unknown";
    decided.push(value);
  }
  return truth(question.claim.formula, decided) ?? "unknown";
}

type Side = { readonly left: Approximate; readonly right: Approximate; readonly relation: core.Relation };

/** A quick look at points in doubles, to choose which ones to try exactly. */
export type Glance = {
  readonly names: readonly string[];
  /** What the question seems to be at a point; `unknown` where it is too close to tell. */
  look(at: Float64Array): Trial;
  readonly held: readonly Side[];
  readonly claim: readonly Side[];
};

/** Relative gap below which doubles do not tell two numbers apart. */
const CLOSE = 1e-9;

/** Prepares a question for quick looks. */
function glanceOf(question: Question): Glance {
  const index = new Map(question.unknowns.map((name, i) => [name, i]));
  const side = ({ left, relation, right }: Comparison): Side => ({
    left: approximate(left, index),
    right: approximate(right, index),
    relation,
  });
  const held = question.held.map(side);
  const claim = question.claim.comparisons.map(side);
  return {
    names: question.unknowns,
    held,
    claim,
    look(at) {
      let open = false;
      for (const one of held) {
        const value = seems(one, at);
        if (value === false) return "outside";
        if (value === undefined) open = true;
      }
      const decided: (boolean | undefined)[] = [];
      for (const one of claim) {
        const value = seems(one, at);
        if (value === undefined) open = true;
        decided.push(value);
      }
      return open ? "unknown" : (truth(question.claim.formula, decided) ?? "unknown");
    },
  };
}

/** Whether a comparison seems to hold; undefined if it is close; false where a side is not a number. */
function seems({ left, right, relation }: Side, at: Float64Array): boolean | undefined {
  const [a, b] = [left(at), right(at)];
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined;
  const difference = a - b;
  if (!(Math.abs(difference) > CLOSE * (Math.abs(a) + Math.abs(b)))) return undefined;
  return core.relationHolds(relation, difference < 0 ? -1 : 1);
}

/** The point as doubles, in the order of the question's unknowns. */
export const toFloats = (names: readonly string[], at: ReadonlyMap<string, Rational>): Float64Array =>
  Float64Array.from(names, (name) => {
    const value = at.get(name);
    return value === undefined ? Number.NaN : toFloat(value);
  });

/** Collects points at which a question is true or false. */
export class Hunt {
  readonly question: Question;
  readonly glance: Glance;
  readonly #budget: Budget;
  fails: Values | null = null;
  holds: Values | null = null;
  /** Points that were tried. */
  tried = 0;
  /** Points in a row that were too close to tell even exactly; they are costly, and more are not tried after a few. */
  #unclear = 0;

  constructor(question: Question, budget: Budget) {
    this.question = question;
    this.glance = glanceOf(question);
    this.#budget = budget;
  }

  /** Whether both a point of success and one of failure are known. */
  get isOver(): boolean {
    return this.fails !== null && this.holds !== null;
  }

  /** Tries a rational point; true if it is one that was still missing. */
  offer(at: ReadonlyMap<string, Rational>): boolean {
    this.#budget.spend(4, "looking for points");
    this.tried += 1;
    const seen = this.glance.look(toFloats(this.glance.names, at));
    if (seen === "outside") return false;
    if (seen === "unknown" && this.#unclear > 4) return false;
    if ((seen === true && this.holds !== null) || (seen === false && this.fails !== null)) return false;
    return this.offerExactly(at);
  }

  /** Tries any point, without a quick look first. */
  offerExactly(at: Values): boolean {
    this.#budget.spend(60, "looking for points");
    const value = tryExactly(this.question, at);
    this.#unclear = value === "unknown" ? this.#unclear + 1 : 0;
    if (value === true && this.holds === null) {
      this.holds = at;
      return true;
    }
    if (value === false && this.fails === null) {
      this.fails = at;
      return true;
    }
    return false;
  }
}

/** A point in the shape of answers. */
export const toPoint = (at: Values): Point =>
  Object.fromEntries(
    [...at].map(([name, value]) => [name, "num" in value ? printRational(value) : core.printExpr(value)]),
  );
