import type { Proof } from "@crux/solver";

/** The parts of a proof of a verdict, by the names under which certificates describe them. */
export type ClaimProof = Extract<Proof, { kind: "claim" }>["claim"];
export type Tree = Extract<ClaimProof, { kind: "proved" }>["tree"];
export type Rule = Extract<Tree, { kind: "derive" }>["rule"];
export type Instance = Extract<Rule, { kind: "known" }>["instance"];
export type SumTerm = Extract<Tree, { kind: "identity" }>["terms"][number];
