import { type Agenda, phaseOf } from "./phase.ts";

/** Whether what is said now stands under a pseudonym. */
export const isAnonymous = (session: Agenda & { readonly anonymous: boolean }): boolean =>
  session.anonymous || phaseOf(session)?.anonymous === true;
