import type { Note } from "@crux/core";
import { wrap } from "@crux/present";
import type { Source } from "./input.ts";

/** Notes for a reader: where as `file:line:column` or the place in the scenario, then what; Markdown where `width` is null. */
export function noteLines(
  { name, placeOf }: Source,
  notes: readonly Note[],
  width: number | null,
): readonly string[] {
  if (notes.length === 0) return ["Nothing stands out."];
  return notes.map((note) => {
    const place = placeOf?.(note.path);
    const at = place === undefined ? "" : `${name}:${place.line}:${place.column}  `;
    const field = note.path[2] === undefined ? note.id : `${String(note.path[2])} of ${note.id}`;
    if (width === null) return `- **${String(note.path[0])}, \`${field}\`** (${note.kind}): ${note.sentence}`;
    return `${at}${field} [${note.kind}]\n  ${wrap(note.sentence, width - 2, "  ")}`;
  });
}
