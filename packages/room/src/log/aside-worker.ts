import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";
import { createDocument } from "../document/document.ts";
import type { AsideTask } from "./aside.ts";
import { cutUpdate } from "./cut-update.ts";

/** Applied in a few milliseconds. */
const structsPerPart = 1_000;

function answer(task: AsideTask): Uint8Array<ArrayBuffer>[] {
  if (task.kind === "cut")
    return cutUpdate(task.document, structsPerPart).map((part) => new Uint8Array(part));
  const doc = createDocument();
  if (task.document !== null) Y.applyUpdate(doc, task.document);
  for (const update of task.updates) Y.applyUpdate(doc, update);
  return [new Uint8Array(Y.encodeStateAsUpdate(doc))];
}

if (parentPort !== null) {
  const bytes = answer(workerData as AsideTask);
  parentPort.postMessage(
    bytes,
    bytes.map(({ buffer }) => buffer),
  );
}
