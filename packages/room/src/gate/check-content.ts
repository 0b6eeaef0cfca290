import * as Y from "yjs";
import { no } from "./refused.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** Refuses content that the shape of its place does not take: formats, embeds, binaries, subdocuments, wrong values. */
export function checkContent(content: Y.Item["content"], where: Whereabouts): void {
  const { shape } = where;
  const path = `${where.root}/…/${where.key ?? "text"}`;
  if (shape === undefined) no("schema-path", path);
  if (content instanceof Y.ContentDeleted) return;
  if (content instanceof Y.ContentString) {
    if (shape.kind !== "characters") no("content-type", `text at ${path}`);
    if (content.str.length > shape.max) no("text-too-long", content.str.length);
    if (!content.str.isWellFormed()) no("lone-surrogate", path);
    return;
  }
  if (content instanceof Y.ContentAny) {
    if (shape.kind !== "value") no("content-type", `value at ${path}`);
    for (const value of content.arr) if (!shape.accepts(value)) no("schema-value", path);
    return;
  }
  if (content instanceof Y.ContentType) {
    const kind = kindOfType(content.type);
    const fits = kind === "text" ? shape.kind === "text" : shape.kind === "map" || shape.kind === "keyed";
    if (kind === "other" || !fits) no("content-type", `${kind} at ${path}`);
    return;
  }
  no("content-type", `${content.constructor.name} at ${path}`);
}

function kindOfType(type: unknown): "map" | "text" | "other" {
  if (type instanceof Y.Map) return type instanceof Y.XmlHook ? "other" : "map";
  if (type instanceof Y.Text) return type instanceof Y.XmlText ? "other" : "text";
  return "other";
}
