import { entriesOf, type ScenarioJson } from "./scenario-json.ts";

/** What became of a file: rows that were taken over, and keys that are kept without being understood. */
export type ImportReport = { readonly kept: readonly string[]; readonly strange: readonly string[] };

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  "": ["format", "version", "title", "summary", "exchange", "terms", "parameters", "programs", "assumptions"],
  exchange: ["family", "apply", "offset", "exponent", "base", "cap", "rate"],
  terms: ["id", "label", "gloss", "c", "t"],
  parameters: ["id", "label", "gloss", "unit", "value", "domain"],
  programs: ["id", "name", "symbol", "deceptive", "gloss", "c", "t", "score", "pseudocode"],
  assumptions: ["id", "statement", "gloss", "status"],
};
const LISTS = ["programs", "terms", "parameters", "assumptions"];

/** What the reader takes from a scenario that it accepted. Nothing of it is dropped: strange keys stay in the file when it is exported again. */
export function importReport(scenario: ScenarioJson): ImportReport {
  const counts = LISTS.map((list) => ({ list, count: entriesOf(scenario, list).length }));
  const kept = counts
    .filter(({ count }) => count > 0)
    .map(({ list, count }) => `${count} ${count === 1 ? list.slice(0, -1) : list}`);
  const strange = [
    ...strangeKeys(scenario, ""),
    ...strangeKeys(scenario.exchange, "exchange"),
    ...LISTS.flatMap((list) => entriesOf(scenario, list).flatMap((row) => strangeKeys(row, list))),
  ];
  return { kept, strange: [...new Set(strange)] };
}

function strangeKeys(value: unknown, place: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.keys(value).filter((key) => !KNOWN[place]?.includes(key));
  return keys.map((key) => (place === "" ? key : `${place} › ${key}`));
}
