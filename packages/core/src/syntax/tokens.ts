import { type Issue, issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";
import { DEEPEST_NESTING, LONGEST_FORMULA, MOST_DIGITS, MOST_ISSUES } from "./limits.ts";

/** A piece of a formula's text; `start` and `end` count characters of the text. */
export type Token = {
  readonly kind: "number" | "name" | "sign" | "relation";
  /** As written, but signs such as `≤` in their plain form. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const PIECE =
  /(?<space>\s+)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_\u0391-\u03A9\u03B1-\u03C9][A-Za-z0-9_\u0391-\u03A9\u03B1-\u03C9]*)|(?<relation><=|>=|!=|==|[<>=≤≥≠])|(?<sign>[-+*/^(),:−·×])/uy;

const PLAIN: ReadonlyMap<string, string> = new Map([
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["==", "="],
  ["−", "-"],
  ["·", "*"],
  ["×", "*"],
]);

/** The pieces of a formula or claim, within the limits on length, nesting and digits; else every mistake found. */
export function tokensOf(text: string): Result<readonly Token[], readonly Issue[]> {
  if (text.length > LONGEST_FORMULA) {
    const message = `formula too long: ${text.length} characters`;
    return err([issue("too-long", message, { hint: `at most ${LONGEST_FORMULA} characters` })]);
  }
  const tokens: Token[] = [];
  const issues: Issue[] = [];
  for (let start = 0; start < text.length; ) {
    PIECE.lastIndex = start;
    const groups = PIECE.exec(text)?.groups;
    if (groups === undefined) {
      const char = String.fromCodePoint(text.codePointAt(start) ?? 0);
      if (issues.length < MOST_ISSUES) issues.push(unexpected(char, start));
      start += char.length;
      continue;
    }
    const end = PIECE.lastIndex;
    const token = tokenOf(groups, start, end);
    if (token !== undefined) tokens.push(token);
    start = end;
  }
  if (issues.length > 0) return err(issues);
  const more = [...numberIssues(tokens), ...nestingIssues(tokens)];
  return more.length > 0 ? err(more.slice(0, MOST_ISSUES)) : ok(tokens);
}

function tokenOf(groups: Record<string, string | undefined>, start: number, end: number): Token | undefined {
  for (const kind of ["number", "name", "sign", "relation"] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text: PLAIN.get(text) ?? text, start, end };
  }
  return undefined;
}

const REASONS: readonly (readonly [string, string])[] = [
  [`"'\``, "a formula has no strings"],
  ["[]{}", "a formula has no lists or indexing; use round brackets"],
  [".", "a formula has no property access; a decimal point needs a digit next to it"],
  ["!", "a formula has no factorials; unequal is !="],
  ["%", "write a percentage as a fraction, e.g. 3/100"],
  ["&|~", "join claims with the words and, or, not"],
  [";", "one formula at a time"],
];

function unexpected(char: string, start: number): Issue {
  const hint =
    REASONS.find(([chars]) => chars.includes(char))?.[1] ?? "use letters, digits and + - * / ^ ( )";
  const span = { start, end: start + char.length };
  return issue("unexpected-character", `unexpected character: ${showText(char)}`, { span, hint });
}

function* numberIssues(tokens: readonly Token[]): Iterable<Issue> {
  for (const { kind, text, start, end } of tokens) {
    if (kind !== "number") continue;
    const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
    const size = digits.length + Math.abs(Number(exponent));
    if (size <= MOST_DIGITS) continue;
    yield issue("too-many-digits", `number too long: ${showText(text, 20)}`, {
      span: { start, end },
      hint: `at most ${MOST_DIGITS} digits`,
    });
  }
}

/** Brackets count, and so do repeated signs and powers of powers, since each is one level of the tree. */
function* nestingIssues(tokens: readonly Token[]): Iterable<Issue> {
  const levels = [0];
  let depth = 0;
  let afterOperand = false;
  for (const { text, kind, start, end } of tokens) {
    const level = levels.at(-1) ?? 0;
    if (text === "(") {
      levels.push(0);
      depth += 1;
    } else if (text === ")") {
      if (levels.length > 1) depth -= 1 + (levels.pop() ?? 0);
    } else if (text === "^" || text === "not" || (kind === "sign" && !afterOperand && text !== ",")) {
      levels[levels.length - 1] = level + 1;
      depth += 1;
    } else if (kind === "sign" || kind === "relation") {
      levels[levels.length - 1] = 0;
      depth -= level;
    }
    afterOperand = kind === "number" || kind === "name" || text === ")";
    if (depth > DEEPEST_NESTING) {
      yield issue("too-deep", `nesting too deep: more than ${DEEPEST_NESTING} levels`, {
        span: { start, end },
        hint: "name a part of it as a parameter or a term",
      });
      return;
    }
  }
}
