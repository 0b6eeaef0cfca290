/**
 * Lying bars with their numbers at the end; where it was another number before, that is an outlined bar above.
 * The words for those who don't see it stand elsewhere: the picture is hidden from screen readers.
 */
export function Bars(props: {
  readonly bars: readonly { readonly label: string; readonly now: number; readonly before: number }[];
  readonly hasBefore: boolean;
  /** The labels stand beside the bars, where there is room. */
  readonly beside?: boolean;
}) {
  const most = Math.max(1, ...props.bars.map(({ now, before }) => Math.max(now, before)));
  return (
    <div aria-hidden className="space-y-[0.55em]">
      {props.bars.map(({ label, now, before }) => {
        const hasMoved = props.hasBefore && before !== now;
        return (
          <div
            key={label}
            className={
              props.beside === true
                ? "sm:grid sm:grid-cols-[minmax(0,2fr)_minmax(0,5fr)] sm:items-center sm:gap-[0.6em]"
                : ""
            }
          >
            <p className="text-[0.9em] leading-tight [overflow-wrap:anywhere]">
              <bdi>{label}</bdi>
            </p>
            <div className="flex items-center gap-[0.5em]">
              <div className="flex h-[1.3em] flex-1 flex-col justify-center gap-[0.1em] rounded-[0.25em] bg-well">
                {hasMoved && before > 0 && (
                  <div
                    className="h-[0.45em] shrink-0 rounded-[0.2em] border-[0.1em] border-edge border-dashed"
                    style={{ width: `${(before / most) * 100}%` }}
                  />
                )}
                <div
                  className={`grow-right rounded-[0.25em] bg-ink transition-[width] duration-500 forced-colors:bg-[CanvasText] ${hasMoved ? "h-[0.7em] shrink-0" : "h-full"}`}
                  style={{ width: `${(now / most) * 100}%` }}
                />
              </div>
              <span className="figure w-[4.6em] shrink-0 whitespace-nowrap font-semibold">
                {hasMoved ? `${before} → ${now}` : now}
              </span>
            </div>
          </div>
        );
      })}
    </div>
  );
}
