import type * as Y from "yjs";
import { rowKinds } from "../document/shape.ts";
import type { Step } from "./walk-log.ts";

/**
 * Tells of each step of one walk which rows it touched, as `terms/KEY`, and `scenario` for title, summary and
 * exchange rate: a row that came, went or changed.
 */
export function touchedRows(): (step: Step) => readonly string[] {
  let touched = new Set<string>();
  let watched: Y.Doc | null = null;
  const watch = (doc: Y.Doc): void => {
    watched = doc;
    doc.getMap("scenario").observeDeep(() => touched.add("scenario"));
    for (const kind of rowKinds)
      doc.getMap(kind).observeDeep((events) => {
        for (const event of events) {
          const [key] = event.path;
          const keys = key === undefined ? [...event.keys.keys()] : [String(key)];
          for (const one of keys) touched.add(`${kind}/${one}`);
        }
      });
  };
  return ({ replica }) => {
    // The first entries are the making of the room: nobody has touched anything yet.
    if (watched === null) watch(replica.doc);
    const rows = [...touched];
    touched = new Set();
    return rows;
  };
}
