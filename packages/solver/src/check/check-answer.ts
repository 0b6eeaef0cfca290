import { type Budget, createBudget, err, ok, type Result, Spent, unreachable } from "@crux/core";
import type { Proof } from "../certificate/certificate.ts";
import type { Answer } from "../query/answer.ts";
import { checkCases } from "./check-cases.ts";
import { checkClaim } from "./check-claim.ts";
import { checkCompare } from "./check-compare.ts";
import { checkCruxes } from "./check-cruxes.ts";
import { checkFlipSets } from "./check-flip-sets.ts";
import { checkMap } from "./check-map.ts";
import { checkScore } from "./check-score.ts";
import { checkSensitivity } from "./check-sensitivity.ts";
import { checkSolutions } from "./check-solutions.ts";
import { casesQuestion, mapQuestion } from "./map-question.ts";
import { neededScenario, type Query, query } from "./question.ts";
import { type BareAnswer, bareAnswer } from "./read-answer.ts";
import { certificate as certificateShape } from "./read-proof.ts";
import { type CheckFailure, demand, Refused, refuse } from "./refusal.ts";
import { solutionsQuestion } from "./solutions-question.ts";

export type { CheckFailure } from "./refusal.ts";

/** Steps of work after which a check ends, with the answer refused. */
const DEFAULT_STEPS = 50_000_000;
/** The step that fails where the budget does not suffice. */
export const CARRY_OUT = "carry out the check";
const UNDECIDED = "an undecided answer claims nothing to check";

/**
 * Whether an answer, with its certificate inside, is right in every word: the question is put anew from the request in
 * the certificate, and nothing that the answer says is taken for granted. `valid`, or the first thing that does not
 * hold. Never throws, whatever it is given; what can't be followed within `steps`, or before `isLate`, is refused.
 */
export function checkAnswer(
  answer: Answer | unknown,
  {
    steps = DEFAULT_STEPS,
    isLate,
  }: { readonly steps?: number; readonly isLate?: (() => boolean) | undefined } = {},
): Result<"valid", CheckFailure> {
  try {
    checkAll(answer, createBudget(steps, isLate));
    return ok("valid");
  } catch (error) {
    if (error instanceof Refused) return err(error.failure);
    const message = error instanceof Spent ? error.message : "the check could not be carried out";
    return err({ step: CARRY_OUT, path: [], message });
  }
}

function checkAll(answer: unknown, budget: Budget): void {
  demand(typeof answer === "object" && answer !== null, "read the answer", [], "not an object");
  const { certificate: json, ...rest } = answer as Record<string, unknown>;
  const bare = bareAnswer(rest, []);
  if (bare.kind === "undecided") refuse("read the answer", ["kind"], UNDECIDED);
  demand(json !== null && json !== undefined, "read the answer", ["certificate"], "there is no certificate");
  const { request, proof } = certificateShape(json, ["certificate"]);
  const asked = query(request.query, ["certificate", "request", "query"]);
  checkKind(bare, asked, request.scenario, proof, budget);
}

function checkKind(bare: BareAnswer, asked: Query, scenario: unknown, proof: Proof, budget: Budget): void {
  switch (bare.kind) {
    case "solutions": {
      if (asked.kind !== "solve" && asked.kind !== "crossovers") refuseKind(bare, asked);
      checkSolutions(bare, proof, solutionsQuestion(asked, scenario, budget), budget);
      break;
    }
    case "break-even": {
      if (asked.kind !== "break-even") refuseKind(bare, asked);
      const isAsked = bare.of === asked.of && bare.between.join(" ") === asked.between.join(" ");
      demand(isAsked, "match answer and request", ["of"], "not the cost and programs that were asked about");
      checkSolutions(bare, proof, solutionsQuestion(asked, scenario, budget), budget);
      break;
    }
    case "map": {
      if (asked.kind !== "winners") refuseKind(bare, asked);
      if (proof.kind !== "map") refuse("read the proof", ["certificate", "proof", "kind"], "not of a map");
      const question = mapQuestion(asked, neededScenario(scenario), budget);
      checkMap(bare, proof.map, question, { answer: [], proof: ["certificate", "proof", "map"] }, budget);
      break;
    }
    case "judge": {
      if (asked.kind !== "judge") refuseKind(bare, asked);
      if (proof.kind !== "claim")
        refuse("read the proof", ["certificate", "proof", "kind"], "not of a claim");
      checkClaim(bare, proof.claim, asked, scenario, budget);
      break;
    }
    case "score":
      if (asked.kind !== "score" || proof.kind !== "recompute") refuseKind(bare, asked);
      checkScore(bare, asked, scenario, budget);
      break;
    case "sensitivity":
      if (asked.kind !== "sensitivity" || proof.kind !== "recompute") refuseKind(bare, asked);
      checkSensitivity(bare, asked, scenario, budget);
      break;
    case "compare":
      if (asked.kind !== "compare" || proof.kind !== "compare") refuseKind(bare, asked);
      checkCompare(bare, proof, asked, scenario, budget);
      break;
    case "cases": {
      if (asked.kind !== "winners" || proof.kind !== "map" || proof.map.kind !== "cases")
        refuseKind(bare, asked);
      checkCases(bare, proof.map, casesQuestion(asked, neededScenario(scenario), budget));
      break;
    }
    case "cruxes":
      if (asked.kind !== "cruxes" || proof.kind !== "cruxes") refuseKind(bare, asked);
      checkCruxes(bare, proof, asked, scenario, budget);
      break;
    case "flip-sets":
      if (asked.kind !== "flip-sets" || proof.kind !== "recompute") refuseKind(bare, asked);
      checkFlipSets(bare, asked, scenario, budget);
      break;
    case "undecided":
      refuse("read the answer", ["kind"], UNDECIDED);
      break;
    default:
      unreachable(bare);
  }
}

function refuseKind(bare: BareAnswer, asked: Query): never {
  return refuse(
    "match answer and request",
    ["kind"],
    `not an answer to a query of kind ${asked.kind}: ${bare.kind}`,
  );
}
