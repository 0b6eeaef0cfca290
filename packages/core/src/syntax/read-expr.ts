import type { Issue } from "../base/issue.ts";
import type { Result } from "../base/result.ts";
import type { Expr } from "../expr/expr.ts";
import { parseTokens } from "./parse-tokens.ts";
import { tokensOf } from "./tokens.ts";

/**
 * Reads a formula: numbers, names, `+ - * / ^`, brackets, the functions of `FunctionName`, `c(TERM)`, `t(TERM)` and
 * `score(PROGRAM)`. Every issue has a span in `text`. A product needs its sign: `2g` and `2 g` are refused, since
 * `1/2g` has two readings. Nothing is simplified, but `2/3` and `-2` are one number each.
 */
export function readExpr(text: string): Result<Expr, readonly Issue[]> {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const tokens = tokensOf(text);
  const read = tokens.ok ? parseTokens(tokens.value, text.length) : tokens;
  if (text.length <= LONGEST_KEPT) keep(text, read);
  return read;
}

/**
 * What was read of the texts read last. While someone types, one formula of a scenario changes at a time and all
 * others are read again; results are frozen, so that they can be shared.
 */
const recent = new Map<string, Result<Expr, readonly Issue[]>>();
const MOST_KEPT = 2_000;
const LONGEST_KEPT = 600;

function keep(text: string, read: Result<Expr, readonly Issue[]>): void {
  if (recent.size >= MOST_KEPT) recent.clear();
  recent.set(text, read);
}
