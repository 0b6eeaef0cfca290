import type { Solve } from "@crux/present";
import { type Answer, answerQuery } from "@crux/solver";
import { BadInput } from "./exit.ts";
import { issueLines, type Source } from "./input.ts";

/** Answers queries about one scenario. */
export const solver =
  (source: Source): Solve =>
  (query) =>
    Promise.resolve(answerQuery({ scenario: source.json, query }));

/** The answer to one query; throws `BadInput` with every issue. */
export async function answerOf(source: Source, query: Readonly<Record<string, unknown>>): Promise<Answer> {
  const reply = await solver(source)(query);
  if (reply.ok) return reply.answer;
  throw new BadInput(issueLines("command line", reply.issues));
}
