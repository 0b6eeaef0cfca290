import { type Issue, issue } from "@crux/core";

/** The part of a schema's complaint that is used; deeper unions are complained about as a whole. */
export type SchemaComplaint = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: string;
  readonly keys?: readonly string[];
  readonly options?: readonly unknown[];
  readonly values?: readonly unknown[];
};

/** A schema's complaints about `raw` as issues: what was wanted, where, and what was found. */
export const schemaIssues = (complaints: readonly SchemaComplaint[], raw: unknown): Issue[] =>
  complaints.flatMap((one) => issuesOf(one, raw));

function issuesOf(one: SchemaComplaint, raw: unknown): Issue[] {
  const path = one.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const found = valueAt(raw, path);
  if (one.keys !== undefined) {
    return one.keys.map((key) =>
      issue("unknown-key", `unknown key: ${shown(key)}`, {
        path: [...path, key],
        hint: "remove it, or mend its name",
      }),
    );
  }
  const choices = one.options ?? one.values;
  if (choices !== undefined) {
    const hint = `one of: ${choices.join(", ")}`;
    const kind = (found as { kind?: unknown } | null | undefined)?.kind;
    const [place, value] = one.options === undefined ? [path, found] : [[...path, "kind"], kind];
    if (value === undefined)
      return [issue("missing-value", `missing value: ${place.at(-1) ?? ""}`, { path: place, hint })];
    return [
      issue("unknown-choice", `unknown ${place.at(-1) ?? "choice"}: ${shown(value)}`, { path: place, hint }),
    ];
  }
  if (found === undefined)
    return [issue("missing-value", `missing value: ${path.at(-1) ?? "request"}`, { path })];
  const wanted =
    one.expected ?? (one.code === "invalid_union" ? "an exact number or a text" : "another value");
  return [
    issue("wrong-type", `unexpected value: ${shown(found)}`, {
      path,
      hint:
        typeof found === "number"
          ? 'write numbers that are not whole as text, such as "3/4"'
          : `expected: ${wanted}`,
    }),
  ];
}

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

const LONGEST = 60;

/** A value short enough to stand in a message. */
function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const text = String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
