import {
  absolute,
  compare,
  divide,
  isZero,
  max,
  parseRational,
  type Rational,
  ratio,
  subtract,
} from "@crux/core/exact";
import type { PeerReply, Question } from "./protocol.ts";

/** How good an answer is: right to 25 digits, right to 1e-7, wrong, an empty list where roots exist, or no answer. */
export type Mark = "exact" | "approx" | "wrong" | "empty" | "gave up" | "hung";
/** All marks, best first. */
export const MARKS: readonly Mark[] = ["exact", "approx", "wrong", "empty", "gave up", "hung"];

/** The mark of a reply, judged at every sample. */
export function markOf(question: Question, reply: PeerReply): Mark {
  if (reply.status !== "answered") return reply.status;
  if (question.form === "all")
    return reply.everywhere === true ? "exact" : (reply.values?.flat().length ?? 0) > 0 ? "wrong" : "empty";
  if (reply.everywhere === true) return "wrong";
  const marks = question.samples.map((sample, i) => markAt(sample.roots, reply.values?.[i] ?? []));
  return MARKS.findLast((mark) => marks.includes(mark)) ?? "exact";
}

function markAt(expected: readonly string[], found: readonly string[]): Mark {
  const wanted = numbers(expected);
  const got = distinct(numbers(found));
  if (got.length === 0 && wanted.length > 0) return "empty";
  if (got.length !== wanted.length) return "wrong";
  const gaps = wanted.map((one, i) => gap(one, got[i] as Rational));
  if (gaps.every((one) => compare(one, ratio(1n, 10n ** 25n)) <= 0)) return "exact";
  return gaps.every((one) => compare(one, ratio(1n, 10n ** 7n)) <= 0) ? "approx" : "wrong";
}

const numbers = (texts: readonly string[]): Rational[] =>
  texts.flatMap((text) => parseRational(text.replace(/\.$/, "")) ?? []).sort(compare);

/** Roots printed twice, up to rounding, count once: peers repeat multiple roots. */
const distinct = (sorted: readonly Rational[]): Rational[] =>
  sorted.filter(
    (one, i) => i === 0 || compare(gap(one, sorted[i - 1] as Rational), ratio(1n, 10n ** 20n)) > 0,
  );

function gap(a: Rational, b: Rational): Rational {
  const size = max(absolute(a), absolute(b));
  return isZero(size) ? size : divide(absolute(subtract(a, b)), size);
}
