/** The id in a room of a contribution to the example debate: the same in every room, so that the tour finds them. */
export const exampleId = (id: string): string => `example${id.replaceAll("-", "")}`.slice(0, 32);

/** The moves of the tour in their order, by their ids in a room. */
export const TOUR: readonly string[] = ["hybrid", "overlap", "lazy-honest", "knowing-is-not-wanting"].map(
  exampleId,
);
