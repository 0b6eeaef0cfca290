import { assert } from "../base/assert.ts";
import { sign } from "../exact/rational.ts";
import { compareAt, holdsAt } from "../expr/compare-at.ts";
import { type Env, evaluate } from "../expr/evaluate.ts";
import type { Contest, Entrant } from "./contest.ts";

/** Who has the lowest score at a point; ties in the order of the scenario; empty when nobody may compete. */
export type WinnersAt =
  | { readonly kind: "winners"; readonly winners: readonly string[] }
  | { readonly kind: "undecided"; readonly reason: string };

/**
 * The definition of who wins, slow and obvious: compare every program with the best so far. A program whose score
 * is not a real number at the point (a pole) does not compete there. `env` gives `g`, at least 0, and every unknown a value.
 */
export function winnersAt(contest: Contest, env: Env): WinnersAt {
  const g = env.get("g");
  assert(
    g === undefined || !("num" in g) || sign(g) >= 0,
    "an exchange rate is at least 0; readers refuse others",
  );
  let best: Entrant[] = [];
  for (const entrant of contest.entrants) {
    const competes = competesAt(entrant, env);
    if (competes === "undecided") return { kind: "undecided", reason: `whether ${entrant.id} competes` };
    if (!competes) continue;
    const [leader] = best;
    const order = leader === undefined ? -1 : compareAt(entrant.score, leader.score, env);
    if (order === "undecided") {
      return { kind: "undecided", reason: `order of ${leader?.id} and ${entrant.id}` };
    }
    if (order < 0) best = [entrant];
    else if (order === 0) best.push(entrant);
  }
  return { kind: "winners", winners: best.map((entrant) => entrant.id) };
}

/** Whether the program may compete at the point and has a score there. */
function competesAt({ score, eligible }: Entrant, env: Env): boolean | "undecided" {
  const allowed = eligible === null || holdsAt(eligible, env);
  if (allowed !== true) return allowed;
  for (const bits of [64, 512, 4096]) {
    const outcome = evaluate(score, env, bits);
    if (outcome.kind === "undefined") return false;
    if (outcome.kind !== "unknown") return true;
  }
  return "undecided";
}
