import type { Issue } from "@crux/core";
import type { Solve } from "@crux/present";
import { type Answer, type AnswerOptions, answerQuery, type Reply } from "@crux/solver";
import { withFactorsOf } from "@crux/solver/cas";
import { createNodeCas } from "@crux/solver/cas/node";
import { BadInput } from "./exit.ts";
import { issueLines, type JsonFile, type Source } from "./input.ts";

/** Beside the bundle lies the bundled worker; from the sources the worker is found by itself. */
const besideBundle = import.meta.url.endsWith("/crux.mjs")
  ? new URL("./cas-worker.mjs", import.meta.url)
  : undefined;

/** Started only when a question needs a polynomial in many symbols factored; what it proposes is checked. */
const cas = createNodeCas(besideBundle);

/** The reply to a request given as JSON. */
export const replyTo = (request: unknown, options: AnswerOptions = {}): Promise<Reply> =>
  withFactorsOf(cas, (askFactors) => answerQuery(request, { ...options, askFactors }));

/** Answers queries about one scenario. */
export const solver =
  (source: Source): Solve =>
  (query) =>
    replyTo({ scenario: source.json, query });

/** The answer to one query; throws `BadInput` with every issue, those in one of `files` (by its key in the query) at their place there. */
export async function answerOf(
  source: Source,
  query: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, JsonFile>> = {},
): Promise<Answer> {
  const reply = await solver(source)(query);
  if (reply.ok) return reply.answer;
  throw new BadInput(reply.issues.flatMap((one) => lineOf(one, files)));
}

function lineOf(one: Issue, files: Readonly<Record<string, JsonFile>>): readonly string[] {
  const [root, key, ...rest] = one.path;
  const file = root === "query" ? files[String(key)] : undefined;
  if (file !== undefined) return issueLines(file.name, [{ ...one, path: rest }], file.placeOf);
  const hint = one.code === "missing-value" ? "add it as --at NAME=VALUE, e.g. --at g=2" : one.hint;
  return issueLines("command line", [
    { ...one, path: root === "query" ? one.path.slice(1) : one.path, hint },
  ]);
}
