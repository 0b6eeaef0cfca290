import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { Role } from "../protocol/role.ts";
import type { Prepared } from "./prepared.ts";
import type { Person } from "./room-state.ts";

/** Those who may steer a meeting: moderators, and debaters while no moderator is connected. */
export const leaders: readonly Role[] = ["moderator", "debater"];

/** Why `by` may not steer the meeting now; null when they may. */
export const checkLead = (by: Person, prepared: Prepared): Refusal | null =>
  by.role !== "moderator" && prepared.isModeratorPresent
    ? refuse("not-allowed", "a moderator is there to do it")
    : null;
