/** What an objection does; the kinds of the objection format. */
export const objectionKinds = ["rebut", "undermine", "undercut", "scope", "proposal", "question"] as const;

/** What people say to a thing with one press. */
export const reactions = ["agree", "unclear", "needs-source", "crux-for-me"] as const;

/** One of the four reactions. */
export type Reaction = (typeof reactions)[number];
