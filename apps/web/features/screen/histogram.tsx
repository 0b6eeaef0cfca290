import { integer, multiply, parseRational, printRational } from "@crux/core/exact";
import { rationalToFloat } from "@crux/present";
import { tallyOf } from "../../client/session/tally.ts";

const percent = { kind: "slider", from: "0", to: "100", fromLabel: "", toLabel: "" } as const;

/** Credences from 0 to 1 (exact texts) as standing columns of ten per cent each; those before as outlines, with an arrow from the old middle to the new. */
export function Histogram({
  now,
  before,
}: {
  readonly now: readonly string[];
  readonly before: readonly string[];
}) {
  const { bars } = tallyOf({ form: percent, answers: numbered(now), before: numbered(before) });
  const most = Math.max(1, ...bars.map((one) => Math.max(one.now, one.before)));
  const [old, middle] = [medianOf(before), medianOf(now)];
  const hasMoved = old !== null && middle !== null && old !== middle;
  return (
    <div>
      <div aria-hidden className="flex h-[3.4rem] items-end gap-[0.1rem] border-ink border-b-[0.08rem]">
        {bars.map((one) => (
          <div key={one.label} className="relative h-full flex-1">
            <div
              className="grow-up absolute inset-x-0 bottom-0 rounded-t-[0.15rem] bg-ink transition-[height] duration-500"
              style={{ height: `${(one.now / most) * 100}%` }}
            />
            {one.before > 0 && (
              <div
                className="absolute inset-x-0 bottom-0 rounded-t-[0.15rem] border-[0.1rem] border-edge border-dashed"
                style={{ height: `${(one.before / most) * 100}%` }}
              />
            )}
          </div>
        ))}
      </div>
      <p aria-hidden className="figure flex justify-between text-[0.65rem] text-soft">
        <span>0%</span>
        <span>100%</span>
      </p>
      <p className="text-[0.85rem]">
        {now.length === 0
          ? "Nobody has said yet."
          : `${now.length} say; the middle is ${hasMoved ? `${old}% → ` : ""}${middle}%.`}
      </p>
    </div>
  );
}

const numbered = (texts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    texts.flatMap((text, at) => {
      const value = parseRational(text);
      return value === undefined ? [] : [[`${at}`, printRational(multiply(value, integer(100n)))] as const];
    }),
  );

/** The median in whole per cent; null for none. */
function medianOf(texts: readonly string[]): number | null {
  const values = texts.map((text) => rationalToFloat(text) * 100).toSorted((a, b) => a - b);
  const upper = values[Math.floor(values.length / 2)];
  const lower = values[Math.floor((values.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) / 2);
}
