import { compare, parseRational, printRational, ratio } from "@crux/core/exact";

type Range = { readonly low: string; readonly high: string };

const read = (text: string) => parseRational(text) ?? ratio(0n, 1n);

/** The value `steps` hundredths of the range further, kept inside it; exact. */
export function stepValue(range: Range, value: string, steps: number): string {
  const [low, high, here] = [read(range.low), read(range.high), read(value)];
  const span = ratio(high.num * low.den - low.num * high.den, high.den * low.den);
  const next = ratio(
    here.num * span.den * 100n + BigInt(steps) * span.num * here.den,
    here.den * span.den * 100n,
  );
  if (compare(next, low) < 0) return printRational(low);
  return printRational(compare(next, high) > 0 ? high : next);
}

/** The value at a share of the range from 0 to 1, in hundredths of it; exact. */
export function valueAtShare(range: Range, share: number): string {
  const steps = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return stepValue(range, range.low, steps);
}
