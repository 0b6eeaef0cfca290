import type { Contest, Issue, Result, Scenario } from "@crux/core";
import { err, issue, ok, printComparison, unknownsOf } from "@crux/core";
import type { MapProof } from "../certificate/map-proof.ts";
import { withoutAxisFacts } from "../map/axis-facts.ts";
import { axisOf } from "../map/axis-range.ts";
import { winnerCases } from "../map/cases.ts";
import { casesProof } from "../map/cases-proof.ts";
import { isNumeric } from "../map/numeric-map.ts";
import { proverOracle } from "../map/oracle.ts";
import { winnerMap } from "../map/winner-map.ts";
import type { Answer, CasesAnswer, WinnerMap } from "./answer.ts";
import type { Given, Query } from "./request.ts";
import { namedContest, situationOf } from "./situation.ts";
import type { Asked, Work } from "./work.ts";

/** Who wins where along an axis: one map, or cases where other costs are unknown. */
export function answerWinners({
  scenario,
  query,
  work,
}: Asked<Query & { kind: "winners" }>): Result<Answer, readonly Issue[]> {
  const found = mapFor(scenario, query.over, query.at, work);
  if (!found.ok) return found;
  const { value } = found;
  const certificate = work.certify(() => ({ kind: "map", map: value.proof() }));
  return ok(
    value.kind === "map" ? { kind: "map", ...value.map, certificate } : { ...value.answer, certificate },
  );
}

/** A map or cases, and what proves them. */
export type FoundMap =
  | { readonly kind: "map"; readonly map: WinnerMap; readonly proof: () => MapProof }
  | { readonly kind: "cases"; readonly answer: CasesAnswer; readonly proof: () => MapProof };

/** The winner map of a scenario with the given values put in; issues where the query does not fit the scenario. */
export function mapFor(
  scenario: Scenario,
  over: string,
  at: Given,
  { budget }: Work,
): Result<FoundMap, readonly Issue[]> {
  if (at.has(over)) {
    const hint = "leave it out of at, or choose another axis";
    return err([issue("fixed-axis", `axis with a value: ${over}`, { path: ["query", "over"], hint })]);
  }
  const situation = situationOf(scenario, at, [over]);
  if (!situation.ok) return situation;
  const contest = situation.value;
  const axis = axisOf(contest, over, budget);
  if (isNumeric(contest, over)) {
    const named = over === "g" ? namedContest(scenario, at) : null;
    return ok({ kind: "map", ...winnerMap(contest, axis, named, budget) });
  }
  return ok(casesFor(withRate(withoutAxisFacts(contest, over), over), axis, budget));
}

/** The contest with `g` among its positive unknowns, where it is one beside another axis. */
function withRate(contest: Contest, over: string): Contest {
  const isOpen = over !== "g" && unknownsOf(...contest.entrants.map(({ score }) => score)).includes("g");
  if (!isOpen) return contest;
  return { ...contest, unknowns: [...contest.unknowns, "g"], positive: [...contest.positive, "g"] };
}

function casesFor(
  contest: Contest,
  axis: Parameters<typeof winnerCases>[1],
  budget: Work["budget"],
): FoundMap {
  const oracle = proverOracle(contest, budget);
  const found = winnerCases(contest, axis, oracle, budget);
  const cases = found.cases.map(({ when, map }) => ({ when: when.map(printComparison), ...map }));
  return {
    kind: "cases",
    answer: { kind: "cases", over: axis.over, cases, certificate: null },
    proof: () => casesProof(contest, axis, oracle, found),
  };
}
