import * as Y from "yjs";
import { documentShape, type Shape, stepInto } from "../document/shape.ts";
import { limits } from "../protocol/limits.ts";
import { no } from "./refused.ts";

/** Where a struct lives: its parent, its key there, and the shapes that the scenario gives to both. */
export type Whereabouts = {
  readonly kind: "live";
  readonly root: string;
  /** The row it belongs to, as `terms/KEY`; null for the scenario's own fields. */
  readonly row: string | null;
  readonly parentShape: Shape | undefined;
  readonly shape: Shape | undefined;
  /** Key in the parent; null for a position in a text. */
  readonly key: string | null;
  /** Which instance the parent is: the Yjs type, or `new:CLIENT:CLOCK` for one that this update brings. */
  readonly parent: unknown;
  /** The struct itself when the document has it already. */
  readonly item: Y.Item | null;
};

/** Something that was deleted and collected: nothing can be said of it, and nothing inside it shows. */
export type Gone = { readonly kind: "gone" };

/** The one value for everything that is gone. */
export const gone: Gone = Object.freeze({ kind: "gone" });

/** The struct of `doc` that contains `id`; undefined when the document does not have it. */
export function findStruct(doc: Y.Doc, id: Y.ID): Y.Item | Y.GC | undefined {
  const structs = doc.store.clients.get(id.client);
  if (structs === undefined || id.clock >= Y.getState(doc.store, id.client)) return undefined;
  return structs[Y.findIndexSS(structs, id.clock)];
}

/** Where a struct of the document lives. */
export function whereaboutsOf(doc: Y.Doc, struct: Y.Item | Y.GC): Whereabouts | Gone {
  if (struct instanceof Y.GC) return gone;
  const keys: (string | null)[] = [];
  let item: Y.Item = struct;
  for (;;) {
    if (keys.length > limits.depth) no("too-deep");
    keys.push(item.parentSub);
    const parent = item.parent as Y.AbstractType<unknown>;
    if (parent._item === null) return follow(doc, parent, keys, struct);
    item = parent._item;
  }
}

/** Walks the shape from the root down along `keys`, which are listed from the struct up. */
function follow(
  doc: Y.Doc,
  top: Y.AbstractType<unknown>,
  keys: (string | null)[],
  item: Y.Item,
): Whereabouts {
  const root = [...doc.share].find(([, type]) => type === top)?.[0] ?? "";
  let shape = shapeOfRoot(root);
  let parentShape: Shape | undefined;
  for (const key of keys.toReversed()) {
    parentShape = shape;
    shape = shape && stepInto(shape, key);
  }
  const row = rowIn(root, keys.at(-1) ?? null);
  return { kind: "live", root, row, parentShape, shape, key: keys[0] ?? null, parent: item.parent, item };
}

/** The row under `key` of a root; null in the root that has no rows. */
export const rowIn = (root: string, key: string | null): string | null =>
  root === "scenario" || key === null ? null : `${root}/${key}`;

/** The shape of a root of the document; undefined for a name that is none. */
export const shapeOfRoot = (root: string): Shape | undefined =>
  Object.hasOwn(documentShape, root) ? documentShape[root] : undefined;

/** Whether this is where a row stands in its list, which is no part of what it says. */
export const isOrder = ({ key, parentShape }: Whereabouts): boolean =>
  key === "order" && parentShape?.kind === "map";
