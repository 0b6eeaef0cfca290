import { answerQuery } from "@crux/solver";
import type { FullSolver } from "./session.ts";

/** The whole solver, claims and symbols included. Large: imported only when a question needs it. */
export const fullSolver: FullSolver = (request) => answerQuery(request, { certificate: false });
