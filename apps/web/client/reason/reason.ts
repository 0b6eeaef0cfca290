import type { Issue } from "@crux/core";
import type { ProofLine } from "@crux/present/words";
import type { JudgeAnswer } from "@crux/solver";

/** A claim to be judged. `scenario` is a scenario as JSON, or names one of the library with its patches. */
export type JudgeTask = {
  readonly kind: "judge";
  readonly scenario: unknown;
  readonly claim: string;
  readonly assume: readonly string[];
};

/** A verdict with its proof in lines; or what is wrong with the claim. Plain data: it travels from the worker. */
export type Judged =
  | {
      readonly kind: "verdict";
      readonly answer: Omit<JudgeAnswer, "certificate">;
      readonly proof: readonly ProofLine[];
    }
  | { readonly kind: "wrong"; readonly issues: readonly Issue[] };
