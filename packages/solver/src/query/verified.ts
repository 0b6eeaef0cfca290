import type { Certificate, Proof } from "../certificate/certificate.ts";
import type { MapProof } from "../certificate/map-proof.ts";
import type { RootsProof } from "../certificate/roots-proof.ts";
import type { Value } from "../certificate/value.ts";
import { CARRY_OUT, checkAnswer } from "../check/check-answer.ts";
import type { Answer, JudgeAnswer } from "./answer.ts";

/** What is missing where the checker does not accept the proof. */
export const REFUSED = "a proof that the checker accepts";

/** How much the check of one answer may cost. */
export type CheckLimits = { readonly steps: number; readonly isLate?: (() => boolean) | undefined };

/**
 * The answer, if the checker accepts it; "undecided" otherwise, so that nothing is said that can't be proved to
 * somebody else. Answers that the checker accepts by construction, since it only has to calculate with fractions and
 * to count roots of polynomials, are not put to it again.
 */
export function verified(answer: Answer, limits: CheckLimits): Answer {
  if (answer.kind === "undecided" || isSure(answer)) return answer;
  if (answer.certificate === null) return undecided(answer, "a proof that can be written down");
  const checked = checkAnswer(answer, limits);
  if (checked.ok) return answer;
  return undecided(answer, checked.error.step === CARRY_OUT ? checked.error.message : REFUSED);
}

function undecided(answer: Answer, missing: string): Answer {
  if (answer.kind !== "judge") return { kind: "undecided", missing };
  return { ...NO_VERDICT, missing };
}

const NO_VERDICT: Omit<JudgeAnswer, "missing"> = {
  kind: "judge",
  verdict: "undecided",
  counterexample: null,
  example: null,
  uses: [],
  repair: [],
  certificate: null,
};

function isSure(answer: Exclude<Answer, { kind: "undecided" }>): boolean {
  switch (answer.kind) {
    case "judge":
      return answer.verdict === "undecided";
    case "flip-sets":
      return true;
    case "cruxes":
      return answer.differences.every(({ share }) => isOfFractions(share)) && isSureIn(answer);
    case "score":
      return answer.rows.every(({ c, t, score, margin }) => [c, t, score, margin].every(isFraction));
    case "sensitivity":
      return [answer.threshold, ...answer.rows.flatMap((row) => [row.derivative, row.elasticity])].every(
        isFraction,
      );
    default:
      return isSureIn(answer);
  }
}

const isSureIn = ({ certificate }: { readonly certificate: Certificate | null }): boolean =>
  certificate !== null && isSureProof(certificate.proof);

/** Whether a share is a quotient of sums of logarithms of fractions, as it is where all thresholds are fractions. */
const isOfFractions = (share: Value | null): boolean =>
  share === null ||
  (share.exact !== null && /^[-+*/() \d]*$/.test(share.exact.replaceAll(/log\(\d+(\/\d+)?\)/g, "1")));

/** Whether a value is a fraction, or there is none. */
const isFraction = (value: Value | null): boolean =>
  value === null || (value.exact !== null && /^-?\d+(\/\d+)?$/.test(value.exact));

function isSureProof(proof: Proof): boolean {
  switch (proof.kind) {
    case "roots":
      return isSureRoots(proof.roots);
    case "map":
      return isSureMap(proof.map);
    case "compare":
      return isSureMap(proof.before) && isSureMap(proof.after);
    case "cruxes":
      return proof.maps.every((one) => one === null || isSureMap(one.proof));
    case "recompute":
      return true;
    case "symbolic":
    case "claim":
      return false;
  }
}

const isSureRoots = ({ kind }: RootsProof): boolean => kind === "sturm" || kind === "identical";

const isSureMap = (proof: MapProof): boolean =>
  proof.kind === "lines" ||
  (proof.kind === "pairs" && proof.watched.every(({ roots }) => isSureRoots(roots)));
