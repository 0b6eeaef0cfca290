/**
 * Lying bars with their numbers at the end; where `before` is not null, a mark on each says how long it was before.
 * The words for those who don't see it stand elsewhere: the picture is hidden from screen readers.
 */
export function Bars(props: {
  readonly bars: readonly { readonly label: string; readonly now: number; readonly before: number }[];
  readonly hasBefore: boolean;
}) {
  const most = Math.max(1, ...props.bars.map(({ now, before }) => Math.max(now, before)));
  return (
    <div aria-hidden className="space-y-[0.55em]">
      {props.bars.map(({ label, now, before }) => (
        <div key={label}>
          <p className="text-[0.9em] leading-tight [overflow-wrap:anywhere]">
            <bdi>{label}</bdi>
          </p>
          <div className="flex items-center gap-[0.5em]">
            <div className="relative h-[1.2em] flex-1 rounded-[0.25em] bg-well">
              <div
                className="grow-right h-full rounded-[0.25em] bg-ink transition-[width] duration-500"
                style={{ width: `${(now / most) * 100}%` }}
              />
              {props.hasBefore && before !== now && (
                <span
                  className="absolute -inset-y-[0.15em] w-[0.2em] -translate-x-1/2 border-edge border-x bg-card"
                  style={{ left: `${(before / most) * 100}%` }}
                />
              )}
            </div>
            <span className="figure w-[4.6em] shrink-0 whitespace-nowrap font-semibold">
              {props.hasBefore && before !== now ? `${before} → ${now}` : now}
            </span>
          </div>
        </div>
      ))}
    </div>
  );
}
