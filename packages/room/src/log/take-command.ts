import { type Command, decideCommand, isSaidAnonymously, needsCode } from "../command/commands.ts";
import type { Prepared } from "../command/prepared.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { CommandId } from "../protocol/shapes.ts";
import type { Saved } from "../wire/messages.ts";
import { type Answer, afterStaged, answered, type Live, stageEvent } from "./live.ts";
import { newPseudonym, stagePseudonym } from "./pseudonym.ts";
import { isDone, selfOf } from "./replica.ts";

/** A command with the id that its sender gave it. */
export type CommandRequest = { readonly id: CommandId; readonly command: Command };

/**
 * Decides a command and logs what it became; a repeat does nothing twice. Refused (returned) or answered when it
 * is on disk. `"code"` asks to come again with a fresh code.
 */
export function takeCommand(
  live: Live,
  person: string,
  request: CommandRequest,
  prepared: Prepared,
  answer: Answer<Saved>,
): Refusal | "code" | null {
  const who = live.replica.state.people[person];
  if (who === undefined) return refuse("not-joined");
  if (who.removed) return refuse("removed");
  if (isDone(live.replica, person, request.id)) {
    afterStaged(live, (outcome) => answer(answered(outcome, () => ({ seq: 0 }))));
    return null;
  }
  if (needsCode(request.command) && who.role === "moderator" && prepared.freshCode === null) return "code";
  const { state } = live.replica;
  const self = selfOf(live.replica, person);
  const as = isSaidAnonymously(state, self, request.command) ? (self.pseudonym ?? newPseudonym(live)) : null;
  const by = as === null ? who : { ...who, id: as, name: "" };
  const decided = decideCommand(state, by, request.command, prepared);
  if (!decided.ok) return decided.error;
  if (as !== null && self.pseudonym === null) stagePseudonym(live, person, as);
  const settled = (outcome: Parameters<typeof answered>[0]): void =>
    answer(answered(outcome, (seq) => ({ seq, ...(as !== null && { as }) })));
  stageEvent(live, person, { ...decided.value, id: request.id, ...(as !== null && { under: as }) }, settled);
  return null;
}
