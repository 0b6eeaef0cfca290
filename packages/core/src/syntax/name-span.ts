import type { Issue } from "../base/issue.ts";

const ABOUT_NAMES = ["unknown-name", "unknown-term", "unknown-program"];

/** The issue with the place of the unknown name inside the text at its path, where that can be found. */
export function withNameSpan(issue: Issue, json: unknown): Issue {
  if (issue.span !== null || !ABOUT_NAMES.includes(issue.code)) return issue;
  const text = textAt(json, issue.path);
  const name = issue.message.slice(issue.message.indexOf(": ") + 2);
  const start = text === undefined ? -1 : wordIndex(text, name);
  return start < 0 ? issue : { ...issue, span: { start, end: start + name.length } };
}

function textAt(json: unknown, path: readonly (string | number)[]): string | undefined {
  let value = json;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return typeof value === "string" ? value : undefined;
}

const isWordCharacter = (char: string): boolean => /[\p{L}\p{N}_]/u.test(char);

function wordIndex(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!isWordCharacter(before) && !isWordCharacter(after)) return at;
  }
  return -1;
}
