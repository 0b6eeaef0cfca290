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
  const tokens = tokensOf(text);
  return tokens.ok ? parseTokens(tokens.value, text.length) : tokens;
}
