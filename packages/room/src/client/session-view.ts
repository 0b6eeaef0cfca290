import { wordsAt } from "../command/hideable.ts";
import { isMuted } from "../command/permits.ts";
import { phaseLock } from "../command/phase.ts";
import type { Person, RoomState } from "../command/room-state.ts";
import { type Self, shownTo } from "../command/sight.ts";
import type { Rows } from "../document/rows.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { mayEdit } from "../protocol/role.ts";
import type { Presence } from "../wire/messages.ts";
import type { Draft, Seen } from "./device.ts";
import type { LocalDocument } from "./local-document.ts";
import type { ReadRows } from "./readings.ts";
import type { ConnectionState, PersonView, RoomView, Saving } from "./room-view.ts";

/** What a session knows at one moment. */
export type SessionParts = {
  readonly person: string;
  readonly connection: ConnectionState;
  readonly isLive: boolean;
  /** Whether this tab has a leased client id to write with. */
  readonly canWrite: boolean;
  readonly state: RoomState;
  readonly shown: ShownState;
  readonly presence: ReadonlyMap<string, Presence>;
  readonly local: LocalDocument;
  readonly waitingCommands: number;
  /** Whether this device's storage has all that waits. */
  readonly isKept: boolean;
  readonly rows: Rows;
  readonly read: ReadRows;
  readonly drafts: readonly Draft[];
  readonly lastRefusal: Refusal | null;
  readonly clockOffsetMs: number;
  readonly pseudonym: string | null;
  readonly since: Seen | null;
};

/** Whether the person may edit the scenario now. */
export function canEdit(parts: Pick<SessionParts, "person" | "connection" | "canWrite" | "state">): boolean {
  const { state } = parts;
  const role = state.people[parts.person]?.role ?? "viewer";
  const isMute = isMuted(state, parts.person);
  const isOpen = !state.closed && !isMute && phaseLock(state.session, role, "edit") === null;
  return parts.canWrite && isOpen && parts.connection.kind !== "ended" && mayEdit(role);
}

/** What a page shows of a room's state, and what its person may read behind the stubs in it. */
export type ShownState = { readonly state: RoomState; readonly covered: RoomView["covered"] };

const nothing: RoomView["covered"] = {};

/** What the page of `self` shows of a state. */
export function shownState(state: RoomState, self: Self): ShownState {
  const shown = shownTo(state, self);
  if (shown === state) return { state, covered: nothing };
  const refs = Object.keys(state.session.hidden);
  return { state: shown, covered: Object.fromEntries(refs.map((ref) => [ref, wordsAt(state, ref)])) };
}

/** The room as a page shows it. */
export function viewOf(parts: SessionParts): RoomView {
  const { local, rows, read } = parts;
  const { state, covered } = parts.shown;
  return {
    connection: parts.connection,
    saving: savingOf(parts),
    you: state.people[parts.person] ?? null,
    canEdit: canEdit(parts),
    people: peopleOf(state.people, [...parts.presence.values()]),
    code: state.code,
    closed: state.closed,
    pins: state.pins,
    call: state.call,
    estimates: state.estimates,
    debate: state.debate,
    session: state.session,
    covered,
    clockOffsetMs: parts.clockOffsetMs,
    pseudonym: parts.pseudonym,
    since: parts.since,
    rows,
    scenario: read.reading.scenario,
    issues: read.reading.issues,
    isReading: read.rows !== rows,
    isUnread: read.rows !== rows && (read.rows?.programs.length ?? 0) === 0,
    canUndo: local.undo.canUndo(),
    canRedo: local.undo.canRedo(),
    drafts: parts.drafts,
    lastRefusal: parts.lastRefusal,
  };
}

function savingOf({ local, waitingCommands, isLive, isKept }: SessionParts): Saving {
  const count = local.unsent() + waitingCommands;
  if (count === 0) return { kind: "saved" };
  return isLive || !isKept ? { kind: "saving" } : { kind: "kept", count };
}

const peopleOf = (people: Readonly<Record<string, Person>>, presence: readonly Presence[]): PersonView[] =>
  Object.values(people)
    // A name that is hidden is empty in the state.
    .map((one) => ({
      ...one,
      name: one.name || "a hidden name",
      at: presence.filter((connection) => connection.person === one.id),
    }))
    .sort((a, b) => a.colour - b.colour);
