/** Values that someone has made public over the shared scenario. */
export type Position = {
  /** The person's id, or `group/` and the group's name. */
  readonly id: string;
  /** As it is shown; a group's is the group's. */
  readonly name: string;
  readonly isGroup: boolean;
  /** Index into the page's colours of people; null for a group. */
  readonly colour: number | null;
  /** A patch as JSON of the patch format. */
  readonly patch: readonly unknown[];
  /** Their exchange rate as an exact text, where it is public. */
  readonly g: string | null;
};
