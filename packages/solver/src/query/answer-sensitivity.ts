import type { Contest, Issue, Result, Scenario } from "@crux/core";
import { err, issue, ok, printExpr } from "@crux/core";
import { createAtoms } from "../algebra/atoms.ts";
import { solveEquation } from "../equation/solve-equation.ts";
import { factsAbout, factsBeside } from "../map/axis-facts.ts";
import { crossoverFormula } from "../map/crossover-formula.ts";
import type { Answer } from "./answer.ts";
import type { Query } from "./request.ts";
import { scoreOf } from "./score-of.ts";
import { sensitivityRows } from "./sensitivity-rows.ts";
import { namedContest, situationOf } from "./situation.ts";
import type { Asked, Work } from "./work.ts";

/**
 * How the threshold between two programs moves with each cost, exactly: with `f` the difference of their scores, the
 * derivative is `-(df/dx) / (df/dg)` at the threshold, by the theorem on implicit functions.
 */
export function answerSensitivity({
  scenario,
  query,
  work,
}: Asked<Query & { kind: "sensitivity" }>): Result<Answer, readonly Issue[]> {
  const situation = situationOf(scenario, query.at, []);
  if (!situation.ok) return situation;
  const contest = situation.value;
  const [one, other] = query.between;
  const solved = solveEquation(equationIn(contest, query.between), work.budget);
  if (solved.kind === "undecided") return ok(solved);
  const [first] = solved.solutions;
  if (first === undefined) {
    const message = `no threshold between: ${one}, ${other}`;
    const hint =
      solved.holds === "everywhere" ? "their scores are always equal" : "their scores are nowhere equal";
    return err([issue("no-threshold", message, { path: ["query", "between"], hint })]);
  }
  const {
    expr,
    real: _real,
    multiplicity: _multiplicity,
    flips: _flips,
    conditions: _conditions,
    ...threshold
  } = first;
  if (expr === null) return ok({ kind: "undecided", missing: "a closed form of the threshold" });
  const rows = sensitivityRows({ scenario, at: query.at, between: query.between, threshold: expr, work });
  return ok({
    kind: "sensitivity",
    between: query.between,
    threshold,
    formula: formulaOf(scenario, query, work),
    rows,
    certificate: work.certify(() => ({ kind: "recompute" })),
  });
}

const equationIn = (contest: Contest, [one, other]: readonly [string, string]) => ({
  left: scoreOf(contest, one),
  right: scoreOf(contest, other),
  for: "g",
  positive: contest.positive,
  facts: factsBeside(contest, "g"),
  domain: factsAbout(contest, "g").length === 0 ? null : factsAbout(contest, "g"),
});

/** The threshold in the names of costs; null where there is no short formula. */
function formulaOf(
  scenario: Scenario,
  { between: [one, other], at }: Query & { kind: "sensitivity" },
  { budget }: Work,
): string | null {
  const named = namedContest(scenario, at);
  const atoms = createAtoms({ positive: ["g", ...named.positive], budget });
  const formula = crossoverFormula(scoreOf(named, one), scoreOf(named, other), "g", atoms);
  return formula && printExpr(formula);
}
