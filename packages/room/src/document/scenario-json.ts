import type { Row, Rows } from "./rows.ts";

/** Which text of a formula goes into the JSON: what is typed, the last valid one, or none. */
export type Pick = (row: Row, field: string) => string;

/** What is typed, valid or not. */
export const asTyped: Pick = (row, field) => row.texts[field] ?? "";

/**
 * The document as JSON in the scenario format, each formula chosen by `pick`; an empty text is left out.
 * Unknown keys come first, so that they never hide a known one.
 */
export function toScenarioJson(rows: Rows, pick: Pick = asTyped): Record<string, unknown> {
  return {
    ...rows.scenario.extra,
    format: "crux/scenario",
    version: 1,
    title: rows.scenario.texts.title ?? "",
    summary: rows.scenario.texts.summary ?? "",
    exchange: exchangeJson(rows.exchange, pick),
    terms: rows.terms.map((row) => ({
      ...rowStart(row, ["label", "gloss"]),
      ...formulas(row, ["c", "t"], pick),
    })),
    parameters: rows.parameters.map((row) => parameterJson(row, pick)),
    programs: rows.programs.map((row) => programJson(row, pick)),
    assumptions: rows.assumptions.map((row) => ({
      ...rowStart(row, ["gloss"]),
      ...formulas(row, ["statement"], pick),
      status: row.choices.status ?? "held",
    })),
  };
}

const usedBy: Readonly<Record<string, string>> = {
  affine: "offset",
  power: "exponent",
  exponential: "base",
  cap: "cap",
  custom: "rate",
};

/** Only the key that the family uses: what was typed for another family waits in the document. */
function exchangeJson(row: Row, pick: Pick): Record<string, unknown> {
  const family = String(row.choices.family ?? "linear");
  const field = usedBy[family];
  return {
    ...row.extra,
    family,
    apply: row.choices.apply ?? "sum",
    ...formulas(row, field ? [field] : [], pick),
  };
}

function parameterJson(row: Row, pick: Pick): Record<string, unknown> {
  const domain = pick(row, "domain");
  const lines = domain
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const limits = lines.length === 0 ? {} : { domain: domain.trim() === "any" ? [] : lines };
  return { ...rowStart(row, ["label", "gloss", "unit"]), ...formulas(row, ["value"], pick), ...limits };
}

function programJson(row: Row, pick: Pick): Record<string, unknown> {
  const score = pick(row, "score").trim();
  return {
    ...rowStart(row, ["symbol", "gloss", "pseudocode"]),
    name: row.texts.name ?? "",
    ...(row.choices.deceptive === null ? {} : { deceptive: row.choices.deceptive }),
    ...(score === "" ? formulas(row, ["c", "t"], pick) : { score }),
  };
}

/** Unknown keys, the id, and the prose that is not empty. */
const rowStart = (row: Row, prose: readonly string[]): Record<string, unknown> => ({
  ...row.extra,
  id: row.id,
  ...Object.fromEntries(prose.filter((field) => row.texts[field]).map((field) => [field, row.texts[field]])),
});

const formulas = (row: Row, fields: readonly string[], pick: Pick): Record<string, string> =>
  Object.fromEntries(
    fields.map((field) => [field, pick(row, field).trim()]).filter(([, value]) => value !== ""),
  );
