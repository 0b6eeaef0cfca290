import type { Proof } from "@crux/solver";

/** The parts of a proof of a verdict, by the names under which certificates describe them. */
export type ClaimProof = Extract<Proof, { kind: "claim" }>["claim"];
/** A step of a proof with the steps that it rests on. */
export type Tree = Extract<ClaimProof, { kind: "proved" }>["tree"];
/** How a step follows from those before it. */
export type Rule = Extract<Tree, { kind: "derive" }>["rule"];
/** A known inequality with expressions put in. */
export type Instance = Extract<Rule, { kind: "known" }>["instance"];
/** A summand of an identity. */
export type SumTerm = Extract<Tree, { kind: "identity" }>["terms"][number];
