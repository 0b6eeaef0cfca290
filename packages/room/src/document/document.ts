import * as Y from "yjs";
import { documentShape, rowKinds } from "./shape.ts";

/** Where a write to a document came from. */
type Origin =
  /** This person's own edit: it is sent, kept and can be undone. */
  | "local"
  /** This client's own bookkeeping (the last valid formulas): sent and kept, never undone. */
  | "settle"
  /** From the server. */
  | "remote"
  /** From this device's own storage. */
  | "device";

/** A document with every root in place. Without `clientId` it must not be written to. */
export function createDocument(clientId?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  for (const root of Object.keys(documentShape)) doc.getMap(root);
  return doc;
}

/** Runs `write` as one change that says where it came from. */
export const changeAs = (doc: Y.Doc, origin: Origin, write: () => void): void => doc.transact(write, origin);

/** The roots of a document, in a fixed order. */
export const rootsOf = (doc: Y.Doc): Y.Map<unknown>[] =>
  ["scenario", ...rowKinds].map((root) => doc.getMap(root));

/** The live content as plain JSON: equal on two replicas that hold the same edits. */
export const contentOf = (doc: Y.Doc): Record<string, unknown> =>
  Object.fromEntries(["scenario", ...rowKinds].map((root) => [root, doc.getMap(root).toJSON()]));

/** The client id of the one seeding, on the server; leases begin above `firstLease`. */
export const seedClient = 1;

/** Client ids below this are the server's own. */
export const firstLease = 1_000;
