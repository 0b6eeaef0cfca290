/** What may stand at one place of the document. The gate walks this; the reader and the editor take their field names from it. */
export type Shape =
  | { readonly kind: "map"; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly kind: "keyed"; readonly key: RegExp; readonly each: Shape }
  | { readonly kind: "text"; readonly max: number }
  | { readonly kind: "characters"; readonly max: number }
  | { readonly kind: "value"; readonly accepts: (value: unknown) => boolean };

const text = (max: number): Shape => ({ kind: "text", max });
const string = (max: number): Shape => ({
  kind: "value",
  accepts: (value) => typeof value === "string" && value.length <= max && value.isWellFormed(),
});
const oneOf = (...values: readonly unknown[]): Shape => ({
  kind: "value",
  accepts: (value) => values.includes(value),
});

/** Formulas of a row are texts; beside each stands, under this name, the last text that was valid. */
export const lastValidOf = (field: string): string => `${field}Last`;

const formulaMax = 4_000;
const formulas = (...names: string[]): Record<string, Shape> =>
  Object.fromEntries(
    names.flatMap((name) => [
      [name, text(formulaMax)],
      [lastValidOf(name), string(formulaMax)],
    ]),
  );

/** Keys of other versions: `+key` to the value as JSON text, so that no name and no value can do harm. */
const extra: Shape = { kind: "keyed", key: /^\+.{0,200}$/su, each: string(65_536) };

const id = string(4_000);
const order: Shape = {
  kind: "value",
  accepts: (value) => typeof value === "string" && /^[0-9a-z]{0,63}[1-9a-z]$/.test(value),
};

/** The lists of a scenario, each a root of the document: a map from a row's key to the row. */
export const rowKinds = ["terms", "parameters", "programs", "assumptions"] as const;

/** One of the lists of a scenario. */
export type RowKind = (typeof rowKinds)[number];

/** Which fields of a row hold formulas, in the order in which they are shown. */
export const formulaFields = {
  scenario: [],
  exchange: ["offset", "exponent", "base", "cap", "rate"],
  terms: ["c", "t"],
  parameters: ["value", "domain"],
  programs: ["c", "t", "score"],
  assumptions: ["statement"],
} as const satisfies Record<RowKind | "scenario" | "exchange", readonly string[]>;

/** Which fields of a row hold prose: co-edited texts that are never parsed. */
export const proseFields = {
  scenario: ["title", "summary"],
  exchange: [],
  terms: ["label", "gloss"],
  parameters: ["label", "gloss", "unit"],
  programs: ["name", "symbol", "gloss", "pseudocode"],
  assumptions: ["gloss"],
} as const satisfies Record<RowKind | "scenario" | "exchange", readonly string[]>;

/** Which fields of a row hold one of a few values; the newest choice wins. */
export const choiceFields = {
  scenario: [],
  exchange: ["family", "apply"],
  terms: [],
  parameters: [],
  programs: ["deceptive"],
  assumptions: ["status"],
} as const satisfies Record<RowKind | "scenario" | "exchange", readonly string[]>;

const exchange: Shape = {
  kind: "map",
  fields: {
    family: oneOf("linear", "affine", "power", "log", "exponential", "levin", "cap", "custom"),
    apply: oneOf("sum", "terms"),
    ...formulas(...formulaFields.exchange),
    extra,
  },
};

const rows = (fields: Record<string, Shape>): Shape => ({
  kind: "keyed",
  key: /^[0-9a-z]{1,24}$/,
  each: { kind: "map", fields: { id, order, extra, ...fields } },
});

/** Every root of the document. Only rules that stay true under any merge of valid edits can stand here. */
export const documentShape: Readonly<Record<string, Shape>> = {
  scenario: { kind: "map", fields: { title: text(1_000), summary: text(20_000), exchange, extra } },
  terms: rows({ label: text(500), gloss: text(10_000), ...formulas(...formulaFields.terms) }),
  parameters: rows({
    label: text(500),
    gloss: text(10_000),
    unit: text(100),
    ...formulas(...formulaFields.parameters),
  }),
  programs: rows({
    name: text(500),
    symbol: text(100),
    gloss: text(10_000),
    pseudocode: text(20_000),
    deceptive: oneOf(true, false, null),
    ...formulas(...formulaFields.programs),
  }),
  assumptions: rows({
    gloss: text(10_000),
    status: oneOf("held", "disputed", "dropped"),
    ...formulas(...formulaFields.assumptions),
  }),
};

/** The shape one step below `shape`: at `key` of a map, or (null) at a position of a text; undefined where nothing may stand. */
export function stepInto(shape: Shape, key: string | null): Shape | undefined {
  switch (shape.kind) {
    case "map":
      return key !== null && Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    case "keyed":
      return key !== null && shape.key.test(key) ? shape.each : undefined;
    case "text":
      return key === null ? { kind: "characters", max: shape.max } : undefined;
    case "characters":
    case "value":
      return undefined;
  }
}
