export { type Clock, type Random, systemClock, systemRandom } from "./base/doors.ts";
export { type NotAdmitted, requestAdmission } from "./client/admit.ts";
export { coreReader, readOnce } from "./client/core-reader.ts";
export type { Device, Draft, Kept, Seen } from "./client/device.ts";
export { createMemoryDevices, type Devices, type KnownRoom } from "./client/devices.ts";
export { openDevices } from "./client/indexed-devices.ts";
export { type ClientDoors, createRoom, importRoom, type JoinedRoom, joinRoom } from "./client/join-room.ts";
export type { LookingBack, NoAnswer, Version } from "./client/looking-back.ts";
export { type ObjectionView, objectionsOf } from "./client/objections.ts";
export type { Reader } from "./client/reader.ts";
export { type DatedScenario, recordOf } from "./client/record.ts";
export { type Moment, type Reported, recordSeqs } from "./client/record-seqs.ts";
export type { Position, Report } from "./client/report.ts";
export type { Removal, RoomEdits } from "./client/room-edits.ts";
export type { ConnectionState, PersonView, RoomView, Saving } from "./client/room-view.ts";
export { createSocketWire } from "./client/socket-wire.ts";
export type { Wire } from "./client/wire.ts";
export { isAnonymous } from "./command/anonymity.ts";
export type { Command } from "./command/commands.ts";
export {
  type DebateState,
  isPublished,
  type Outcome,
  type PinnedClaim,
  type PublishedOverlay,
  type RoomObjection,
} from "./command/debate-state.ts";
export { type Because, type Estimate, type Estimates, ratherNot } from "./command/estimate-state.ts";
export { type Floor, type Hand, type QueuePlace, queueOf } from "./command/floor.ts";
export { overlayRef } from "./command/hideable.ts";
export type { Lost } from "./command/lost.ts";
export type { Hidden, ModerationNote, Muted } from "./command/moderation.ts";
export { isMuted } from "./command/permits.ts";
export {
  defaultAgenda,
  type PastPhase,
  type Phase,
  type PhaseLock,
  phaseLock,
  phaseOf,
} from "./command/phase.ts";
export type { Poll, PollForm } from "./command/poll.ts";
export { pseudonymName } from "./command/pseudonym-name.ts";
export type { Call, Person, RoomCode } from "./command/room-state.ts";
export { type Checkpoint, emptySession, type Gloss, type SessionState } from "./command/session-state.ts";
export { remainingMs, type Timer, type Timers } from "./command/timer.ts";
export type { RowRef } from "./document/edit.ts";
export type { RowIssue } from "./document/reading.ts";
export type { Choice, Row, Rows } from "./document/rows.ts";
export { toScenarioJson } from "./document/scenario-json.ts";
export { formulaFields, proseFields, type RowKind, rowKinds } from "./document/shape.ts";
export type { TextChange } from "./document/text-change.ts";
export type { Use } from "./document/uses.ts";
export { type Reaction, reactions } from "./protocol/debate-words.ts";
export { limits } from "./protocol/limits.ts";
export { nowhere } from "./protocol/nowhere.ts";
export { type Permission, type PhaseRole, permissions, phaseRoles } from "./protocol/permission.ts";
export type { Refusal, RefusalCode, Retry } from "./protocol/refusal.ts";
export { editors, mayEdit, type Role, speakers } from "./protocol/role.ts";
export type { Spotlight } from "./protocol/session-shapes.ts";
export type { Place } from "./protocol/shapes.ts";
export type { HistoryItem, Presence, Reply, Saved, ServerToClient, Synced } from "./wire/messages.ts";
export { PROTOCOL_VERSION } from "./wire/version.ts";
