import type { Budget, Scenario } from "@crux/core";
import type { Certificate, Proof } from "../certificate/certificate.ts";
import type { AskFactors } from "../equation/equation.ts";
import type { Request } from "./request.ts";

/** What answering a query may use up, and how it certifies what it found. */
export type Work = {
  readonly budget: Budget;
  /** The certificate with the proof that `make` gives; null where none is wanted. */
  readonly certify: (make: () => Proof) => Certificate | null;
  /** Proposes factors of polynomials; see `AnswerOptions`. */
  readonly askFactors?: AskFactors;
};

/** Work on one request. Every answer is certified, since without its proof it could not be checked. */
export function workOn({ written }: Request, budget: Budget, askFactors?: AskFactors): Work {
  return {
    budget,
    ...(askFactors === undefined ? {} : { askFactors }),
    certify: (make) => ({ format: "crux/certificate", version: 1, request: written, proof: make() }),
  };
}

/** A query about a scenario, which is there. */
export type Asked<Q> = { readonly scenario: Scenario; readonly query: Q; readonly work: Work };
