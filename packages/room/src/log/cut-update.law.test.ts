import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { example } from "../../test/example.ts";
import { randomEdit } from "../../test/random-edit.ts";
import { runs, seeded } from "../../test/seeded.ts";
import { createDocument } from "../document/document.ts";
import { seedDocument } from "../document/seed.ts";
import { cutUpdate } from "./cut-update.ts";

/** A document that three people wrote side by side, meeting now and then. */
function writtenTogether(seed: number): Y.Doc {
  const random = seeded(seed);
  let keys = 0;
  const peers = [0, 1, 2].map((at) => {
    const doc = createDocument(9_000 - at);
    Y.applyUpdate(doc, seedDocument(example));
    return doc;
  });
  for (let step = 0; step < 120; step++) {
    const [doc, other] = [random.pick(peers), random.pick(peers)];
    doc.transact(() => randomEdit(doc, random, () => `k${++keys}`));
    if (random.chance(0.3)) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  }
  const [first = createDocument(), ...others] = peers;
  for (const other of others) Y.applyUpdate(first, Y.encodeStateAsUpdate(other));
  return first;
}

describe("cutUpdate", () => {
  it("makes parts that each build on those before, and that come to the whole document", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, size) => {
        const written = writtenTogether(seed);
        const update = Y.encodeStateAsUpdate(written);
        const doc = createDocument();
        for (const part of cutUpdate(update, size)) {
          expect(Y.decodeUpdate(part).structs.length).toBeLessThanOrEqual(size);
          Y.applyUpdate(doc, part);
          expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
        }
        expect(doc.toJSON()).toEqual(written.toJSON());
        expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(written))).toBe(true);
      }),
      { seed: 1, numRuns: runs(12) },
    );
  });
});
