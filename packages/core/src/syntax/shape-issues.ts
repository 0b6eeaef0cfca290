import { type Issue, issue } from "../base/issue.ts";
import { showText } from "../base/show-text.ts";
import { didYouMean } from "../base/suggest.ts";

/** The part of a schema's complaint that is used. */
type Complaint = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly options?: readonly unknown[] | undefined;
  readonly discriminator?: string | undefined;
};

/** A schema's complaints about `raw`, as issues that say what is wanted, what is there, and what was likely meant. */
export const shapeIssues = (complaints: readonly Complaint[], raw: unknown): Issue[] =>
  complaints.flatMap((one) => {
    const path = one.path.map((key) => (typeof key === "symbol" ? String(key) : key));
    return one.keys === undefined ? [issueOf(one, path, raw)] : one.keys.map((key) => unknownKey(key, path));
  });

const unknownKey = (key: string, path: readonly (string | number)[]): Issue =>
  issue("unknown-key", `unknown key: ${showText(key)}`, {
    path: [...path, key],
    hint: "remove it, or mend its name",
  });

function issueOf(one: Complaint, place: readonly (string | number)[], raw: unknown): Issue {
  const { discriminator: key, options } = one;
  // A union by a key complains at the object: what is meant is the key.
  const isAtKey = place.at(-1) === key;
  const complaint = key !== undefined && options !== undefined ? { ...one, values: options } : one;
  const path = key === undefined || isAtKey || !isRecord(valueAt(raw, place)) ? place : [...place, key];
  const holder = valueAt(raw, path.slice(0, -1));
  const last = path.at(-1);
  const found = valueAt(raw, path);
  if (found === undefined && last !== undefined) {
    const near = isRecord(holder) ? didYouMean(String(last), Object.keys(holder)) : "";
    const hint = near === "" ? wanted(complaint) : `there is a key like it: ${near}`;
    return issue("missing-key", `missing key: ${showText(String(last))}`, { path: path.slice(0, -1), hint });
  }
  if (complaint.values !== undefined) {
    const values = complaint.values.map(String);
    const near = typeof found === "string" ? didYouMean(found, values) : "";
    const hint = near === "" ? wanted(complaint) : near;
    return issue("unknown-choice", `unknown ${showText(String(last ?? "value"))}: ${describe(found)}`, {
      path,
      hint,
    });
  }
  if (typeof found === "number" && complaint.code === "invalid_union") {
    const hint = 'write numbers that are not whole, or very large, as text, such as "3/4"';
    return issue("inexact-number", `inexact number: ${found}`, { path, hint });
  }
  return issue("wrong-type", `unexpected value: ${describe(found)}`, { path, hint: wanted(complaint) });
}

function wanted({ code, expected, values }: Complaint): string {
  if (values !== undefined) return `one of: ${values.map(String).join(", ")}`;
  if (code === "invalid_union") return "expected a formula as text, or a whole number";
  if (code === "not_multiple_of" || expected === "int") return "expected a whole number";
  return expected === undefined
    ? ""
    : `expected ${expected === "string" ? "a text" : `a value of type ${expected}`}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === "object" && value !== null;

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  let value = raw;
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isRecord(value) ? "an object" : showText(String(value));
}
