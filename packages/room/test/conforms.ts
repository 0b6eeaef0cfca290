import * as Y from "yjs";
import { documentShape, type Shape, stepInto } from "../src/document/shape.ts";

/** What in the live content of `doc` has no place in a scenario; null when nothing. */
export function conformanceIssue(doc: Y.Doc): string | null {
  for (const [root, type] of doc.share) {
    const shape = Object.hasOwn(documentShape, root) ? documentShape[root] : undefined;
    const issue = shape ? issueIn(type, shape, root) : `root ${root}`;
    if (issue !== null) return issue;
  }
  return null;
}

function issueIn(value: unknown, shape: Shape | undefined, path: string): string | null {
  if (shape === undefined) return `nothing belongs at ${path}`;
  if (value instanceof Y.Text) return shape.kind === "text" ? issueInText(value, path) : `text at ${path}`;
  if (value instanceof Y.Map) {
    if (shape.kind !== "map" && shape.kind !== "keyed") return `map at ${path}`;
    if (hasLiveList(value)) return `list inside the map at ${path}`;
    for (const [key, inner] of value.entries()) {
      const issue = issueIn(inner, stepInto(shape, key), `${path}/${key}`);
      if (issue !== null) return issue;
    }
    return null;
  }
  if (value instanceof Y.AbstractType)
    return value._start === null && value._map.size === 0 ? null : `type at ${path}`;
  return shape.kind === "value" && shape.accepts(value) ? null : `value at ${path}`;
}

function issueInText(text: Y.Text, path: string): string | null {
  if (text._map.size > 0) return `map inside the text at ${path}`;
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && !(item.content instanceof Y.ContentString))
      return `no characters in the text at ${path}`;
  return text.toString().isWellFormed() ? null : `half a character at ${path}`;
}

const hasLiveList = (map: Y.Map<unknown>): boolean => {
  for (let item = map._start; item !== null; item = item.right) if (!item.deleted) return true;
  return false;
};
