import type { Budget, Scenario } from "@crux/core";
import type { Certificate, Proof } from "../certificate/certificate.ts";
import type { Request } from "./request.ts";

/** What answering a query may use up, and how it certifies what it found. */
export type Work = {
  readonly budget: Budget;
  /** The certificate with the proof that `make` gives; null when certificates are switched off. */
  readonly certify: (make: () => Proof) => Certificate | null;
};

/** Work on one request. */
export function workOn(request: Request, budget: Budget, withCertificate: boolean): Work {
  return {
    budget,
    certify: (make) =>
      withCertificate
        ? { format: "crux/certificate", version: 1, request: request.written, proof: make() }
        : null,
  };
}

/** A query about a scenario, which is there. */
export type Asked<Q> = { readonly scenario: Scenario; readonly query: Q; readonly work: Work };
