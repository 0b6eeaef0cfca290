import { err, ok, type Result } from "@crux/core";
import * as Y from "yjs";
import { toBase32 } from "../base/bytes.ts";
import { canonicalText, fingerprint } from "../base/canonical.ts";
import type { Clock, Random } from "../base/doors.ts";
import { isAnonymous } from "../command/anonymity.ts";
import type { Command } from "../command/commands.ts";
import { applyEvent } from "../command/events.ts";
import { emptyState, type RoomState, toRoomState } from "../command/room-state.ts";
import { stateFor } from "../command/sight.ts";
import { changeAs, contentOf } from "../document/document.ts";
import { type Rows, readRows } from "../document/rows.ts";
import { toScenarioJson } from "../document/scenario-json.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { mayEdit } from "../protocol/role.ts";
import type { Place } from "../protocol/shapes.ts";
import type { ClientToServer, Entries, Presence, Replies, Saved, Synced } from "../wire/messages.ts";
import type { Device, Draft, Kept, Seen } from "./device.ts";
import { createExchange } from "./exchange.ts";
import { createLocalDocument, type LocalDocument } from "./local-document.ts";
import { createOutbox } from "./outbox.ts";
import type { Reader } from "./reader.ts";
import { createReadings } from "./readings.ts";
import { follow } from "./replies.ts";
import type { ConnectionState, RoomView } from "./room-view.ts";
import { createSender, type Parcel } from "./sender.ts";
import { createServerClock } from "./server-clock.ts";
import { canEdit, type SessionParts, type ShownState, shownState, viewOf } from "./session-view.ts";
import { createSettler } from "./settler.ts";
import type { Connect, Wire } from "./wire.ts";

/** What a session needs from outside. */
export type SessionDoors = {
  readonly connect: Connect;
  readonly device: Device;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly random: Random;
};

/** Commands that say something of the room as it is at their place in the log. */
const namesMoment: ReadonlySet<string> = new Set<Command["kind"]>([
  "checkpoint",
  "note-restore",
  "merge-objection",
  "start-phase",
]);

/** One tab's part in a room, whatever carries it. */
export type Session = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): RoomView;
  /**
   * Runs `write` on the document as this person's own, undoable edit; false when they may not edit. Edits in quick
   * succession `about` the same text are one step of undo.
   */
  edit(write: (doc: Y.Doc) => void, about?: string): boolean;
  undo(): void;
  redo(): void;
  send(command: Command): void;
  move(place: Place): void;
  forgetDraft(id: string): void;
  /** The person has read what happened since they left. */
  forgetSince(): void;
  /** Asks the server something that changes nothing. */
  ask<K extends "look-back" | "history" | "export">(
    name: K,
    payload: ClientToServer[K],
  ): Promise<Result<Replies[K], Refusal | "unreachable">>;
  /** The document that is edited now; another one after a refused edit. */
  document(): Y.Doc;
  /** A key for a new row. */
  newKey(): string;
  close(): void;
};

/** After so long without a word from the room, the session asks whether it missed something. */
const quietMs = 30_000;

/** What a device keeps of the room's state may be so much behind: it is heard again on return. */
const keepStateMs = 500;

/** How often the time is asked for after a sync, and how long between. */
const timeQuestions = 3;
const timeGapMs = 400;

/** A room that is being loaded again asks for a sync: not at once. */
const resyncMs = 300;

/** A session that goes on from what the device keeps. */
export async function openSession(person: string, doors: SessionDoors): Promise<Session> {
  const kept = await doors.device.load();
  const clientId = await doors.device.takeId();
  return sessionOf(person, doors, kept, clientId);
}

function sessionOf(person: string, doors: SessionDoors, kept: Kept, firstId: number | null): Session {
  const { device, clock, random } = doors;
  const listeners = new Set<() => void>();
  const presence = new Map<string, Presence>();
  const exchange = createExchange();
  const outbox = createOutbox(kept.commands, device, random, keptMore);
  let clientId = firstId;
  let spareIds = Math.max(0, kept.spareIds - (firstId === null ? 0 : 1));
  /** Under which this person speaks when the room is anonymous; known from the server only. */
  let pseudonym: string | null = null;
  let state: RoomState = kept.state ? toRoomState(kept.state) : emptyState;
  let seen: Seen | null = kept.seen;
  /** Whether the connection that was synced first is still there. */
  let isHearing = false;
  let since: Seen | null = null;
  let drafts: readonly Draft[] = kept.drafts;
  let connection: ConnectionState = { kind: "connecting" };
  let lastRefusal: Refusal | null = null;
  let place: Place | null = null;
  const serverClock = createServerClock(clock);
  let seq = 0;
  /** The newest entry of this tab's own that was acknowledged; it may be heard of later than that. */
  let savedSeq = 0;
  let lastAbout: string | undefined;
  let heardAt = 0;
  /** What the server had when we last synced, while there are unsent changes to compare with it. */
  let serverVector: Uint8Array | null = null;
  // Made when asked for, and forgotten at every change.
  let view: RoomView | null = null;
  let rows: Rows | null = null;

  const hears = { changed: documentChanged, kept: keptMore };
  let local: LocalDocument = createLocalDocument(clientId, kept, device, hears);
  const rowsNow = (): Rows => (rows ??= readRows(local.doc));
  /** What is shown of the state in `of`; presence, which changes often, leaves it as it is. */
  let shown: { readonly of: RoomState; readonly is: ShownState } | null = null;
  const shownNow = (): ShownState => {
    if (shown?.of !== state) shown = { of: state, is: shownState(state, { person, pseudonym }) };
    return shown.is;
  };
  const readings = createReadings(doors.reader, readingCame);
  const settler = createSettler(clock, () => ({
    doc: local.doc,
    rows: rowsNow(),
    read: readings.of(rowsNow()),
  }));
  const sending = { wire: () => wire, exchange, clock, resync: sync, changed: notify };
  const updates = createSender({ ...sending, name: "update", next: nextUpdate });
  const commands = createSender({ ...sending, name: "command", next: nextCommand });
  let cancelKeep: (() => void) | null = null;
  let cancelWatch = clock.after(quietMs, watch);
  const wire: Wire = doors.connect({ up, down, refused: end, message });

  function notify(): void {
    view = null;
    for (const listener of [...listeners]) listener();
  }

  /** While the room is heard, nobody is told what the device has. */
  function keptMore(): void {
    if (!exchange.isLive()) notify();
  }

  function documentChanged(isLocal: boolean): void {
    rows = null;
    if (isLocal) {
      settler.afterLocalEdit();
      // What is done in one turn goes out as one update.
      clock.after(0, updates.pump);
    }
    notify();
  }

  /** What was typed a moment ago has been read. */
  function readingCame(): void {
    settler.afterReading();
    notify();
  }

  // Being connected.

  function up(): void {
    connection = { kind: "connecting" };
    sync();
  }

  function down(): void {
    if (exchange.isLive()) seen = { seq, at: heardAt };
    isHearing = false;
    exchange.next();
    presence.clear();
    connection = { kind: "offline" };
    notify();
  }

  function end(refusal: Refusal): void {
    exchange.next();
    connection = { kind: "ended", refusal };
    notify();
  }

  /** A message that was lost shows as a gap at the next one; when none comes for a while, we ask. */
  function watch(): void {
    if (exchange.isLive() && clock.now() - heardAt >= quietMs) sync();
    cancelWatch = clock.after(quietMs, watch);
  }

  function sync(): void {
    const mine = exchange.next();
    const asked = clock.now();
    const have = {
      stateVector: Y.encodeStateVector(local.doc),
      spareIds: Math.min(spareIds, limits.spareIds),
    };
    wire.request("sync", have, (reply) => {
      if (mine !== exchange.number()) return;
      if (reply === null) wire.restart();
      else if (reply.ok) {
        serverClock.forget();
        serverClock.hear(reply.value.now, asked);
        synced(reply.value);
        askTime(mine, timeQuestions);
      } else {
        const again = (): void => {
          if (mine === exchange.number()) sync();
        };
        const resync = (): void => void clock.after(resyncMs, again);
        follow(reply.refusal, clock, { again, resync, rejoin: wire.restart, giveUp: end });
      }
    });
  }

  /** The answer to a sync takes long: short questions tell the time better. */
  function askTime(mine: number, times: number): void {
    if (times === 0 || mine !== exchange.number()) return;
    const asked = clock.now();
    wire.request("clock", {}, (reply) => {
      if (mine !== exchange.number() || !reply?.ok) return;
      if (serverClock.hear(reply.value.now, asked)) notify();
      clock.after(timeGapMs, () => askTime(mine, times - 1));
    });
  }

  function synced(answer: Synced): void {
    heardAt = clock.now();
    // What came since this person saw the room last: on an earlier visit, or before the connection was gone.
    if (seen !== null && answer.seq > seen.seq && !isHearing) since = seen;
    isHearing = true;
    seq = answer.seq;
    state = answer.state;
    pseudonym = answer.pseudonym;
    keepState();
    presence.clear();
    for (const one of answer.presence) presence.set(one.connection, one);
    adoptIds(answer.leases);
    Y.applyUpdate(local.doc, answer.update, "remote");
    serverVector = local.unsent() > 0 ? answer.stateVector : null;
    exchange.live();
    connection = { kind: "online" };
    if (place) wire.tell(place);
    notify();
    updates.pump();
    commands.pump();
  }

  /** Fresh client ids: one to write with when there is none yet, the others for visits without the server. */
  function adoptIds(leases: readonly number[]): void {
    const mine = clientId === null ? leases[0] : undefined;
    const spare = mine === undefined ? leases : leases.slice(1);
    if (mine !== undefined) writeAs(mine);
    spareIds += spare.length;
    void device.addIds(spare);
  }

  function writeAs(id: number): void {
    clientId = id;
    local.doc.clientID = id;
  }

  // Hearing the room.

  function message(name: string, payload: unknown): void {
    const handlers = { entries: hear, presence: hearPresence, resync: sync, bye };
    // reason: the wire pairs each name with its payload; the compiler loses the pair when indexing by name
    const handler = (handlers as Record<string, (payload: never) => void>)[name];
    if (exchange.isLive() || name === "bye") handler?.(payload as never);
  }

  function hear({ from, list, hash }: Entries): void {
    heardAt = clock.now();
    if (from > seq + 1) {
      sync();
      return;
    }
    const before = state;
    changeAs(local.doc, "remote", () => {
      list.forEach((entry, at) => {
        if (from + at !== seq + 1) return;
        seq++;
        if (entry.kind === "update") Y.applyUpdate(local.doc, entry.update, "remote");
        if (entry.kind === "event") state = applyEvent(state, entry.event, { ...entry, seq });
        // What was hidden is not kept here either.
        if (entry.kind === "event" && entry.event.kind === "hide")
          state = stateFor(state, { person, pseudonym });
      });
    });
    if (state !== before) stateChanged(before);
    const isSame = from + list.length - 1 === seq && savedSeq <= seq && local.unsent() === 0;
    if (hash !== null && isSame) compare(hash);
  }

  function keepState(): void {
    cancelKeep?.();
    cancelKeep = null;
    seen = { seq, at: clock.now() };
    void device.keepState(state, seen);
  }

  function stateChanged(before: RoomState): void {
    // The whole debate is in it: kept now and then, not with every press of a button.
    cancelKeep ??= clock.after(keepStateMs, keepState);
    // A new role may come with the right to write, and so with client ids, and with things to see.
    // Nobody has a pseudonym before there is need of one.
    const isAnonymousNow = pseudonym === null && isAnonymous(state.session) && !isAnonymous(before.session);
    const isNewRole = before.people[person]?.role !== state.people[person]?.role;
    if (isAnonymousNow || isNewRole || (clientId === null && mayEdit(state.people[person]?.role ?? "viewer")))
      sync();
    notify();
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
    if (refusal.retry !== "never") {
      wire.restart();
      return;
    }
    end(refusal);
    // Coming back would be refused too, and with another reason than the one that counts.
    wire.close();
  }

  // Sending.

  function nextUpdate(): Parcel<"update"> | null {
    const waiting = local.takeUnsent();
    if (waiting === null) return null;
    const update = serverVector ? Y.encodeStateAsUpdate(local.doc, serverVector) : waiting.update;
    if (update.length > limits.update) {
      void giveUpEdits(refuse("too-large", String(update.length)));
      return null;
    }
    const done = (saved: Saved): void => {
      savedSeq = Math.max(savedSeq, saved.seq);
      serverVector = null;
      local.acknowledge(waiting.count);
      commands.pump();
    };
    return { payload: { update }, done, giveUp: (refusal) => void giveUpEdits(refusal) };
  }

  function nextCommand(): Parcel<"command"> | null {
    const waiting = outbox.first();
    if (waiting === null) return null;
    // It is about the scenario as this person sees it: what they edited before is in the log before it.
    if (namesMoment.has(waiting.command.kind) && local.unsent() > 0) return null;
    const giveUp = (refusal: Refusal): void => {
      lastRefusal = refusal;
      outbox.settle(waiting);
    };
    const done = ({ as }: Saved): void => {
      pseudonym = as ?? pseudonym;
      outbox.settle(waiting);
    };
    return { payload: waiting, done, giveUp };
  }

  /** The room will not take the edits: keep the words as a draft, and go on from the room's document. */
  async function giveUpEdits(refusal: Refusal): Promise<void> {
    const scenario = toScenarioJson(rowsNow());
    const draft = { id: toBase32(random(10)), at: clock.now(), refusal, scenario };
    drafts = [...drafts, draft];
    lastRefusal = refusal;
    void device.keepDraft(draft);
    await startAfresh();
  }

  /** Drops this replica and takes the room's, with a client id that nothing was refused for. */
  async function startAfresh(): Promise<void> {
    const mine = exchange.next();
    local.destroy();
    clientId = null;
    local = createLocalDocument(null, { document: [], unsent: [] }, device, hears);
    rows = null;
    await device.dropDocument();
    const id = await device.takeId();
    if (id !== null && clientId === null) {
      spareIds = Math.max(0, spareIds - 1);
      writeAs(id);
    }
    if (mine === exchange.number()) sync();
  }

  // What a page sees and does.

  const parts = (): SessionParts => ({
    person,
    connection,
    isLive: exchange.isLive(),
    canWrite: clientId !== null,
    state,
    presence,
    local,
    waitingCommands: outbox.count(),
    isKept: local.isKept() && outbox.isKept(),
    shown: shownNow(),
    rows: rowsNow(),
    read: readings.of(rowsNow()),
    drafts,
    lastRefusal,
    clockOffsetMs: serverClock.offsetMs(),
    pseudonym,
    since,
  });
  const mayWrite = (): boolean => canEdit({ person, connection, canWrite: clientId !== null, state });

  function step(run: () => void): void {
    if (!mayWrite()) return;
    settler.beforeLocalEdit();
    run();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => (view ??= viewOf(parts())),
    edit(write, about) {
      if (!mayWrite()) return false;
      if (about === undefined || about !== lastAbout) local.undo.stopCapturing();
      lastAbout = about;
      // Yjs takes another id when it meets its own in what others send; that one would not be leased.
      if (local.doc.clientID !== clientId) {
        void startAfresh();
        return false;
      }
      step(() => changeAs(local.doc, "local", () => write(local.doc)));
      return true;
    },
    undo: () => step(() => local.undo.undo()),
    redo: () => step(() => local.undo.redo()),
    send(command) {
      outbox.add(command);
      notify();
      commands.pump();
    },
    move(to) {
      place = to;
      if (exchange.isLive()) wire.tell(to);
    },
    forgetSince() {
      since = null;
      notify();
    },
    ask: (name, payload) =>
      new Promise((resolve) => {
        wire.request(name, payload, (reply) => {
          if (reply === null) resolve(err("unreachable"));
          else resolve(reply.ok ? ok(reply.value) : err(reply.refusal));
        });
      }),
    forgetDraft(id) {
      drafts = drafts.filter((draft) => draft.id !== id);
      void device.forgetDraft(id);
      notify();
    },
    document: () => local.doc,
    newKey: () => `r${toBase32(random(10))}`,
    close() {
      exchange.next();
      cancelWatch();
      if (cancelKeep) keepState();
      settler.stop();
      readings.stop();
      connection = { kind: "left" };
      wire.close();
      local.destroy();
    },
  };
}
