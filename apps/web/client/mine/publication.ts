/** How far what is published is from what one holds now. */
export type Publication = {
  /** Changes in what is published; null where nothing is. */
  readonly published: number | null;
  /** Changes of one's own that are not published as they are now, and published ones that one no longer holds. */
  readonly open: number;
};

/** Compares one's own changes with what one has published (JSON of the patch format), change by change. */
export function publicationOf(own: readonly unknown[], published: readonly unknown[] | null): Publication {
  const texts = own.map(textOf);
  if (published === null) return { published: null, open: texts.length };
  const there = published.map(textOf);
  const added = texts.filter((one) => !there.includes(one)).length;
  const gone = there.filter((one) => !texts.includes(one)).length;
  return { published: there.length, open: Math.max(added, gone) };
}

/** An edit as text, whatever the order of its keys. */
const textOf = (edit: unknown): string =>
  JSON.stringify(edit, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
