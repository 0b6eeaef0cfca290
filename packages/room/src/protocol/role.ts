/** What someone may do in a room, most powerful first. */
export const roles = ["moderator", "debater", "participant", "viewer", "screen"] as const;

/**
 * moderator: made the room or was handed it; debater: edits the scenario; participant: objects and votes;
 * viewer: reads, plays in a private copy; screen: the projector.
 */
export type Role = (typeof roles)[number];

/** Those whose word counts: they object, react, judge, pin their g. */
export const speakers: readonly Role[] = ["moderator", "debater", "participant"];

/** Those who change the shared scenario. */
export const editors: readonly Role[] = ["moderator", "debater"];

/** Whether `role` may change the shared scenario. */
export const mayEdit = (role: Role): boolean => editors.includes(role);

/** Whether `a` may do at most what `b` may. */
export const isAtMost = (a: Role, b: Role): boolean => roles.indexOf(a) >= roles.indexOf(b);
