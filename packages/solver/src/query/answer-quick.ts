import type { Result, Scenario } from "@crux/core";
import { createBudget, readExpr, Spent } from "@crux/core";
import { zero } from "@crux/core/exact";
import { factsAbout } from "../map/axis-facts.ts";
import { formulaWriter, lineMap } from "../map/line-map.ts";
import type { Answer, Value } from "./answer.ts";
import { answerScore } from "./answer-score.ts";
import { sensitivityRows } from "./sensitivity-rows.ts";
import { namedContest, situationOf } from "./situation.ts";
import type { Work } from "./work.ts";

/** The questions that a page asks at every keystroke. */
export type QuickQuery =
  | { readonly kind: "winners" }
  | { readonly kind: "score"; readonly g: string }
  | {
      readonly kind: "sensitivity";
      readonly between: readonly [string, string];
      /** A threshold between the two, as the winner map gives it. */
      readonly at: Value;
    };

const STEPS = 20_000_000;

/**
 * The same answer as `answerQuery` gives, without a certificate; null where it takes more than straight score lines and
 * calculating with numbers, or where the query does not fit the scenario. A door of its own, so that a page can start
 * without roots, prover and checker; what it answers needs no proof.
 */
export function answerQuick(scenario: Scenario, query: QuickQuery, steps = STEPS): Answer | null {
  const work: Work = { budget: createBudget(steps), certify: () => null };
  try {
    return answerBy(scenario, query, work);
  } catch (error) {
    if (error instanceof Spent) return { kind: "undecided", missing: error.message };
    if (error instanceof RangeError) return null; // too deep: the full answer says so in words
    throw error;
  }
}

function answerBy(scenario: Scenario, query: QuickQuery, work: Work): Answer | null {
  switch (query.kind) {
    case "winners":
      return lineWinners(scenario, work);
    case "score": {
      const g = readExpr(query.g);
      return g.ok
        ? answerIn(answerScore({ scenario, query: { kind: "score", at: new Map([["g", g.value]]) }, work }))
        : null;
    }
    case "sensitivity":
      return sensitivityAt(scenario, query.between, query.at, work);
  }
}

/** Null unless all scores are straight lines with fractions: of other maps it takes a proof to be sure. */
function lineWinners(scenario: Scenario, { budget }: Work): Answer | null {
  const nothing = new Map();
  const situation = situationOf(scenario, nothing, ["g"]);
  if (!situation.ok || factsAbout(situation.value, "g").length > 0) return null;
  const axis = { over: "g", domain: { low: zero, high: null } };
  const named = namedContest(scenario, nothing);
  const map = lineMap(situation.value, axis, formulaWriter(named, axis, budget), budget);
  return map && { kind: "map", ...map, certificate: null };
}

/** Null where the threshold has no closed form. */
function sensitivityAt(
  scenario: Scenario,
  between: readonly [string, string],
  at: Value,
  work: Work,
): Answer | null {
  const threshold = at.exact === null ? null : readExpr(at.exact);
  if (threshold === null || !threshold.ok) return null;
  const rows = sensitivityRows({ scenario, at: new Map(), between, threshold: threshold.value, work });
  return { kind: "sensitivity", between, threshold: at, formula: null, rows, certificate: null };
}

const answerIn = (result: Result<Answer, unknown>): Answer | null => (result.ok ? result.value : null);
