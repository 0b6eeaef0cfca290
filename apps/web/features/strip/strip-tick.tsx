import type { Tick } from "@crux/present";
import { useId } from "react";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { Formula } from "../../ui/formula.tsx";

/** A threshold: a line through the strip, its value above, its formula on hover and focus. */
export function StripTick(props: {
  readonly tick: Tick;
  readonly row: 0 | 1 | null;
  readonly quiet: boolean;
}) {
  const { tick, row, quiet } = props;
  const tip = useId();
  const dashed = tick.kind !== "threshold";
  const height = quiet ? 22 : row === 1 ? 64 : 36;
  return (
    <div
      className="group absolute inset-y-0 z-10 w-0 focus-within:z-30 hover:z-30"
      style={{ left: `${tick.position * 100}%` }}
    >
      <span
        aria-hidden
        className={`absolute bottom-0 -ml-px border-ink ${dashed ? "border-l-2 border-dashed" : "border-l-2"}`}
        style={{ top: row === null ? -6 : row === 1 ? -30 : -3 }}
      />
      <button
        type="button"
        aria-describedby={tip}
        className="absolute flex -translate-x-1/2 cursor-help flex-col items-center whitespace-nowrap rounded px-1.5 leading-none"
        style={{ top: -height }}
      >
        {row === null ? (
          <span className="sr-only">{tick.label}</span>
        ) : (
          <>
            <span className={`math font-semibold ${quiet ? "text-sm" : "text-[1.0625rem]"}`}>
              {tick.exact}
            </span>
            {!quiet && tick.decimal !== tick.exact && !tick.exact.startsWith("≈") && (
              <span className="figure mt-0.5 text-[0.6875rem] text-soft">{tick.decimal}</span>
            )}
          </>
        )}
      </button>
      <div
        style={{ translate: `${-tick.position * 100}%` }}
        className="absolute top-full left-0 hidden w-max max-w-[min(34rem,90vw)] pt-2 text-sm group-focus-within:block group-hover:block"
      >
        <div className="rounded-lg border border-rule bg-card px-3.5 py-2.5 shadow-lg">
          <div id={tip} role="tooltip">
            <p>{tick.description}</p>
            {tick.formula !== null && (
              <p className="mt-2 flex items-center gap-2">
                <span className="math whitespace-nowrap italic">g =</span> <Formula text={tick.formula} />
              </p>
            )}
          </div>
          {!quiet && tick.between !== null && (
            <DoubtButton
              target={{ kind: "threshold", between: tick.between }}
              name={`the flip at ${tick.label}`}
              className="mt-1 -ml-1.5"
            />
          )}
        </div>
      </div>
    </div>
  );
}
