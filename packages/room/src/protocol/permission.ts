import type { Role } from "./role.ts";

/** What a phase may open or close; each command that a phase rules over names one of them. */
export const permissions = [
  "edit",
  "object",
  "reply",
  "react",
  "estimate",
  "claim",
  "overlay",
  "speak",
  "answer",
] as const;

/**
 * edit: the shared scenario; object: raise objections; reply: answer them; react: reactions and endorsements;
 * estimate: g, credences, applicability; claim: pin claims; overlay: publish own values; speak: raise a hand;
 * answer: answer polls.
 */
export type Permission = (typeof permissions)[number];

/** The roles that a phase rules over: the moderator opens phases, and the screen does nothing. */
export const phaseRoles = ["debater", "participant", "viewer"] as const satisfies readonly Role[];

/** One of the roles that a phase rules over. */
export type PhaseRole = (typeof phaseRoles)[number];
