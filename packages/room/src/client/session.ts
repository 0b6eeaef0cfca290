import * as Y from "yjs";
import { toBase32 } from "../base/bytes.ts";
import { canonicalText, fingerprint } from "../base/canonical.ts";
import type { Clock, Random } from "../base/doors.ts";
import type { Command } from "../command/commands.ts";
import { applyEvent } from "../command/events.ts";
import { emptyState, type RoomState } from "../command/room-state.ts";
import { contentOf } from "../document/document.ts";
import { type Reading, readingOf, type ScenarioReader } from "../document/reading.ts";
import { type Rows, readRows } from "../document/rows.ts";
import { toScenarioJson } from "../document/scenario-json.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { mayEdit } from "../protocol/role.ts";
import type { Place } from "../protocol/shapes.ts";
import type { Entries, Presence, Reply, Synced } from "../wire/messages.ts";
import type { Device, Draft } from "./device.ts";
import { createLocalDocument, type LocalDocument } from "./local-document.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { follow } from "./replies.ts";
import type { ConnectionState, PersonView, RoomView, Saving } from "./room-view.ts";
import { createSettler, type Settler } from "./settler.ts";
import type { Connect, Wire } from "./wire.ts";

/** What a session needs from outside. */
export type SessionDoors = {
  readonly connect: Connect;
  readonly device: Device;
  readonly readScenario: ScenarioReader;
  readonly clock: Clock;
  readonly random: Random;
};

/** One tab's part in a room, whatever carries it. */
export type Session = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): RoomView;
  /** Runs `write` on the document as this person's own, undoable edit; false when they may not edit. */
  edit(write: (doc: Y.Doc) => void): boolean;
  undo(): void;
  redo(): void;
  send(command: Command): void;
  move(place: Place): void;
  forgetDraft(id: string): void;
  /** The document that is edited now; another one after a refused edit. */
  document(): Y.Doc;
  /** A key for a new row. */
  newKey(): string;
  close(): void;
};

/** After so long without a word from the room, the session asks whether it missed something. */
const quietMs = 30_000;

/** A session that goes on from what the device keeps. */
export async function openSession(person: string, doors: SessionDoors): Promise<Session> {
  const kept = await doors.device.load();
  const clientId = await doors.device.takeId();
  return sessionOf(person, doors, kept, clientId);
}

type Kept = Awaited<ReturnType<Device["load"]>>;

function sessionOf(person: string, doors: SessionDoors, kept: Kept, firstId: number | null): Session {
  const { device, clock, random } = doors;
  const listeners = new Set<() => void>();
  const presence = new Map<string, Presence>();
  let clientId = firstId;
  let spareIds = Math.max(0, kept.spareIds - (firstId === null ? 0 : 1));
  let state: RoomState = kept.state ?? emptyState;
  let drafts: readonly Draft[] = kept.drafts;
  let connection: ConnectionState = { kind: "connecting" };
  let lastRefusal: Refusal | null = null;
  let place: Place | null = null;

  /** Counts what ends the current exchange with the server; answers from before are not listened to. */
  let epoch = 0;
  let isLive = false;
  let seq = 0;
  let heardAt = 0;
  let failures = 0;
  let isSendingUpdate = false;
  let isSendingCommand = false;
  /** What the server had when we last synced, while there are unsent changes to compare with it. */
  let serverVector: Uint8Array | null = null;

  let view: RoomView | null = null;
  let rows: Rows | null = null;
  let reading: Reading | null = null;

  let local: LocalDocument = createLocalDocument(clientId, kept, device, documentChanged);
  const outbox: Outbox = createOutbox(kept.commands, device, random);
  const settler: Settler = createSettler(clock, () => ({
    doc: local.doc,
    rows: rowsNow(),
    issues: readingNow().issues,
  }));
  let cancelWatch = clock.after(quietMs, watch);
  const wire: Wire = doors.connect({ up, down, refused: end, message });

  function notify(): void {
    view = null;
    for (const listener of [...listeners]) listener();
  }

  function documentChanged(isLocal: boolean): void {
    rows = null;
    reading = null;
    if (isLocal) {
      settler.afterLocalEdit();
      clock.after(0, pumpUpdates);
    }
    notify();
  }

  const rowsNow = (): Rows => (rows ??= readRows(local.doc));
  const readingNow = (): Reading => (reading ??= readingOf(rowsNow(), doors.readScenario));

  // Being connected.

  function up(): void {
    connection = { kind: "connecting" };
    sync();
  }

  function down(): void {
    stopListening();
    presence.clear();
    connection = { kind: "offline" };
    notify();
  }

  function end(refusal: Refusal): void {
    stopListening();
    connection = { kind: "ended", refusal };
    notify();
  }

  function stopListening(): void {
    epoch++;
    isLive = false;
    isSendingUpdate = false;
    isSendingCommand = false;
  }

  /** A message that was lost shows as a gap at the next one; when none comes for a while, we ask. */
  function watch(): void {
    if (isLive && clock.now() - heardAt >= quietMs) sync();
    cancelWatch = clock.after(quietMs, watch);
  }

  function sync(): void {
    stopListening();
    const mine = epoch;
    const have = { stateVector: Y.encodeStateVector(local.doc), spareIds: Math.min(spareIds, 100) };
    wire.request("sync", have, (reply) => {
      if (mine !== epoch) return;
      if (reply === null) return wire.restart();
      if (reply.ok) return synced(reply.value);
      const again = (): void => {
        if (mine === epoch) sync();
      };
      // A room that is being loaded again asks for a resync: not at once.
      const wait = (): void => void clock.after(300, again);
      follow(reply.refusal, clock, { again, resync: wait, rejoin: wire.restart, giveUp: end });
    });
  }

  function synced(answer: Synced): void {
    heardAt = clock.now();
    seq = answer.seq;
    state = answer.state;
    void device.keepState(state);
    presence.clear();
    for (const one of answer.presence) presence.set(one.connection, one);
    adoptIds(answer.leases);
    Y.applyUpdate(local.doc, answer.update, "remote");
    serverVector = local.unsent() > 0 ? answer.stateVector : null;
    isLive = true;
    connection = { kind: "online" };
    if (place) wire.tell(place);
    notify();
    pumpUpdates();
    pumpCommands();
  }

  function adoptIds(leases: readonly number[]): void {
    const [first, ...others] = leases;
    if (clientId !== null || first === undefined) {
      spareIds += leases.length;
      void device.addIds(leases);
      return;
    }
    clientId = first;
    local.doc.clientID = first;
    spareIds += others.length;
    void device.addIds(others);
  }

  // Hearing the room.

  const handlers = { entries: hear, presence: hearPresence, resync: sync, bye };

  function message(name: string, payload: unknown): void {
    // reason: the wire pairs each name with its payload; the compiler loses the pair when indexing by name
    const handler = (handlers as Record<string, (payload: never) => void>)[name];
    if (isLive || name === "bye") handler?.(payload as never);
  }

  function hear({ from, list, hash }: Entries): void {
    heardAt = clock.now();
    if (from > seq + 1) {
      sync();
      return;
    }
    const before = state;
    local.doc.transact(() => {
      list.forEach((entry, at) => {
        if (from + at !== seq + 1) return;
        seq++;
        if (entry.kind === "update") Y.applyUpdate(local.doc, entry.update, "remote");
        if (entry.kind === "event") state = applyEvent(state, entry.event, { ...entry, seq });
      });
    }, "remote");
    if (state !== before) {
      void device.keepState(state);
      // A new role may come with the right to write, and so with client ids.
      if (clientId === null && mayEdit(state.people[person]?.role ?? "viewer")) sync();
      notify();
    }
    if (hash !== null && from + list.length - 1 === seq && local.unsent() === 0) compare(hash);
  }

  /** Two replicas with the same edits differ only when a writer lied about what they had seen: take the server's. */
  function compare(hash: string): void {
    if (fingerprint(canonicalText(contentOf(local.doc))) !== hash) void startAfresh();
  }

  function hearPresence(changes: readonly Presence[]): void {
    for (const one of changes) {
      if (one.place === null) presence.delete(one.connection);
      else presence.set(one.connection, one);
    }
    notify();
  }

  function bye(refusal: Refusal): void {
    if (refusal.retry === "never") end(refusal);
    else wire.restart();
  }

  // Sending.

  function pumpUpdates(): void {
    if (!isLive || isSendingUpdate) return;
    const waiting = local.takeUnsent();
    if (waiting === null) return;
    const update = serverVector ? Y.encodeStateAsUpdate(local.doc, serverVector) : waiting.update;
    if (update.length > limits.update) return void giveUpEdits(refuse("too-large"));
    isSendingUpdate = true;
    const mine = epoch;
    wire.request("update", { update }, (reply) => {
      if (mine !== epoch) return;
      isSendingUpdate = false;
      if (reply === null) return wire.restart();
      if (!reply.ok) return updateRefused(reply.refusal);
      failures = 0;
      serverVector = null;
      local.acknowledge(waiting.count);
      notify();
      pumpUpdates();
    });
    notify();
  }

  function updateRefused(refusal: Refusal): void {
    const mine = epoch;
    const again = (): void => {
      if (mine === epoch) pumpUpdates();
    };
    // Someone who is out of step again and again is not mended by comparing.
    const resync = (): void => (++failures > 5 ? void giveUpEdits(refusal) : sync());
    follow(refusal, clock, { again, resync, rejoin: wire.restart, giveUp: (no) => void giveUpEdits(no) });
  }

  /** The room will not take the edits: keep the words as a draft, and go on from the room's document. */
  async function giveUpEdits(refusal: Refusal): Promise<void> {
    const draft = { id: toBase32(random(10)), at: clock.now(), refusal, scenario: toScenarioJson(rowsNow()) };
    drafts = [...drafts, draft];
    lastRefusal = refusal;
    void device.keepDraft(draft);
    await startAfresh();
  }

  async function startAfresh(): Promise<void> {
    stopListening();
    local.destroy();
    clientId = null;
    local = createLocalDocument(null, { document: [], unsent: [] }, device, documentChanged);
    failures = 0;
    rows = null;
    reading = null;
    const mine = epoch;
    await device.dropDocument();
    const id = await device.takeId();
    if (id !== null && clientId === null) {
      clientId = id;
      local.doc.clientID = id;
      spareIds = Math.max(0, spareIds - 1);
    }
    if (mine === epoch) sync();
  }

  function pumpCommands(): void {
    const waiting = outbox.first();
    if (!isLive || isSendingCommand || waiting === null) return;
    isSendingCommand = true;
    const mine = epoch;
    wire.request("command", waiting, (reply: Reply<unknown> | null) => {
      if (mine !== epoch) return;
      isSendingCommand = false;
      if (reply === null) return wire.restart();
      const settle = (): void => {
        outbox.settle(waiting);
        notify();
        pumpCommands();
      };
      if (reply.ok) return settle();
      const again = (): void => {
        if (mine === epoch) pumpCommands();
      };
      const giveUp = (refusal: Refusal): void => {
        lastRefusal = refusal;
        settle();
      };
      follow(reply.refusal, clock, { again, resync: sync, rejoin: wire.restart, giveUp });
    });
    notify();
  }

  // What a page sees.

  function savingNow(): Saving {
    const count = local.unsent() + outbox.count();
    if (count === 0) return { kind: "saved" };
    return isLive ? { kind: "saving" } : { kind: "kept", count };
  }

  function peopleNow(): PersonView[] {
    const all = [...presence.values()];
    return Object.values(state.people)
      .map((one) => ({ ...one, at: all.filter((connection) => connection.person === one.id) }))
      .sort((a, b) => a.colour - b.colour);
  }

  const mayEditNow = (): boolean =>
    clientId !== null &&
    !state.closed &&
    mayEdit(state.people[person]?.role ?? "viewer") &&
    connection.kind !== "ended";

  function snapshot(): RoomView {
    const { scenario, issues } = readingNow();
    return {
      connection,
      saving: savingNow(),
      you: state.people[person] ?? null,
      canEdit: mayEditNow(),
      people: peopleNow(),
      code: state.code,
      closed: state.closed,
      pins: state.pins,
      call: state.call,
      rows: rowsNow(),
      scenario,
      issues,
      canUndo: local.undo.canUndo(),
      canRedo: local.undo.canRedo(),
      drafts,
      lastRefusal,
    };
  }

  function step(run: () => void): void {
    if (!mayEditNow()) return;
    settler.beforeLocalEdit();
    run();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => (view ??= snapshot()),
    edit(write) {
      if (!mayEditNow()) return false;
      // Yjs takes another id when it meets its own in what others send; that one would not be leased.
      if (local.doc.clientID !== clientId) {
        void startAfresh();
        return false;
      }
      settler.beforeLocalEdit();
      local.doc.transact(() => write(local.doc), "local");
      return true;
    },
    undo: () => step(() => local.undo.undo()),
    redo: () => step(() => local.undo.redo()),
    send(command) {
      outbox.add(command);
      notify();
      pumpCommands();
    },
    move(to) {
      place = to;
      if (isLive) wire.tell(to);
    },
    forgetDraft(id) {
      drafts = drafts.filter((draft) => draft.id !== id);
      void device.forgetDraft(id);
      notify();
    },
    document: () => local.doc,
    newKey: () => `r${toBase32(random(10))}`,
    close() {
      stopListening();
      cancelWatch();
      settler.stop();
      connection = { kind: "left" };
      wire.close();
      local.destroy();
    },
  };
}
