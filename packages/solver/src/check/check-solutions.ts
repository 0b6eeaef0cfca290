import { type Budget, unknownsOf } from "@crux/core";
import type { Proof } from "../certificate/certificate.ts";
import { checkPlace } from "./check-place.ts";
import { checkRoots } from "./check-roots.ts";
import { checkSymbolic } from "./check-symbolic.ts";
import { claimedRoot } from "./check-values.ts";
import { isEmpty } from "./range.ts";
import { demand, refuse } from "./refusal.ts";
import type { Solutions, SolutionsQuestion } from "./solutions-shape.ts";

const STEP = "check the solutions";

/** Refuses a list of solutions unless they are right and complete. */
export function checkSolutions(
  answer: Solutions,
  proof: Proof,
  question: SolutionsQuestion,
  budget: Budget,
): void {
  if (proof.kind === "symbolic") checkSymbolic(answer, proof.solutions, question, budget);
  else checkNumericSolutions(answer, proof, question, budget);
}

/** Refuses a list of numbers unless they are all the zeros in the domain. */
function checkNumericSolutions(
  answer: Solutions,
  proof: Proof,
  question: SolutionsQuestion,
  budget: Budget,
): void {
  demand(
    answer.conditions.length === 0,
    STEP,
    ["conditions"],
    "without other unknowns there are no conditions",
  );
  demand(
    answer.degenerate.length === 0,
    STEP,
    ["degenerate"],
    "without other unknowns nothing can degenerate",
  );
  for (const [index, { conditions }] of answer.solutions.entries()) {
    const place = ["solutions", index, "conditions"];
    demand(conditions.length === 0, STEP, place, "without other unknowns there are no conditions");
  }
  const others = unknownsOf(question.f).filter((name) => name !== question.of);
  demand(
    others.length === 0,
    STEP,
    ["certificate", "proof", "kind"],
    `there is another unknown: ${others[0]}`,
  );
  if (proof.kind !== "roots") {
    const isNowhere = proof.kind === "recompute" && isEmpty(question.domain) && answer.solutions.length === 0;
    demand(isNowhere, STEP, ["certificate", "proof", "kind"], "a proof of roots is needed");
    demand(answer.holds === "nowhere", STEP, ["holds"], "the domain is empty");
    return;
  }
  const roots = answer.solutions.map((solution, index) =>
    claimedRoot(solution, ["solutions", index], budget),
  );
  const { f, of, domain } = question;
  const spots = checkRoots({ f, of, domain }, proof.roots, roots, ["solutions"], budget);
  const holds = spots === "everywhere" ? "everywhere" : spots.length > 0 ? "somewhere" : "nowhere";
  demand(answer.holds === holds, STEP, ["holds"], `it holds ${holds}`);
  if (spots === "everywhere") return;
  for (const [index, spot] of spots.entries()) {
    const { exact, decimal, isolating } =
      answer.solutions[index] ?? refuse(STEP, ["solutions"], "one is missing");
    const value = { exact, ...(decimal === undefined ? {} : { decimal }), ...(isolating && { isolating }) };
    checkPlace(value, spot, ["solutions", index], budget);
  }
}
