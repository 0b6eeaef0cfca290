import type { Issue } from "@crux/core";
import { type Path, samePath } from "../../client/scenario-json.ts";

/** What a field shows for a value of the draft: the text that a person wrote, or nothing. */
export function fieldText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

/** The first issue at exactly this place. */
export const issueAt = (issues: readonly Issue[], path: Path): Issue | undefined =>
  issues.find((issue) => samePath(issue.path, path));
