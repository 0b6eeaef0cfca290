import { type Budget, type Scenario, Spent } from "@crux/core";
import type { Certificate, Proof } from "../certificate/certificate.ts";
import type { AskFactors } from "../equation/equation.ts";
import type { Request } from "./request.ts";

/** What answering a query may use up, and how it certifies what it found. */
export type Work = {
  readonly budget: Budget;
  /**
   * The certificate with the proof that `make` gives; null when certificates are switched off, and where what is left
   * of the budget does not suffice to write the proof down.
   */
  readonly certify: (make: () => Proof) => Certificate | null;
  /** Proposes factors of polynomials; see `AnswerOptions`. */
  readonly askFactors?: AskFactors;
};

/** Work on one request. */
export function workOn(
  request: Request,
  budget: Budget,
  withCertificate: boolean,
  askFactors?: AskFactors,
): Work {
  return {
    budget,
    ...(askFactors === undefined ? {} : { askFactors }),
    certify: (make) => (withCertificate ? certificateOf(request, make) : null),
  };
}

function certificateOf(request: Request, make: () => Proof): Certificate | null {
  try {
    return { format: "crux/certificate", version: 1, request: request.written, proof: make() };
  } catch (error) {
    if (error instanceof Spent) return null;
    throw error;
  }
}

/** A query about a scenario, which is there. */
export type Asked<Q> = { readonly scenario: Scenario; readonly query: Q; readonly work: Work };
