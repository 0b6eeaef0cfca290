import type { ReactNode } from "react";
import type { TallyBar } from "../../client/session/tally.ts";
import { MoveLine } from "../../ui/moves.tsx";

/** Standing columns, those before as outlines, over a line with an arrow from the old middle to the new; `children` says the same. */
export function Columns(props: {
  readonly bars: readonly TallyBar[];
  /** What stands at the two ends of the line. */
  readonly ends: readonly [string, string];
  /** Shares from 0 to 1 of the line; null for none. */
  readonly middles: { readonly before: number | null; readonly now: number | null };
  /** Twice as high, where there is one of it. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}) {
  const { bars, ends, middles } = props;
  const hasBefore = bars.some((one) => one.before > 0);
  const most = Math.max(1, ...bars.map((one) => Math.max(one.now, one.before)));
  return (
    <div>
      <div
        aria-hidden
        className={`flex items-end gap-[0.1rem] border-ink border-b-[0.08rem] ${props.tall === true ? "h-[7rem]" : "h-[3.4rem]"}`}
      >
        {bars.map((one) => (
          <div key={one.label} className="relative h-full flex-1">
            {one.before > 0 && (
              <div
                className="absolute inset-x-0 bottom-0 rounded-t-[0.15rem] border-[0.12rem] border-edge border-b-0 border-dashed bg-well"
                style={{ height: `${(one.before / most) * 100}%` }}
              />
            )}
            <div
              className={`grow-up absolute bottom-0 rounded-t-[0.15rem] bg-ink transition-[height] duration-500 forced-colors:bg-[CanvasText] ${hasBefore ? "inset-x-[24%]" : "inset-x-0"}`}
              style={{ height: `${(one.now / most) * 100}%` }}
            />
          </div>
        ))}
      </div>
      {middles.now !== null && (
        <div className="-mx-[0.32rem] mt-[0.15rem] text-[0.875rem]">
          <MoveLine before={middles.before} now={middles.now} />
        </div>
      )}
      <p aria-hidden className="figure flex justify-between gap-[1rem] text-[0.875rem] text-soft">
        <span className="min-w-0 [overflow-wrap:anywhere]">{ends[0]}</span>
        <span className="min-w-0 text-right [overflow-wrap:anywhere]">{ends[1]}</span>
      </p>
      <p className="text-[0.9rem]">{props.children}</p>
    </div>
  );
}
