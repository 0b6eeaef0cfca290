/** What had to be asked of the world before a command could be decided. */
export type Prepared = {
  readonly freshCode: string | null;
  /** Whether a moderator is connected now, as far as this process knows. */
  readonly isModeratorPresent: boolean;
};
