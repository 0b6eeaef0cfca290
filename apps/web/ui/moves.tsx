/** Where somebody stood and where they stand, as shares from 0 to 1 of a line; null where they did not. */
export type Move = {
  readonly id: string;
  readonly name: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Both in words, and what moved them. */
  readonly text: string;
};

/** One line for each person with an arrow from where they stood to where they stand; the words say the same. */
export function Moves({ label, moves }: { readonly label: string; readonly moves: readonly Move[] }) {
  return (
    <ul aria-label={label} className="space-y-1.5">
      {moves.map(({ id, name, before, now, text }) => (
        <li key={id}>
          <p className="text-[0.8125rem] leading-snug [overflow-wrap:anywhere]">
            <bdi className="font-medium">{name}</bdi> <span className="text-soft">{text}</span>
          </p>
          <MoveLine before={before} now={now} />
        </li>
      ))}
    </ul>
  );
}

/** The line with the arrow, as high as the text around it is large; hidden from screen readers. */
export function MoveLine({ before, now }: Pick<Move, "before" | "now">) {
  const hasMoved = before !== null && now !== null && before !== now;
  const at = (share: number): string => `${share * 100}%`;
  return (
    <span aria-hidden className="relative mx-[0.4em] block h-[0.9em]">
      <span className="absolute inset-x-0 top-1/2 h-[0.12em] -translate-y-1/2 bg-rule forced-colors:bg-[GrayText]" />
      {hasMoved && (
        <span
          className="absolute top-1/2 h-[0.16em] -translate-y-1/2 bg-ink forced-colors:bg-[CanvasText]"
          style={{ left: at(Math.min(before, now)), width: at(Math.abs(now - before)) }}
        />
      )}
      {before !== null && before !== now && (
        <span
          className="absolute top-1/2 size-[0.75em] -translate-x-1/2 -translate-y-1/2 rounded-full border-[0.15em] border-edge bg-card"
          style={{ left: at(before) }}
        />
      )}
      {now !== null &&
        (hasMoved ? (
          <span
            className={`absolute top-1/2 -translate-y-1/2 border-y-[0.36em] border-y-transparent forced-color-adjust-none ${
              now > before
                ? "-translate-x-full border-l-[0.6em] border-l-ink"
                : "border-r-[0.6em] border-r-ink"
            }`}
            style={{ left: at(now) }}
          />
        ) : (
          <span
            className="absolute top-1/2 size-[0.7em] -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink forced-colors:bg-[CanvasText]"
            style={{ left: at(now) }}
          />
        ))}
    </span>
  );
}
