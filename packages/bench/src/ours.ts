import { evaluate, holdsAt, must, readComparison, readExpr } from "@crux/core";
import { enclosed, parseRational, type Rational, toDecimal } from "@crux/core/exact";
import { answerQuery } from "@crux/solver";
import type { ClaimQuestion, PeerReply, Question } from "./protocol.ts";

/** Our own reply to an equation, asked twice in this process; the second run is timed, certificate included or not. */
export function askOurs(question: Question, certificate: boolean): PeerReply {
  const request = {
    query: {
      kind: "solve",
      equation: `${question.left} = ${question.right}`,
      for: question.unknown,
      assume: question.assume,
    },
  };
  answerQuery(request, { certificate });
  const start = performance.now();
  const reply = answerQuery(request, { certificate });
  const ms = performance.now() - start;
  if (!reply.ok || reply.answer.kind !== "solutions") return { id: question.id, status: "gave up", ms };
  const { holds, solutions } = reply.answer;
  const values = question.samples.map(({ env }) => {
    const values = new Map(
      Object.entries(env).map(([name, text]) => [name, must(parseRational(text), text)]),
    );
    return solutions
      .filter((one) => one.conditions.every((condition) => holdsText(condition, values)))
      .map((one) => (one.exact === null ? must(one.decimal, "a decimal") : decimalOf(one.exact, values)));
  });
  return {
    id: question.id,
    status: "answered",
    ms,
    everywhere: holds === "everywhere",
    values,
    raw: solutions.map((one) => one.exact).join(" ; "),
  };
}

/** Our own verdict on a claim, asked twice; `independent` is refuted with an example. */
export function judgeOurs(
  question: ClaimQuestion,
  certificate: boolean,
): { readonly verdict: string; readonly ms: number } {
  const request = { query: { kind: "judge", claim: question.claim, assume: question.assume } };
  answerQuery(request, { certificate });
  const start = performance.now();
  const reply = answerQuery(request, { certificate });
  const ms = performance.now() - start;
  if (!reply.ok || reply.answer.kind !== "judge") return { verdict: "undecided", ms };
  const { verdict, example } = reply.answer;
  return { verdict: verdict === "refuted" && example !== null ? "independent" : verdict, ms };
}

function holdsText(text: string, env: ReadonlyMap<string, Rational>): boolean {
  const read = readComparison(text);
  return read.ok && holdsAt(read.value, env) === true;
}

function decimalOf(text: string, env: ReadonlyMap<string, Rational>): string {
  const read = readExpr(text);
  if (!read.ok) return "";
  const value = evaluate(read.value, env, 256);
  if (value.kind === "exact") return toDecimal(value.value, 45);
  return value.kind === "enclosed" ? toDecimal(enclosed.middleOf(value.range), 45) : "";
}
