import * as Y from "yjs";
import { changeAs, createDocument, rootsOf } from "../document/document.ts";
import type { Device } from "./device.ts";

/** A local update that the server has not acknowledged; `key` arrives once the device has it. */
type Pending = { readonly update: Uint8Array; readonly key: Promise<number | null>; isKept: boolean };

/** This person's replica of the scenario: the document, its undo stack, and what was not acknowledged. */
export type LocalDocument = {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  /** How many local changes wait for an acknowledgement. */
  unsent(): number;
  /** Whether this device's storage has every local change that waits. */
  isKept(): boolean;
  /** All that waits, as one update, and how many changes that is; null when nothing waits. */
  takeUnsent(): { readonly update: Uint8Array; readonly count: number } | null;
  /** The oldest `count` local changes are on the server's disk. */
  acknowledge(count: number): void;
  destroy(): void;
};

/** Whom a replica tells what happens to it. */
type Hears = {
  /** After every change of the document. */
  readonly changed: (isLocal: boolean) => void;
  /** The device's storage has a local change now. */
  readonly kept: () => void;
};

/** A replica that writes as `clientId` (null: read only so far) and begins with what the device `kept`. */
export function createLocalDocument(
  clientId: number | null,
  kept: {
    readonly document: readonly Uint8Array[];
    readonly unsent: readonly { key: number; update: Uint8Array }[];
  },
  device: Device,
  hears: Hears,
): LocalDocument {
  const doc = createDocument(clientId ?? undefined);
  changeAs(doc, "device", () => {
    for (const update of kept.document) Y.applyUpdate(doc, update, "device");
  });
  const pending: Pending[] = kept.unsent.map(({ key, update }) => ({
    update,
    key: Promise.resolve(key),
    isKept: true,
  }));
  const undo = new Y.UndoManager(rootsOf(doc), { trackedOrigins: new Set(["local"]), captureTimeout: 500 });

  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "device") return;
    const isLocal = origin !== "remote";
    // Opening the storage takes a while: whoever shows the change hears of it first.
    const { promise: key, resolve } = Promise.withResolvers<number | null>();
    if (isLocal) waitFor({ update, key, isKept: false });
    hears.changed(isLocal);
    resolve(device.keepUpdate(update, isLocal));
  });

  function waitFor(one: Pending): void {
    pending.push(one);
    void one.key.then(() => {
      one.isKept = true;
      hears.kept();
    });
  }

  return {
    doc,
    undo,
    unsent: () => pending.length,
    isKept: () => pending.every((one) => one.isKept),
    takeUnsent: () =>
      pending.length === 0
        ? null
        : { update: Y.mergeUpdates(pending.map((one) => one.update)), count: pending.length },
    acknowledge(count) {
      const done = pending.splice(0, count);
      void Promise.all(done.map((one) => one.key)).then((keys) =>
        device.forgetUnsent(keys.filter((key) => key !== null)),
      );
    },
    destroy() {
      undo.destroy();
      doc.destroy();
    },
  };
}
