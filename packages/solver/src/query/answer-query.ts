import type { Issue, Result } from "@crux/core";
import { createBudget, must, ok, Spent, unreachable } from "@crux/core";
import type { AskFactors } from "../equation/equation.ts";
import type { Answer, Reply } from "./answer.ts";
import { answerCompare } from "./answer-compare.ts";
import { answerCruxes, answerFlipSets } from "./answer-disagreement.ts";
import { answerJudge } from "./answer-judge.ts";
import { answerScore } from "./answer-score.ts";
import { answerSensitivity } from "./answer-sensitivity.ts";
import { answerBreakEven, answerCrossovers, answerSolve } from "./answer-solutions.ts";
import { answerWinners } from "./answer-winners.ts";
import { idOf, readRequest } from "./read-request.ts";
import type { Request } from "./request.ts";
import { verified } from "./verified.ts";
import { type Work, workOn } from "./work.ts";

/** How much an answer may cost, and what it carries. */
export type AnswerOptions = {
  /** Steps of work, after which the answer is "undecided"; the default is right for a person who waits. */
  readonly steps?: number;
  /** Says that time is up; looked at now and then. The clock stays with the caller. */
  readonly isLate?: () => boolean;
  /** Whether answers carry their certificate; they do unless this is false. */
  readonly certificate?: boolean;
  /** Proposes factors of polynomials that do not come apart; nothing proposed is believed. See `cas/solve-with-cas.ts`. */
  readonly askFactors?: AskFactors;
};

/** Steps of work for one request unless the caller says otherwise. */
const DEFAULT_STEPS = 8_000_000;

/**
 * The reply to one request, given as JSON: an answer, or every issue of a request that cannot be read.
 * Never throws for anything that a person can write; a question that the budget does not suffice for is "undecided".
 */
export function answerQuery(raw: unknown, options: AnswerOptions = {}): Reply {
  const request = readRequest(raw);
  if (!request.ok) return { id: idOf(raw), ok: false, issues: request.error };
  const { id } = request.value;
  const answer = answerRequest(request.value, options);
  return answer.ok ? { id, ok: true, answer: answer.value } : { id, ok: false, issues: answer.error };
}

/** The answer to a request that has been read; issues where the query does not fit its scenario. */
export function answerRequest(
  request: Request,
  options: AnswerOptions = {},
): Result<Answer, readonly Issue[]> {
  const { steps = DEFAULT_STEPS, isLate, certificate = true, askFactors } = options;
  const work = workOn(request, createBudget(steps, isLate), askFactors);
  try {
    const answer = answerBy(request, work);
    if (!answer.ok) return answer;
    const sure = verified(answer.value, { steps, isLate });
    return ok(certificate || sure.kind === "undecided" ? sure : { ...sure, certificate: null });
  } catch (error) {
    if (error instanceof Spent) return ok({ kind: "undecided", missing: error.message });
    if (error instanceof RangeError)
      return ok({ kind: "undecided", missing: "a formula that is less deep or long" });
    throw error;
  }
}

function answerBy({ scenario, query }: Request, work: Work): Result<Answer, readonly Issue[]> {
  if (query.kind === "solve") return ok(answerSolve(scenario, query, work));
  if (query.kind === "judge") return ok(answerJudge(scenario, query, work));
  const known = must(scenario, "the reader asks for a scenario");
  switch (query.kind) {
    case "winners":
      return answerWinners({ scenario: known, query, work });
    case "crossovers":
      return answerCrossovers({ scenario: known, query, work });
    case "break-even":
      return answerBreakEven({ scenario: known, query, work });
    case "score":
      return answerScore({ scenario: known, query, work });
    case "sensitivity":
      return answerSensitivity({ scenario: known, query, work });
    case "compare":
      return answerCompare({ scenario: known, query, work });
    case "cruxes":
      return ok(answerCruxes(query, work));
    case "flip-sets":
      return ok(answerFlipSets(known, query, work));
    default:
      return unreachable(query);
  }
}
