import { holdsAt } from "../expr/compare-at.ts";
import { type Env, type Evaluation, evaluate } from "../expr/evaluate.ts";
import { assertRate } from "./assert-rate.ts";
import type { Contest } from "./contest.ts";

/** A program's score at a point; `eligible` is false where the cap keeps it out. */
export type ScoreAt = {
  readonly program: string;
  readonly score: Evaluation;
  readonly eligible: boolean | "undecided";
};

/** The scores of all programs, in the order of the scenario, where `env` gives `g`, at least 0, and every unknown a value. */
export function scoresAt(contest: Contest, env: Env, bits?: number): readonly ScoreAt[] {
  assertRate(env);
  return contest.entrants.map(({ id, score, eligible }) => ({
    program: id,
    score: evaluate(score, env, bits),
    eligible: eligible === null || holdsAt(eligible, env),
  }));
}
