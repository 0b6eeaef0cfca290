import { assert } from "@crux/core";
import * as Y from "yjs";

/**
 * Applies an update that the gate let through and returns what is new in it as Yjs writes it, or null when
 * nothing is. When it throws, the document may be half changed: build it again from the log.
 */
export function applyChecked(doc: Y.Doc, update: Uint8Array): Uint8Array | null {
  let added: Uint8Array | null = null;
  const listen = (bytes: Uint8Array): void => {
    added = bytes;
  };
  doc.on("update", listen);
  try {
    Y.applyUpdate(doc, update, "remote");
  } finally {
    doc.off("update", listen);
  }
  assert(
    doc.store.pendingStructs === null && doc.store.pendingDs === null,
    "nothing pends after a checked update",
  );
  return added;
}
