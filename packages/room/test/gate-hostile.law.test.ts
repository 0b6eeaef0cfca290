import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { contentOf, createDocument, rootsOf } from "../src/document/document.ts";
import { readRows } from "../src/document/rows.ts";
import { seedDocument } from "../src/document/seed.ts";
import { applyChecked } from "../src/gate/apply-update.ts";
import { checkUpdate } from "../src/gate/check-update.ts";
import { conformanceIssue } from "./conforms.ts";
import { example } from "./example.ts";
import { hostileUpdate, misplacedUpdate } from "./hostile-update.ts";
import { randomEdit } from "./random-edit.ts";
import { runs, type Seeded, seeded, seedsToRun } from "./seeded.ts";

const hostile = 900_000;
type Honest = { readonly doc: Y.Doc; readonly undo: Y.UndoManager };

const fullText = (doc: Y.Doc): string =>
  Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64") + doc.share.size;
const replay = (seed: number): string => `replay: CRUX_SEED=${seed} vitest run test/gate-hostile`;

/** Real edits with bytes changed, cut, cut out, or said twice. */
function mangled(doc: Y.Doc, random: Seeded, step: number): Uint8Array {
  const evil = createDocument();
  Y.applyUpdate(evil, Y.encodeStateAsUpdate(doc));
  evil.clientID = hostile;
  const before = Y.encodeStateVector(evil);
  evil.transact(() => randomEdit(evil, random, () => `e${step}`));
  const bytes = Uint8Array.from(Y.encodeStateAsUpdate(evil, before));
  const from = random.int(bytes.length);
  switch (random.int(4)) {
    case 0:
      for (let at = 0; at <= random.int(4); at++) bytes[random.int(bytes.length)] = random.int(256);
      return bytes;
    case 1:
      return bytes.slice(0, from);
    case 2:
      return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + random.int(9))]);
    default:
      bytes[0] = 2;
      return Uint8Array.from([...bytes, ...bytes.slice(1)]);
  }
}

/** One hostile client, two honest ones; returns how many hostile updates were refused and taken. */
function runHostile(seed: number, counts: Record<string, number>): void {
  const random = seeded(seed);
  const server = createDocument();
  Y.applyUpdate(server, seedDocument(example));
  const people: Honest[] = [];
  let keys = 0;
  for (const client of [7_001, 7_002]) {
    const doc = createDocument(client);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), "remote");
    const undo = new Y.UndoManager(rootsOf(doc), { trackedOrigins: new Set(["local"]), captureTimeout: 0 });
    people.push({ doc, undo });
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "remote") return;
      const checked = checkUpdate(server, update, (id) => id === client, 1e9);
      if (!checked.ok)
        throw new Error(`an honest edit was refused: ${JSON.stringify(checked.error)} ${replay(seed)}`);
      tell(applyChecked(server, update), doc);
    });
  }
  const tell = (added: Uint8Array | null, but: Y.Doc | null): void => {
    if (added) for (const { doc } of people) if (doc !== but) Y.applyUpdate(doc, added, "remote");
  };
  for (let step = 0; step < 60; step++) {
    if (random.chance(0.3)) {
      const { doc, undo } = random.pick(people);
      if (random.chance(0.25)) undo.undo();
      else if (random.chance(0.15)) undo.redo();
      else doc.transact(() => randomEdit(doc, random, () => `k${++keys}`), "local");
      continue;
    }
    const make = random.pick([hostileUpdate, misplacedUpdate, null]);
    const update = make ? make(server, hostile, random) : mangled(server, random, step);
    const before = fullText(server);
    const checked = checkUpdate(server, update, (id) => id === hostile, 1e9);
    const code = checked.ok ? "taken" : checked.error.code;
    counts[code] = (counts[code] ?? 0) + 1;
    if (!checked.ok) {
      expect(fullText(server), `a refusal changed the room ${replay(seed)}`).toBe(before);
      continue;
    }
    tell(applyChecked(server, update), null);
    expect(conformanceIssue(server), replay(seed)).toBeNull();
    expect(() => readRows(server)).not.toThrow();
  }
  const reloaded = createDocument();
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(server));
  expect(contentOf(reloaded), `reload ${replay(seed)}`).toEqual(contentOf(server));
  for (const { doc } of people) expect(contentOf(doc), `diverged ${replay(seed)}`).toEqual(contentOf(server));
}

describe("the gate and a hostile client", () => {
  it("refuses by name or takes what does no harm, and honest people notice nothing", {
    timeout: 600_000,
  }, () => {
    const counts: Record<string, number> = {};
    for (const seed of seedsToRun(runs(40))) runHostile(seed, counts);
    // The fuzzer is worth something only while it reaches both sides.
    expect(counts.taken).toBeGreaterThan(10);
    expect(Object.keys(counts).length).toBeGreaterThan(12);
    if (process.env.CRUX_COUNTS) process.stdout.write(`${JSON.stringify(counts, null, 1)}\n`);
  });
});
