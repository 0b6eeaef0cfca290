import type { Issue } from "@crux/core";
import { type Path, type ScenarioJson, samePath, valueAt } from "../../client/scenario-json.ts";

/** What a field shows for a value of the draft: the text that a person wrote, or nothing. */
export function fieldText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

/** The first issue at exactly this place. */
export const issueAt = (issues: readonly Issue[], path: Path): Issue | undefined =>
  issues.find((issue) => samePath(issue.path, path));

/** A place of the draft in words: rows by their names, not by their numbers. */
export function placeName(draft: ScenarioJson, path: Path): string {
  const [list, index, field] = path;
  if (typeof index !== "number") return path.join(" › ");
  const row = valueAt(draft, [list ?? "", index]);
  const texts = ["name", "label", "id"].map((key) => fieldText(valueAt(row, [key])));
  const name = texts.find((text) => text !== "") ?? `${list} ${index + 1}`;
  return field === undefined ? name : `${field} of ${name}`;
}

/** For each row a key that stays with it when others come and go: its id, and which of the equal ones it is. */
export function rowKeys(rows: readonly unknown[]): readonly string[] {
  const ids = rows.map((row) => fieldText(valueAt(row, ["id"])));
  return ids.map((id, at) => `${id} ${ids.slice(0, at).filter((one) => one === id).length}`);
}
