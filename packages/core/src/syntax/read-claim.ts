import { must } from "../base/assert.ts";
import { type Issue, issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";
import type { Claim } from "../claim/claim.ts";
import { isClaimWord } from "./names.ts";
import { parseComparison } from "./read-comparison.ts";
import { type Token, tokensOf } from "./tokens.ts";

type Joint = "iff" | "implies" | "or" | "and";

/** From the loosest to the tightest; `not` binds tighter than all, and `implies` groups to the right. */
const JOINTS: readonly Joint[] = ["iff", "implies", "or", "and"];

/**
 * Reads a claim: comparisons, `wins(P)` and `dominates(P, Q)`, joined by `not`, `and`, `or`, `implies`, `iff`
 * (tightest first), optionally after `exists g:`. Whether the programs exist is for the caller to say.
 */
export function readClaim(text: string): Result<Claim, readonly Issue[]> {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const issues: Issue[] = [];
  const [first, second, third] = tokens.value;
  const isExists = first?.text === "exists";
  if (isExists && (second?.text !== "g" || third?.text !== ":")) {
    const span = { start: first.start, end: first.end };
    return err([issue("syntax", "incomplete: exists", { span, hint: "write exists g: and then a claim" })]);
  }
  const claim = readJoined(isExists ? tokens.value.slice(3) : tokens.value, text.length, issues);
  if (issues.length > 0 || claim === undefined) return err(issues);
  return ok(isExists ? Object.freeze({ kind: "exists-g", of: claim }) : claim);
}

/** The claim that the tokens spell, split at its loosest joint; undefined after a mistake. */
function readJoined(tokens: readonly Token[], end: number, issues: Issue[], from = 0): Claim | undefined {
  for (let rank = from; rank < JOINTS.length; rank++) {
    const joint = must(JOINTS[rank], "a rank has a joint");
    const places = topLevelPlaces(tokens, joint);
    if (places.length === 0) continue;
    const parts = [...places, tokens.length].map((place, index) => {
      const slice = tokens.slice((places[index - 1] ?? -1) + 1, place);
      return readJoined(slice, tokens[place]?.start ?? end, issues, rank + 1);
    });
    if (parts.some((part) => part === undefined)) return undefined;
    return joined(
      joint,
      parts.filter((part) => part !== undefined),
    );
  }
  return readSingle(tokens, end, issues);
}

const joined = (kind: Joint, parts: readonly Claim[]): Claim =>
  kind === "implies"
    ? parts.reduceRight((right, left) => Object.freeze({ kind, left, right }))
    : parts.reduce((left, right) => Object.freeze({ kind, left, right }));

/** Where `word` stands outside all brackets. */
function topLevelPlaces(tokens: readonly Token[], word: string): readonly number[] {
  let depth = 0;
  const places: number[] = [];
  for (const [index, { text }] of tokens.entries()) {
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (depth === 0 && text === word) places.push(index);
  }
  return places;
}

function readSingle(tokens: readonly Token[], end: number, issues: Issue[]): Claim | undefined {
  const [first, second] = tokens;
  if (first === undefined) {
    const hint = "write a comparison, wins(P) or dominates(P, Q)";
    issues.push(issue("empty-claim", "empty claim", { span: { start: end, end }, hint }));
    return undefined;
  }
  if (first.text === "not") {
    const of = readSingle(tokens.slice(1), end, issues);
    return of && Object.freeze({ kind: "not", of });
  }
  if ((first.text === "wins" || first.text === "dominates") && second?.text === "(") {
    return readVerdict(first, tokens, issues);
  }
  if (isBracketedClaim(tokens)) {
    return readJoined(tokens.slice(1, -1), tokens.at(-1)?.start ?? end, issues);
  }
  const found = parseComparison(tokens, end);
  if (found.ok) return Object.freeze({ kind: "comparison", comparison: found.value });
  issues.push(...found.error);
  return undefined;
}

/** Whether one pair of brackets holds everything, and a claim, not a formula, is inside. */
function isBracketedClaim(tokens: readonly Token[]): boolean {
  if (tokens[0]?.text !== "(") return false;
  let depth = 0;
  const close = tokens.findIndex(({ text }) => {
    depth += text === "(" ? 1 : text === ")" ? -1 : 0;
    return depth === 0;
  });
  if (close !== tokens.length - 1) return false;
  return tokens.some(({ kind, text }) => kind === "relation" || (kind === "name" && isClaimWord(text)));
}

function readVerdict(head: Token, tokens: readonly Token[], issues: Issue[]): Claim | undefined {
  const kind = head.text === "wins" ? "wins" : "dominates";
  const [, , program, comma, other] = tokens;
  const wanted = kind === "wins" ? 4 : 6;
  const isComplete =
    tokens.length === wanted &&
    tokens.at(-1)?.text === ")" &&
    program?.kind === "name" &&
    (kind === "wins" || (comma?.text === "," && other?.kind === "name"));
  if (isComplete && program !== undefined) {
    if (kind === "wins") return Object.freeze({ kind, program: program.text });
    return Object.freeze({ kind, program: program.text, other: must(other, "a second program").text });
  }
  const hint = kind === "wins" ? "write wins(P) with one program" : "write dominates(P, Q) with two programs";
  const span = { start: head.start, end: tokens.at(-1)?.end ?? head.end };
  issues.push(issue("wrong-arguments", `wrong arguments: ${showText(head.text)}`, { span, hint }));
  return undefined;
}
