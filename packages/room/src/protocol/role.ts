/** What someone may do in a room, most powerful first. */
export const roles = ["moderator", "debater", "participant", "viewer", "screen"] as const;

/**
 * moderator: made the room or was handed it; debater: edits the scenario; participant: objects and votes;
 * viewer: reads, plays in a private copy; screen: the projector.
 */
export type Role = (typeof roles)[number];

/** Whether `role` may change the shared scenario. */
export const mayEdit = (role: Role): boolean => role === "moderator" || role === "debater";

/** Whether `a` may do at most what `b` may. */
export const isAtMost = (a: Role, b: Role): boolean => roles.indexOf(a) >= roles.indexOf(b);
