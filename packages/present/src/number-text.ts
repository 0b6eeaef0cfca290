import { equals, parseRational, printRational, toDecimal } from "@crux/core/exact";
import type { Value } from "@crux/solver";

const SHORT = 16;

/** An exact value for reading: `19/8`, `(-3 + sqrt(257))/4`, or `≈ 3.258` where the closed form is long or missing. */
export function exactText(value: Value): string {
  if (value.exact === "oo") return "∞";
  if (value.exact !== null && value.exact.length <= SHORT) return value.exact;
  return value.decimal === undefined ? (value.exact ?? "?") : `≈ ${decimalText(value)}`;
}

/** A computed amount: its decimals where they end within seven digits (`153.49`), else a short fraction, else `≈ 0.1472`. */
export function amountText(value: Value): string {
  const parsed = value.exact === null ? undefined : parseRational(value.exact);
  if (parsed === undefined || parsed.den === 1n) return exactText(value);
  const short = parseRational(toDecimal(parsed, 7));
  if (short !== undefined && equals(short, parsed)) return decimalText(value, 7);
  return printRational(parsed).length <= 8 ? exactText(value) : `≈ ${decimalText(value)}`;
}

/** The value in decimals, rounded to `digits` significant ones, without trailing zeros: `2.375`; `∞` at the end of the axis. */
export function decimalText(value: Value, digits = 4): string {
  if (value.exact === "oo") return "∞";
  if (value.decimal === undefined) return value.exact ?? "?";
  return roundText(value.decimal, digits);
}

/** A decimal or fraction text rounded to `digits` significant digits, without trailing zeros. */
export function roundText(text: string, digits = 4): string {
  const parsed = parseRational(text);
  if (parsed === undefined) return text;
  if (parsed.den === 1n && parsed.num < 10n ** 9n && parsed.num > -(10n ** 9n))
    return grouped(parsed.num.toString());
  const [mantissa = "", exponent] = toDecimal(parsed, digits).split("e");
  const trimmed = mantissa.includes(".") ? mantissa.replace(/0+$/, "").replace(/\.$/, "") : mantissa;
  return exponent === undefined ? grouped(trimmed) : `${trimmed} × 10^${exponent}`;
}

/** `19/8 (2.375)`; the decimals are left out where they say the same. */
export function exactAndDecimal(value: Value): string {
  const exact = exactText(value);
  const decimal = decimalText(value);
  return exact.startsWith("≈") ||
    exact === decimal ||
    value.decimal === undefined ||
    grouped(exact) === decimal
    ? exact
    : `${exact} (${decimal})`;
}

/** A value as a float, for drawing only. */
export function toFloat(value: Value): number {
  if (value.exact === "oo") return Number.POSITIVE_INFINITY;
  return value.decimal === undefined ? rationalToFloat(value.exact ?? "") : Number(value.decimal);
}

/** A rational text as a float, for drawing only; NaN if it is not a number. */
export function rationalToFloat(text: string): number {
  const parsed = parseRational(text);
  return parsed === undefined ? Number.NaN : Number(toDecimal(parsed, 17));
}

/** Whole digits in groups of three, with a thin no-break space: `12 500`. */
function grouped(text: string): string {
  const match = /^(-?)(\d{5,})(.*)$/.exec(text);
  if (match === null) return text;
  const [, minus = "", whole = "", rest = ""] = match;
  return `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, "\u202f")}${rest}`;
}
