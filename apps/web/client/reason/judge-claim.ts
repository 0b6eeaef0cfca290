import { proofLines } from "@crux/present/words";
import { answerQuery } from "@crux/solver";
import type { Judged, JudgeTask } from "./reason.ts";

/** The verdict on a claim with a proof to read; what is wrong where the claim can't be read. */
export function judgeClaim({ scenario, claim, assume }: JudgeTask): Judged {
  const reply = answerQuery({ scenario, query: { kind: "judge", claim, assume } });
  if (!reply.ok) return { kind: "wrong", issues: reply.issues };
  const { answer } = reply;
  if (answer.kind === "judge") {
    const { certificate: _, ...plain } = answer;
    return { kind: "verdict", answer: plain, proof: proofLines(answer) };
  }
  const missing = answer.kind === "undecided" ? answer.missing : "an answer of another kind";
  return { kind: "verdict", answer: { ...undecided, missing }, proof: [] };
}

const undecided = {
  kind: "judge",
  verdict: "undecided",
  counterexample: null,
  example: null,
  uses: [],
  repair: [],
  missing: "",
} as const;
