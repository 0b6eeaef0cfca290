import { create, type MathNode, parseDependencies } from "mathjs/number";
import { must } from "../base/assert.ts";
import { type Issue, issue, type Span } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";
import type { Expr } from "../expr/expr.ts";
import { depthOf } from "../expr/walk.ts";
import { growsTooLarge } from "./growth.ts";
import { DEEPEST_TREE, MOST_DIGITS, MOST_ISSUES } from "./limits.ts";
import { isClaimWord } from "./names.ts";
import { exprOfNode } from "./node.ts";
import type { Token } from "./tokens.ts";

/**
 * mathjs parses; nothing else of it is used. It sees only brackets, operators and stand-ins (`v0`, `v1`, …) for
 * names and numbers, so that no word means anything special to it and no number passes through a double.
 */
const parser = create(must(parseDependencies, "mathjs offers its parser"), {});

/** The formula that the tokens spell; `end` is where the text ends, for a mistake at the end. */
export function parseTokens(tokens: readonly Token[], end: number): Result<Expr, readonly Issue[]> {
  if (tokens.length === 0) {
    const hint = "write a number or a formula";
    return err([issue("empty-formula", "empty formula", { span: { start: end, end }, hint })]);
  }
  const spelling = spellingIssues(tokens);
  if (spelling.length > 0) return err(spelling.slice(0, MOST_ISSUES));
  const node = parseStandIns(tokens, end);
  if (!node.ok) return node;
  const issues: Issue[] = [];
  const expr = exprOfNode(node.value, { tokens, issues });
  if (issues.length > 0) return err(issues.slice(0, MOST_ISSUES));
  if (depthOf(expr) > DEEPEST_TREE) {
    const hint = `at most ${DEEPEST_TREE} operations in a row`;
    return err([issue("too-deep", "formula too deep", { span: spanOf(tokens), hint })]);
  }
  if (!growsTooLarge(expr)) return ok(expr);
  const message = `number too large: more than ${MOST_DIGITS} digits when evaluated`;
  return err([issue("number-too-large", message, { span: spanOf(tokens), hint: "use smaller powers" })]);
}

const spanOf = (tokens: readonly Token[]): Span => ({
  start: must(tokens[0], "a formula has a first token").start,
  end: must(tokens.at(-1), "a formula has a last token").end,
});

/** Mistakes that show in neighbouring tokens, before the text is parsed. */
function spellingIssues(tokens: readonly Token[]): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [index, token] of tokens.entries()) {
    const { text, start, end } = token;
    const place = { span: { start, end } };
    if (token.kind === "relation") {
      const hint = "a formula is one side of a comparison; nothing is assigned";
      issues.push(issue("unexpected-relation", `unexpected relation: ${text}`, { ...place, hint }));
    }
    if (text === ":") {
      const hint = "only a claim may begin with exists g:";
      issues.push(issue("unexpected-character", "unexpected character: :", { ...place, hint }));
    }
    if (token.kind === "name" && isClaimWord(text)) {
      const hint = "this word joins claims; a formula has only numbers";
      issues.push(issue("unexpected-word", `unexpected word: ${text}`, { ...place, hint }));
    }
    const next = tokens[index + 1];
    if (next !== undefined && isProductWithoutSign(token, next)) {
      const hint = `write * between ${showText(text)} and ${showText(next.text)}`;
      const message = `missing operator before: ${showText(next.text)}`;
      issues.push(issue("missing-operator", message, { span: { start: next.start, end: next.end }, hint }));
    }
  }
  return issues;
}

/** `2g`, `2 g` and `(a)(b)` are refused: whether `1/2g` is `g/2` or `1/(2*g)` would be a guess. */
function isProductWithoutSign(left: Token, right: Token): boolean {
  const ends = left.kind === "number" || left.kind === "name" || left.text === ")";
  const starts = right.kind === "number" || right.kind === "name" || right.text === "(";
  if (isClaimWord(left.text) || isClaimWord(right.text)) return false;
  const isCall = left.kind === "name" && right.text === "(";
  return ends && starts && !isCall;
}

function parseStandIns(tokens: readonly Token[], end: number): Result<MathNode, readonly Issue[]> {
  const offsets: number[] = [];
  let text = "";
  for (const [index, token] of tokens.entries()) {
    offsets.push(text.length);
    text += token.kind === "sign" ? token.text : `v${index}`;
  }
  try {
    return ok(parser.parse(text));
  } catch (error) {
    const reached = error instanceof Error && "char" in error ? Number(error.char) - 1 : text.length;
    const index = offsets.findLastIndex((offset) => offset <= reached);
    const token = reached < text.length ? tokens[index] : undefined;
    if (token === undefined) {
      const hint = "a bracket is not closed, or an operand is missing";
      return err([issue("syntax", "unexpected end of the formula", { span: { start: end, end }, hint })]);
    }
    const hint =
      token.text === ")"
        ? "a bracket is not opened, or an operand is missing"
        : "an operand is missing before it";
    const span = { start: token.start, end: token.end };
    return err([issue("syntax", `unexpected: ${showText(token.text)}`, { span, hint })]);
  }
}
