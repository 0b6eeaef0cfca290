import { parseRational, printRational, ratio, sign } from "@crux/core/exact";

/** A number text that is `steps` steps further: whole ones, or of the last decimal place that is written; never below 0. */
export function stepNumber(text: string, steps: number): string | null {
  const value = parseRational(text);
  if (value === undefined) return null;
  const places = /^\s*-?\d*\.(\d+)\s*$/.exec(text)?.[1]?.length ?? 0;
  const scale = 10n ** BigInt(places);
  const next = ratio(value.num * scale + BigInt(steps) * value.den, value.den * scale);
  if (sign(next) < 0) return "0";
  return places === 0 ? printRational(next) : fixed(next.num * scale, next.den, places);
}

/** `num / den`, which is a whole number of the last place, written with `places` decimals. */
function fixed(num: bigint, den: bigint, places: number): string {
  const digits = (num / den).toString().padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
