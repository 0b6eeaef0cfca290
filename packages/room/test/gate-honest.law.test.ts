import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { contentOf, createDocument, rootsOf } from "../src/document/document.ts";
import { seedDocument } from "../src/document/seed.ts";
import { applyChecked } from "../src/gate/apply-update.ts";
import { checkUpdate } from "../src/gate/check-update.ts";
import { conformanceIssue } from "./conforms.ts";
import { example } from "./example.ts";
import { randomEdit } from "./random-edit.ts";
import { runs, seeded, seedsToRun } from "./seeded.ts";

type Peer = { doc: Y.Doc; undo: Y.UndoManager; out: Uint8Array[]; inbox: Uint8Array[]; isOnline: boolean };

/** People who edit, undo, redo, go offline and come back; the server gates everything that they send. */
function runHonest(seed: number): { sent: number } {
  const random = seeded(seed);
  const server = createDocument();
  Y.applyUpdate(server, seedDocument(example));
  let keys = 0;
  let sent = 0;
  const peers: Peer[] = [];
  const submit = (peer: Peer, update: Uint8Array): void => {
    sent++;
    const checked = checkUpdate(server, update, (client) => client === peer.doc.clientID, 1e9);
    if (!checked.ok)
      throw new Error(
        `refused: ${JSON.stringify(checked.error)} — replay: CRUX_SEED=${seed} vitest run test/gate-honest`,
      );
    const added = applyChecked(server, update);
    if (added) for (const other of peers) if (other !== peer && other.isOnline) other.inbox.push(added);
  };
  const comeBack = (peer: Peer): void => {
    peer.isOnline = true;
    peer.out.length = 0;
    peer.inbox.length = 0;
    Y.applyUpdate(peer.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(peer.doc)), "remote");
    submit(peer, Y.encodeStateAsUpdate(peer.doc, Y.encodeStateVector(server)));
  };
  for (let at = 0; at < 2 + random.int(4); at++) {
    const doc = createDocument(5_000 + at);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), "remote");
    const undo = new Y.UndoManager(rootsOf(doc), { trackedOrigins: new Set(["local"]), captureTimeout: 0 });
    const peer: Peer = { doc, undo, out: [], inbox: [], isOnline: true };
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "remote" && peer.isOnline) peer.out.push(update);
    });
    peers.push(peer);
  }
  for (let step = 0; step < 120; step++) {
    const peer = random.pick(peers);
    const choice = random.int(20);
    if (choice < 9) peer.doc.transact(() => randomEdit(peer.doc, random, () => `k${++keys}`), "local");
    else if (choice < 11) peer.undo.undo();
    else if (choice < 12) peer.undo.redo();
    else if (choice < 15) for (const update of peer.out.splice(0)) submit(peer, update);
    else if (choice < 18)
      for (const update of peer.inbox.splice(0)) Y.applyUpdate(peer.doc, update, "remote");
    else if (peer.isOnline) peer.isOnline = false;
    else comeBack(peer);
  }
  for (const peer of peers) comeBack(peer);
  for (const peer of peers) comeBack(peer);
  for (const peer of peers) expect(contentOf(peer.doc), `seed ${seed}`).toEqual(contentOf(server));
  const reloaded = createDocument();
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(server));
  expect(contentOf(reloaded)).toEqual(contentOf(server));
  expect(conformanceIssue(server), `seed ${seed}`).toBeNull();
  return { sent: must(sent, "") };
}

describe("the gate and honest people", () => {
  it("refuses nothing of edits, undo, redo, offline work and resyncs, and all replicas agree", {
    timeout: 600_000,
  }, () => {
    let sent = 0;
    for (const seed of seedsToRun(runs(60))) sent += runHonest(seed).sent;
    expect(sent).toBeGreaterThan(0);
  });
});
