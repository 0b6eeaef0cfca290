import type { Scenario } from "@crux/core";
import { printRational } from "@crux/core/exact";
import { cruxesBetween } from "../disagreement/cruxes.ts";
import { flipSets } from "../disagreement/flip-sets.ts";
import { winnersIn, winnersKey } from "../disagreement/outcomes.ts";
import type { CruxesAnswer, FlipSetsAnswer } from "./answer.ts";
import { nearestFlips } from "./nearest-flips.ts";
import type { Query } from "./request.ts";
import type { Work } from "./work.ts";

/** On what two positions come apart, and how much each point makes up. */
export function answerCruxes({ a, b }: Query & { kind: "cruxes" }, work: Work): CruxesAnswer {
  const found = cruxesBetween(a, b, work.budget);
  const { winners, differences, flipA, flipB, both, search, shares } = found;
  const apart = winnersKey(winners.a) === winnersKey(winners.b) ? nearestFlips(a, b, work) : null;
  return {
    kind: "cruxes",
    winners,
    differences: differences.map(({ edit: _edit, ...one }, at) => ({
      ...one,
      share: shares.kind === "shares" ? (shares.values[at] ?? null) : null,
    })),
    flipA,
    flipB,
    both,
    search,
    apart: apart?.map(({ flip }) => flip) ?? null,
    missing: shares.kind === "shares" ? "" : shares.missing,
    certificate: work.certify(() => ({
      kind: "cruxes",
      maps: (apart ?? []).map(({ shown }) => shown && { map: shown.map, proof: shown.proof() }),
    })),
  };
}

/** Which objections would change the winner, alone or together. */
export function answerFlipSets(
  scenario: Scenario,
  { objections, g }: Query & { kind: "flip-sets" },
  work: Work,
): FlipSetsAnswer {
  return {
    kind: "flip-sets",
    at: { g: printRational(g) },
    winners: winnersIn({ scenario, g }),
    ...flipSets(scenario, g, objections, work.budget),
    certificate: work.certify(() => ({ kind: "recompute" })),
  };
}
