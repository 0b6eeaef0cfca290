import type { Permission } from "../protocol/permission.ts";
import { type Refusal, refuseSaying } from "../protocol/refusal.ts";
import { phaseLock } from "./phase.ts";
import type { Person, RoomState } from "./room-state.ts";

const deeds: Readonly<Record<Permission, string>> = {
  edit: "the shared scenario can be edited",
  object: "objections can be raised",
  reply: "objections can be answered",
  react: "reactions are open",
  estimate: "estimates are open",
  claim: "claims can be pinned",
  overlay: "own values can be published",
  speak: "hands can be raised",
  answer: "polls can be answered",
};

/** Why the phase that is on keeps `by` from this, who opens it and when; null when it does not. */
export function checkPhase(
  state: Pick<RoomState, "session">,
  by: Pick<Person, "role">,
  permission: Permission,
): Refusal | null {
  const lock = phaseLock(state.session, by.role, permission);
  if (lock === null) return null;
  const when = lock.opensIn
    ? `${deeds[permission]} in the phase “${lock.opensIn.name}”, which a moderator starts`
    : `a moderator opens it by moving on or editing the agenda`;
  return refuseSaying(
    "phase-locked",
    `not in the phase “${lock.phase.name}”: ${when}`,
    `${permission} as ${by.role}`,
  );
}

/**
 * Whether a moderator muted this name: a person's, or a pseudonym. It holds for what stands under that name alone: if
 * muting one name of a person silenced the other, the silence would tell everybody whose they are.
 */
export const isMuted = (state: Pick<RoomState, "session">, id: string | null): boolean =>
  id !== null && Object.hasOwn(state.session.muted, id);
