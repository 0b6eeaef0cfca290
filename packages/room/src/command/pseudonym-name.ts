/** What people call someone whom nobody knows: the same on every page, as the id says no more. */
export const pseudonymName = (id: string): string => `Voice ${id.slice(0, 4).toUpperCase()}`;
