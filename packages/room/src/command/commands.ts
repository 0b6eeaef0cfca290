import { err, ok, type Result } from "@crux/core";
import * as z from "zod/mini";
import type { Permission } from "../protocol/permission.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { speaksAnonymously } from "./actor.ts";
import { acceptObjection } from "./kinds/accept-objection.ts";
import { answerPoll } from "./kinds/answer-poll.ts";
import { blindEstimates } from "./kinds/blind-estimates.ts";
import { blindPoll } from "./kinds/blind-poll.ts";
import { callPeople } from "./kinds/call-people.ts";
import { checkpoint } from "./kinds/checkpoint.ts";
import { clearLost } from "./kinds/clear-lost.ts";
import { closeDoor } from "./kinds/close-door.ts";
import { closePoll } from "./kinds/close-poll.ts";
import { closeRoom } from "./kinds/close-room.ts";
import { concedeObjection } from "./kinds/concede-objection.ts";
import { declineObjection } from "./kinds/decline-objection.ts";
import { editObjection } from "./kinds/edit-objection.ts";
import { endorse } from "./kinds/endorse.ts";
import { handOver } from "./kinds/hand-over.ts";
import { hide } from "./kinds/hide.ts";
import { joinGroup } from "./kinds/join-group.ts";
import { lockTerm } from "./kinds/lock-term.ts";
import { lostMe } from "./kinds/lost-me.ts";
import { lowerHand } from "./kinds/lower-hand.ts";
import { mergeObjection } from "./kinds/merge-objection.ts";
import { mute } from "./kinds/mute.ts";
import { noteRestore } from "./kinds/note-restore.ts";
import { openPoll } from "./kinds/open-poll.ts";
import { pin } from "./kinds/pin.ts";
import { pinClaim } from "./kinds/pin-claim.ts";
import { pinGloss } from "./kinds/pin-gloss.ts";
import { publishOverlay } from "./kinds/publish-overlay.ts";
import { raiseHand } from "./kinds/raise-hand.ts";
import { raiseObjection } from "./kinds/raise-objection.ts";
import { react } from "./kinds/react.ts";
import { readmitPerson } from "./kinds/readmit-person.ts";
import { reanchorObjection } from "./kinds/reanchor-objection.ts";
import { recognise } from "./kinds/recognise.ts";
import { removeClaim } from "./kinds/remove-claim.ts";
import { removePerson } from "./kinds/remove-person.ts";
import { rename } from "./kinds/rename.ts";
import { renewCode } from "./kinds/renew-code.ts";
import { reopenObjection } from "./kinds/reopen-objection.ts";
import { revealEstimates } from "./kinds/reveal-estimates.ts";
import { revealPoll } from "./kinds/reveal-poll.ts";
import { setAgenda } from "./kinds/set-agenda.ts";
import { setAnonymous } from "./kinds/set-anonymous.ts";
import { setApplicability } from "./kinds/set-applicability.ts";
import { setCode } from "./kinds/set-code.ts";
import { setCredence } from "./kinds/set-credence.ts";
import { setEmbed } from "./kinds/set-embed.ts";
import { setExtraTime } from "./kinds/set-extra-time.ts";
import { setRole } from "./kinds/set-role.ts";
import { setTask } from "./kinds/set-task.ts";
import { setTimer } from "./kinds/set-timer.ts";
import { showOnScreen } from "./kinds/show-on-screen.ts";
import { skipHand } from "./kinds/skip-hand.ts";
import { startPhase } from "./kinds/start-phase.ts";
import { unhide } from "./kinds/unhide.ts";
import { unmute } from "./kinds/unmute.ts";
import { withdrawObjection } from "./kinds/withdraw-objection.ts";
import { withdrawOverlay } from "./kinds/withdraw-overlay.ts";
import { yieldFloor } from "./kinds/yield-floor.ts";
import { checkPhase, isMuted } from "./permits.ts";
import type { Prepared } from "./prepared.ts";
import type { Person, RoomState } from "./room-state.ts";
import type { CommandRule } from "./rule.ts";
import type { Self } from "./sight.ts";

/** Every kind of command. A new kind is one file in kinds/ and one line here. */
const kinds = [
  rename,
  setRole,
  handOver,
  setCode,
  renewCode,
  closeRoom,
  callPeople,
  pin,
  raiseObjection,
  editObjection,
  withdrawObjection,
  concedeObjection,
  acceptObjection,
  mergeObjection,
  declineObjection,
  reopenObjection,
  reanchorObjection,
  react,
  endorse,
  pinClaim,
  removeClaim,
  publishOverlay,
  joinGroup,
  withdrawOverlay,
  setTask,
  setCredence,
  setApplicability,
  revealEstimates,
  blindEstimates,
  setAgenda,
  startPhase,
  lockTerm,
  setTimer,
  setExtraTime,
  raiseHand,
  lowerHand,
  skipHand,
  recognise,
  yieldFloor,
  showOnScreen,
  openPoll,
  answerPoll,
  revealPoll,
  blindPoll,
  closePoll,
  lostMe,
  clearLost,
  pinGloss,
  checkpoint,
  noteRestore,
  hide,
  unhide,
  mute,
  unmute,
  removePerson,
  readmitPerson,
  closeDoor,
  setAnonymous,
  setEmbed,
] as const;

/** A command as it travels. */
// reason: the list's element type is a union of rules, which the signature of discriminatedUnion can't take apart
export const command = z.discriminatedUnion(
  "kind",
  kinds.map((rule) => rule.input) as never,
) as z.ZodMiniType<Command>;

/** What a person asks the room to do, beside editing the scenario. */
export type Command = z.infer<(typeof kinds)[number]["input"]>;

/** What a command became: its kind and what its rule decided. */
export type CommandEvent = { readonly kind: string };

// reason: a list of rules with different inputs has no common type for them; `kind` ties each input to its own rule
type AnyRule = CommandRule<{ kind: string }, object>;
const rules = new Map(kinds.map((rule) => [rule.kind as string, rule as unknown as AnyRule]));

const permissionOf = (permission: NonNullable<AnyRule["permission"]>, wanted: Command): Permission =>
  typeof permission === "function" ? permission(wanted) : permission;

/** Whether `self` says this under a pseudonym (one that they may not have yet). */
export function isSaidAnonymously(state: RoomState, self: Self, wanted: Command): boolean {
  const rule = rules.get(wanted.kind);
  return rule !== undefined && speaksAnonymously(state, self, rule, wanted);
}

/** Whether deciding this command takes a code that no other room uses. */
export const needsCode = (wanted: Command): boolean => rules.get(wanted.kind)?.needsCode === true;

/** The event that `wanted` becomes when `by` sends it now, or the refusal. Pure. */
export function decideCommand(
  state: RoomState,
  by: Person,
  wanted: Command,
  prepared: Prepared,
): Result<CommandEvent, Refusal> {
  const rule = rules.get(wanted.kind);
  if (!rule) return err(refuse("bad-message", wanted.kind));
  if (!rule.roles.includes(by.role)) return err(refuse("not-allowed", `${wanted.kind} as ${by.role}`));
  if (state.closed && wanted.kind !== "close-room") return err(refuse("room-closed"));
  if (!rule.whenMuted && isMuted(state, by.id)) return err(refuse("muted"));
  const locked = rule.permission && checkPhase(state, by, permissionOf(rule.permission, wanted));
  if (locked) return err(locked);
  const decided = rule.decide(state, by, wanted, prepared);
  return decided.ok ? ok({ ...decided.value, kind: wanted.kind }) : decided;
}
