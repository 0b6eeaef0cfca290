import type { Candidates, Question } from "./messages.ts";
import { nerdamerFactors } from "./nerdamer-factors.ts";

/** What the worker replies: never throws; a failure is no candidates. */
export function answerQuestion({ id, text }: Question): Candidates {
  try {
    return { id, texts: nerdamerFactors(text) };
  } catch {
    return { id, texts: [] };
  }
}
