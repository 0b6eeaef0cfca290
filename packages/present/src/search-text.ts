/** What a search leaves open: it tried all sets of up to `tried` things. */
export const searchText = (tried: number, things: string): string =>
  `Found by a search, since there are too many ${things} to try all sets: those of up to ${tried} are complete, larger ones may be missing.`;
