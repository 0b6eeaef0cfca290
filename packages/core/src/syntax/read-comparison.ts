import { must } from "../base/assert.ts";
import { type Issue, issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Comparison, Relation } from "../expr/expr.ts";
import { comparison } from "../expr/make.ts";
import { parseTokens } from "./parse-tokens.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Reads `A = B`, also with `< <= != >= >` (or `≤ ≥ ≠`, `==`). Every issue has a span in `text`. */
export function readComparison(text: string): Result<Comparison, readonly Issue[]> {
  const tokens = tokensOf(text);
  return tokens.ok ? parseComparison(tokens.value, text.length) : tokens;
}

/** The comparison that the tokens spell; `end` is where their text ends. */
export function parseComparison(tokens: readonly Token[], end: number): Result<Comparison, readonly Issue[]> {
  const places = tokens.flatMap((token, index) => (token.kind === "relation" ? [index] : []));
  const [first, second] = places;
  if (first === undefined) {
    const hint = "compare two formulas with < <= = != >= or >";
    const span = { start: tokens[0]?.start ?? end, end };
    return err([issue("not-a-comparison", "no relation", { span, hint })]);
  }
  if (second !== undefined) {
    const { start, end: stop } = must(tokens[second], "the place of a relation");
    const hint = "compare two at a time and join them with and";
    return err([issue("chained-comparison", "more than one relation", { span: { start, end: stop }, hint })]);
  }
  const sign = must(tokens[first], "the place of a relation");
  const left = parseTokens(tokens.slice(0, first), sign.start);
  const right = parseTokens(tokens.slice(first + 1), end);
  if (left.ok && right.ok) return ok(comparison(left.value, sign.text as Relation, right.value));
  return err([...(left.ok ? [] : left.error), ...(right.ok ? [] : right.error)]);
}
