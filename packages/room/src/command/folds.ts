import type { Command, CommandEvent } from "./commands.ts";
import { foldAcceptObjection } from "./folds/accept-objection.ts";
import { foldAnswerPoll } from "./folds/answer-poll.ts";
import { foldBlindEstimates } from "./folds/blind-estimates.ts";
import { foldBlindPoll } from "./folds/blind-poll.ts";
import { foldCallPeople } from "./folds/call-people.ts";
import { foldCheckpoint } from "./folds/checkpoint.ts";
import { foldClearLost } from "./folds/clear-lost.ts";
import { foldCloseDoor } from "./folds/close-door.ts";
import { foldClosePoll } from "./folds/close-poll.ts";
import { foldCloseRoom } from "./folds/close-room.ts";
import { foldConcedeObjection } from "./folds/concede-objection.ts";
import { foldDeclineObjection } from "./folds/decline-objection.ts";
import { foldEditObjection } from "./folds/edit-objection.ts";
import { foldEndorse } from "./folds/endorse.ts";
import { foldHandOver } from "./folds/hand-over.ts";
import { foldHide } from "./folds/hide.ts";
import { foldJoinGroup } from "./folds/join-group.ts";
import { foldLockTerm } from "./folds/lock-term.ts";
import { foldLostMe } from "./folds/lost-me.ts";
import { foldLowerHand } from "./folds/lower-hand.ts";
import { foldMergeObjection } from "./folds/merge-objection.ts";
import { foldMute } from "./folds/mute.ts";
import { foldNoteRestore } from "./folds/note-restore.ts";
import { foldOpenPoll } from "./folds/open-poll.ts";
import { foldPin } from "./folds/pin.ts";
import { foldPinClaim } from "./folds/pin-claim.ts";
import { foldPinGloss } from "./folds/pin-gloss.ts";
import { foldPublishOverlay } from "./folds/publish-overlay.ts";
import { foldRaiseHand } from "./folds/raise-hand.ts";
import { foldRaiseObjection } from "./folds/raise-objection.ts";
import { foldReact } from "./folds/react.ts";
import { foldReadmitPerson } from "./folds/readmit-person.ts";
import { foldReanchorObjection } from "./folds/reanchor-objection.ts";
import { foldRecognise } from "./folds/recognise.ts";
import { foldRemoveClaim } from "./folds/remove-claim.ts";
import { foldRemovePerson } from "./folds/remove-person.ts";
import { foldRename } from "./folds/rename.ts";
import { foldRenewCode } from "./folds/renew-code.ts";
import { foldReopenObjection } from "./folds/reopen-objection.ts";
import { foldRevealEstimates } from "./folds/reveal-estimates.ts";
import { foldRevealPoll } from "./folds/reveal-poll.ts";
import { foldSetAgenda } from "./folds/set-agenda.ts";
import { foldSetAnonymous } from "./folds/set-anonymous.ts";
import { foldSetApplicability } from "./folds/set-applicability.ts";
import { foldSetCode } from "./folds/set-code.ts";
import { foldSetCredence } from "./folds/set-credence.ts";
import { foldSetEmbed } from "./folds/set-embed.ts";
import { foldSetExtraTime } from "./folds/set-extra-time.ts";
import { foldSetRole } from "./folds/set-role.ts";
import { foldSetTask } from "./folds/set-task.ts";
import { foldSetTimer } from "./folds/set-timer.ts";
import { foldShowOnScreen } from "./folds/show-on-screen.ts";
import { foldSkipHand } from "./folds/skip-hand.ts";
import { foldStartPhase } from "./folds/start-phase.ts";
import { foldUnhide } from "./folds/unhide.ts";
import { foldUnmute } from "./folds/unmute.ts";
import { foldWithdrawObjection } from "./folds/withdraw-objection.ts";
import { foldWithdrawOverlay } from "./folds/withdraw-overlay.ts";
import { foldYieldFloor } from "./folds/yield-floor.ts";
import type { RoomState } from "./room-state.ts";
import type { EntryMeta } from "./rule.ts";

/** What each kind of command does to the room. Pages know the folds only, not who may what: the server decides that. */
const folds = {
  rename: foldRename,
  "set-role": foldSetRole,
  "hand-over": foldHandOver,
  "set-code": foldSetCode,
  "renew-code": foldRenewCode,
  "close-room": foldCloseRoom,
  "call-people": foldCallPeople,
  pin: foldPin,
  "raise-objection": foldRaiseObjection,
  "edit-objection": foldEditObjection,
  "withdraw-objection": foldWithdrawObjection,
  "concede-objection": foldConcedeObjection,
  "accept-objection": foldAcceptObjection,
  "merge-objection": foldMergeObjection,
  "decline-objection": foldDeclineObjection,
  "reopen-objection": foldReopenObjection,
  "reanchor-objection": foldReanchorObjection,
  react: foldReact,
  endorse: foldEndorse,
  "pin-claim": foldPinClaim,
  "remove-claim": foldRemoveClaim,
  "publish-overlay": foldPublishOverlay,
  "join-group": foldJoinGroup,
  "withdraw-overlay": foldWithdrawOverlay,
  "set-task": foldSetTask,
  "set-credence": foldSetCredence,
  "set-applicability": foldSetApplicability,
  "reveal-estimates": foldRevealEstimates,
  "blind-estimates": foldBlindEstimates,
  "set-agenda": foldSetAgenda,
  "start-phase": foldStartPhase,
  "lock-term": foldLockTerm,
  "set-timer": foldSetTimer,
  "set-extra-time": foldSetExtraTime,
  "raise-hand": foldRaiseHand,
  "lower-hand": foldLowerHand,
  "skip-hand": foldSkipHand,
  recognise: foldRecognise,
  "yield-floor": foldYieldFloor,
  "show-on-screen": foldShowOnScreen,
  "open-poll": foldOpenPoll,
  "answer-poll": foldAnswerPoll,
  "reveal-poll": foldRevealPoll,
  "blind-poll": foldBlindPoll,
  "close-poll": foldClosePoll,
  "lost-me": foldLostMe,
  "clear-lost": foldClearLost,
  "pin-gloss": foldPinGloss,
  checkpoint: foldCheckpoint,
  "note-restore": foldNoteRestore,
  hide: foldHide,
  unhide: foldUnhide,
  mute: foldMute,
  unmute: foldUnmute,
  "remove-person": foldRemovePerson,
  "readmit-person": foldReadmitPerson,
  "close-door": foldCloseDoor,
  "set-anonymous": foldSetAnonymous,
  "set-embed": foldSetEmbed,
} as const satisfies Record<Command["kind"], unknown>;

type AnyFold = (state: RoomState, event: CommandEvent, meta: EntryMeta) => RoomState;
// reason: folds of different events have no common type for them; the kind ties each event to its own fold
const byKind = new Map(Object.entries(folds) as unknown as [string, AnyFold][]);

/** The state after a command's event; undefined when the kind is unknown here (the log was written by a newer version). */
export const applyCommandEvent = (
  state: RoomState,
  event: CommandEvent,
  meta: EntryMeta,
): RoomState | undefined => byKind.get(event.kind)?.(state, event, meta);
