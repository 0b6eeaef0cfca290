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
          <svg
            aria-hidden
            viewBox="0 0 200 12"
            preserveAspectRatio="none"
            className="block h-3 w-full overflow-visible text-ink"
          >
            <line
              x1="0"
              x2="200"
              y1="6"
              y2="6"
              stroke="var(--rule)"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
            {before !== null && now !== null && before !== now && (
              <line
                x1={before * 200}
                x2={now * 200}
                y1="6"
                y2="6"
                stroke="currentColor"
                strokeWidth="2"
                vectorEffect="non-scaling-stroke"
              />
            )}
          </svg>
          <span aria-hidden className="relative -mt-3 block h-3">
            {before !== null && before !== now && (
              <span
                className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-edge bg-card"
                style={{ left: `${before * 100}%` }}
              />
            )}
            {now !== null &&
              (before === null || before === now ? (
                <span
                  className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink"
                  style={{ left: `${now * 100}%` }}
                />
              ) : (
                <span
                  className={`absolute top-1/2 -translate-y-1/2 border-y-[5px] border-y-transparent ${
                    now > before
                      ? "-translate-x-full border-l-[8px] border-l-ink"
                      : "border-r-[8px] border-r-ink"
                  }`}
                  style={{ left: `${now * 100}%` }}
                />
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
