import type { Refutation } from "../certificate/claim-proof.ts";
import type { Meter } from "./meter.ts";
import { seekAtRoots, seekOnRoots } from "./one-unknown-points.ts";
import { type Prepared, prepare, type Question } from "./question.ts";
import { type Effort, refute } from "./refute.ts";
import { seekByClimbing, seekSimple, seekStraight } from "./seek.ts";
import { settles, tidy } from "./tidy.ts";
import { Hunt } from "./trial.ts";

/** What was found out about a question; `missing` says in words what was not, when nothing decides it. */
export type Findings = {
  readonly hunt: Hunt;
  /** The claim is true at every admissible point. */
  readonly proved: Refutation | null;
  /** The claim is false at every admissible point. */
  readonly nowhere: Refutation | null;
  /** No point is admissible. */
  readonly vacuous: Refutation | null;
  readonly missing: string;
};

const EFFORTS: readonly Effort[] = [0, 1, 2, 3];
/** Steps that one attempt at a proof may take, by effort. */
const SHARES = [200_000, 400_000, 1_000_000, 3_000_000] as const;
const POINTS = [80, 300, 800, 2_000] as const;

/**
 * Looks for points and for proofs in turn, the cheap ways first, until the question is decided or all is tried. With
 * `enough`, one point at which the claim fails, or holds, decides it.
 */
export function decideByPoints(
  question: Question,
  meter: Meter,
  enough: "fails" | "holds" | null = null,
): Findings {
  const hunt = new Hunt(question, meter);
  const prepared = meter.within(2_000_000, () => prepare(question, meter));
  let proved: Refutation | null = null;
  let nowhere: Refutation | null = null;
  const done = (): Findings | null => {
    const vacuous = vacuousOf(proved) ?? vacuousOf(nowhere);
    if (vacuous !== null) return { hunt, proved: null, nowhere: null, vacuous, missing: "" };
    const isDecided =
      proved !== null ||
      hunt.isOver ||
      (enough !== null && hunt[enough] !== null) ||
      (nowhere !== null && hunt.fails !== null);
    return isDecided ? { hunt, proved, nowhere, vacuous, missing: "" } : null;
  };
  for (const effort of EFFORTS) {
    const early = seek(hunt, prepared, effort, meter);
    if (early || (enough !== null && hunt[enough] !== null)) break;
    if (prepared !== null) {
      if (hunt.fails === null) proved ??= attempt(prepared, true, effort, meter);
      if (proved === null && hunt.holds === null) nowhere ??= attempt(prepared, false, effort, meter);
    }
    if (done() !== null) break;
  }
  // a point at which a claim that is false by itself fails shows that the held facts go together
  const bare = prepared !== null && hunt.holds === null && hunt.fails === null;
  if (bare && (proved !== null || nowhere !== null)) {
    const vacuous = emptiness(prepared, meter);
    if (vacuous !== null) return { hunt, proved: null, nowhere: null, vacuous, missing: "" };
  }
  return done() ?? { hunt, proved, nowhere, vacuous: null, missing: missingOf(hunt, nowhere) };
}

/** Looks for points with an effort; true when both kinds are known. */
function seek(hunt: Hunt, prepared: Prepared | null, effort: Effort, meter: Meter): boolean {
  const { question } = hunt;
  if (question.unknowns.length === 0) {
    if (effort === 0) hunt.offerExactly(new Map());
    return hunt.isOver;
  }
  if (question.unknowns.length === 1 && effort === 1) {
    meter.within(2_000_000, () => seekAtRoots(hunt, meter));
    if (!hunt.isOver) meter.within(2_000_000, () => seekOnRoots(hunt, meter));
  }
  meter.within(1_000_000, () => seekSimple(hunt, POINTS[effort], effort, meter));
  if (!hunt.isOver && prepared !== null && effort > 0)
    meter.within(1_000_000, () => seekStraight(hunt, prepared, 12 * effort, meter));
  if (!hunt.isOver && effort > 1)
    meter.within(1_000_000, () => seekByClimbing(hunt, 20 * effort, effort, meter));
  return hunt.isOver;
}

/** A proof that the claim is `goal` wherever it may be (see `refute`), without what it does not need. */
export function attempt(
  prepared: Prepared,
  goal: boolean | null,
  effort: Effort,
  meter: Meter,
): Refutation | null {
  const tree = meter.within(SHARES[effort], () => refute(prepared, goal, effort, meter));
  return tree && tidy(tree);
}

/** A proof that settles nothing shows that nothing is admissible. */
const vacuousOf = (tree: Refutation | null): Refutation | null =>
  tree === null || settles(tree) ? null : tree;

/** The claim was shown without a point: perhaps nothing is admissible. */
function emptiness(prepared: Prepared, meter: Meter): Refutation | null {
  for (const effort of [0, 1, 2] as const) {
    const tree = attempt(prepared, null, effort, meter);
    if (tree !== null) return tree;
  }
  return null;
}

function missingOf(hunt: Hunt, nowhere: Refutation | null): string {
  const count = `${hunt.tried} points`;
  if (hunt.fails !== null) return "it fails at the counterexample; whether it holds anywhere is not known";
  if (nowhere !== null) return `it holds nowhere, but no admissible point was found among ${count}`;
  return hunt.holds === null
    ? `not proved, and no admissible point was found among ${count}`
    : `not proved, and no counterexample was found among ${count}`;
}
