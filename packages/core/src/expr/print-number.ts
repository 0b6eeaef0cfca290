import type { Rational } from "../exact/rational.ts";

/** From this many zeros at its end, a whole number is printed as `1e15`. */
const LONG_TAIL = 15;

/** Exact text of a number: `7`, `-19/8`, `1e-30`. `compact` also allows `.5` and `1e3` where that is shorter. */
export function printNumber(value: Rational, compact = false): string {
  const [num, den] = [printWhole(value.num, compact), printWhole(value.den, compact)];
  if (value.den === 1n) return num;
  const zeros = trailingZeros(value.den.toString());
  const isPowerOfTen = value.den === 10n ** BigInt(zeros);
  if (isPowerOfTen && zeros >= LONG_TAIL) return `${value.num}e-${zeros}`;
  const fraction = `${num}/${den}`;
  const decimal = compact ? shortDecimal(value) : undefined;
  return decimal !== undefined && decimal.length <= fraction.length ? decimal : fraction;
}

function printWhole(n: bigint, compact: boolean): string {
  const text = n.toString();
  const zeros = trailingZeros(text);
  return zeros >= (compact ? 3 : LONG_TAIL) && n !== 0n ? `${text.slice(0, -zeros)}e${zeros}` : text;
}

function trailingZeros(text: string): number {
  let end = text.length;
  while (end > 1 && text.charAt(end - 1) === "0") end -= 1;
  return text.length - end;
}

/** `-.25` for a fraction that ends in base ten, in at most 60 digits; else undefined. */
function shortDecimal(value: Rational): string | undefined {
  for (let digits = 1; digits <= 60; digits++) {
    const scale = 10n ** BigInt(digits);
    if (scale % value.den !== 0n) continue;
    const scaled = (value.num * scale) / value.den;
    const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits, "0");
    return `${scaled < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }
  return undefined;
}
