import { type Issue, issue, type Span } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";

/** Longest JSON text that is read, in characters. */
export const LONGEST_JSON = 5_000_000;
const DEEPEST_JSON = 200;

/** A value together with its place in the text. */
type Node = {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  readonly children: ReadonlyMap<string | number, Node> | null;
};

/** A place in a text: lines and columns count from 1, `offset` from 0. */
export type TextPlace = { readonly line: number; readonly column: number; readonly offset: number };

/** JSON that was read from a text, and where in the text each of its parts is. */
export type JsonText = {
  readonly value: unknown;
  /** Where the value at `path` begins, or the character `span.start` of the text at `path`; the nearest part above if there is no such path. */
  placeOf(path: readonly (string | number)[], span?: Span | null): TextPlace;
};

/**
 * Reads JSON. The same key twice in one object is an issue, and so are a text or a nesting that is too long.
 * Every issue has a span in `text`. Keys such as `__proto__` are plain keys.
 */
export function readJson(text: string): Result<JsonText, readonly Issue[]> {
  if (text.length > LONGEST_JSON) {
    const hint = `at most ${LONGEST_JSON} characters`;
    return err([issue("too-long", `JSON too long: ${text.length} characters`, { hint })]);
  }
  const scan: Scan = { text, at: text.startsWith("\uFEFF") ? 1 : 0, duplicates: [] };
  try {
    const root = readNode(scan, 0);
    skipSpace(scan);
    if (scan.at < text.length) throw new Misspelt("unexpected text after the end", scan.at);
    if (scan.duplicates.length > 0) return err(scan.duplicates);
    return ok({
      value: root.value,
      placeOf: (path, span) => placeAt(text, offsetOf(text, root, path, span ?? null)),
    });
  } catch (error) {
    if (!(error instanceof Misspelt)) throw error;
    const span = { start: error.offset, end: Math.min(error.offset + 1, text.length) };
    return err([issue("invalid-json", error.message, { span, hint: error.hint })]);
  }
}

/** Line and column of an offset in a text. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1, offset };
}

/** Leaves the reader at the first mistake; caught by `readJson`. */
class Misspelt extends Error {
  readonly offset: number;
  readonly hint: string;
  constructor(message: string, offset: number, hint = "") {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
}

type Scan = { readonly text: string; at: number; readonly duplicates: Issue[] };

const SPACE = /[ \t\n\r]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function match(scan: Scan, pattern: RegExp): string | undefined {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text)?.[0];
  if (found !== undefined) scan.at += found.length;
  return found;
}

const skipSpace = (scan: Scan): void => {
  match(scan, SPACE);
};

function readNode(scan: Scan, depth: number): Node {
  skipSpace(scan);
  if (depth > DEEPEST_JSON) throw new Misspelt(`nesting too deep: more than ${DEEPEST_JSON} levels`, scan.at);
  const start = scan.at;
  const first = scan.text.charAt(start);
  if (first === "{") return readObject(scan, depth);
  if (first === "[") return readArray(scan, depth);
  const found = first === '"' ? readString(scan) : match(scan, LITERAL);
  if (found === undefined) throw new Misspelt(unexpected(scan), start, "write a value");
  return { value: JSON.parse(found), start, end: scan.at, children: null };
}

/** The string that begins here, with its quotes and escapes; JSON.parse judges the inside. */
function readString(scan: Scan): string {
  const start = scan.at;
  let end = start + 1;
  while (end < scan.text.length && scan.text.charAt(end) !== '"') {
    end += scan.text.charAt(end) === "\\" ? 2 : 1;
  }
  const found = scan.text.slice(start, end + 1);
  try {
    JSON.parse(found);
  } catch {
    throw new Misspelt("unfinished text", start, "close it with a quote; a line break in it is written \\n");
  }
  scan.at = end + 1;
  return found;
}

const unexpected = ({ text, at }: Scan): string =>
  at < text.length ? `unexpected character: ${showText(text.charAt(at))}` : "unexpected end";

function expectSign(scan: Scan, signs: string): string {
  skipSpace(scan);
  const found = scan.text.charAt(scan.at);
  if (found === "" || !signs.includes(found)) {
    throw new Misspelt(unexpected(scan), scan.at, `expected ${[...signs].join(" or ")}`);
  }
  scan.at += 1;
  return found;
}

/** Whether the bracket that was just opened closes at once. */
function closesAtOnce(scan: Scan, close: string): boolean {
  skipSpace(scan);
  if (scan.text.charAt(scan.at) !== close) return false;
  scan.at += 1;
  return true;
}

function readArray(scan: Scan, depth: number): Node {
  const start = scan.at;
  scan.at += 1;
  const children = new Map<number, Node>();
  if (!closesAtOnce(scan, "]")) {
    do children.set(children.size, readNode(scan, depth + 1));
    while (expectSign(scan, ",]") === ",");
  }
  return { value: [...children.values()].map((child) => child.value), start, end: scan.at, children };
}

function readObject(scan: Scan, depth: number): Node {
  const start = scan.at;
  scan.at += 1;
  const children = new Map<string, Node>();
  if (!closesAtOnce(scan, "}")) {
    do {
      skipSpace(scan);
      const from = scan.at;
      if (scan.text.charAt(from) !== '"')
        throw new Misspelt(unexpected(scan), from, "a key is in double quotes");
      const key: string = JSON.parse(readString(scan));
      if (children.has(key)) {
        const span = { start: from, end: scan.at };
        const hint = "remove one of the two";
        scan.duplicates.push(issue("duplicate-key", `duplicate key: ${showText(key)}`, { span, hint }));
      }
      expectSign(scan, ":");
      children.set(key, readNode(scan, depth + 1));
    } while (expectSign(scan, ",}") === ",");
  }
  // fromEntries makes own properties, whatever the key.
  const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
  return { value, start, end: scan.at, children };
}

function offsetOf(text: string, root: Node, path: readonly (string | number)[], span: Span | null): number {
  let node = root;
  for (const key of path) {
    const child = node.children?.get(key);
    if (child === undefined) return node.start;
    node = child;
  }
  return span !== null && typeof node.value === "string"
    ? offsetInString(text, node.start, span.start)
    : node.start;
}

/** Where character `index` of the string that begins at `start` is written; escapes take several characters. */
function offsetInString(text: string, start: number, index: number): number {
  let at = start + 1;
  for (let i = 0; i < index && text.charAt(at) !== '"'; i++) {
    at += text.charAt(at) !== "\\" ? 1 : text.charAt(at + 1) === "u" ? 6 : 2;
  }
  return at;
}
