import type { Issue } from "@crux/core";
import { type Path, type ScenarioJson, samePath, valueAt } from "../../client/scenario-json.ts";

/** The place of the entry with this id in a list of the draft, or null where it is not (any more). */
export function placeOf(draft: ScenarioJson, list: string, id: string): Path | null {
  const entries = valueAt(draft, [list]);
  if (!Array.isArray(entries)) return null;
  const index = entries.findIndex((entry) => valueAt(entry, ["id"]) === id);
  return index < 0 ? null : [list, index];
}

/** What a field shows for a value of the draft: the text that a person wrote, or nothing. */
export function fieldText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

/** The first issue at exactly this place. */
export const issueAt = (issues: readonly Issue[], path: Path): Issue | undefined =>
  issues.find((issue) => samePath(issue.path, path));
