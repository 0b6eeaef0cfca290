import { BLANK, type Change } from "./change.ts";
import type { Draft, DraftReading } from "./draft.ts";

/** A draft as this device kept it; null where the text is not a whole one, say of another version of this page. */
export function keptDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

const BLANK_DRAFT: Draft = {
  id: "",
  isPosted: false,
  doubt: "question",
  target: { kind: "scenario" },
  rows: [],
  text: "",
  readings: [],
  reading: 0,
  replyTo: null,
  under: [],
};

function isDraft(json: unknown): json is Draft {
  const isReply = isLike(json, { ...BLANK_DRAFT, replyTo: "" });
  if (!isReply && !isLike(json, BLANK_DRAFT)) return false;
  const { readings, under } = json as Draft;
  const isLayer = (layer: unknown): boolean => isLike(layer, { id: "", title: "", patch: [] });
  return readings.length > 0 && readings.every(isReading) && under.every(isLayer);
}

const isReading = (json: unknown): boolean =>
  isLike(json, { label: "", changes: [] }) && (json as DraftReading).changes.every(isChange);

function isChange(json: unknown): json is Change {
  const kind = (json as { readonly kind?: unknown } | null)?.kind;
  return (
    typeof kind === "string" && Object.hasOwn(BLANK, kind) && isLike(json, BLANK[kind as Change["kind"]])
  );
}

/** Whether `json` has at least the fields of `model`, each of the same kind. */
function isLike(json: unknown, model: unknown): boolean {
  if (model === null || typeof model !== "object")
    return typeof json === typeof model && (model !== null || json === null);
  if (Array.isArray(model)) return Array.isArray(json);
  if (typeof json !== "object" || json === null || Array.isArray(json)) return false;
  return Object.entries(model).every(([key, value]) => isLike((json as Record<string, unknown>)[key], value));
}
