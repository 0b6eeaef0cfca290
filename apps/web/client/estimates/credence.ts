import {
  add,
  compare,
  divide,
  integer,
  isZero,
  multiply,
  one,
  parseRational,
  printRational,
  type Rational,
  sign,
  subtract,
  zero,
} from "@crux/core/exact";

const hundred = integer(100n);

/** The credence, from 0 to 1 as an exact text, that someone typed in per cent, such as `30`, `12.5 %` or `100/3`; null for what is none. */
export function readPercent(text: string): string | null {
  if (text.length > 40) return null;
  const value = parseRational(text.replace("%", "").trim());
  if (value === undefined || sign(value) < 0 || compare(value, hundred) > 0) return null;
  return printRational(divide(value, hundred));
}

/** A credence in per cent with at most two digits, `≈` before it where digits are left out; empty for none. */
export function sayPercent(credence: string | null): string {
  const value = credence === null ? undefined : parseRational(credence);
  if (value === undefined) return "";
  const percent = multiply(value, hundred);
  const text = shortened(percent);
  const back = parseRational(text);
  return back !== undefined && compare(back, percent) === 0 ? text : `≈${text}`;
}

/** Rounded to two digits behind the point, without zeros at the end. */
function shortened({ num, den }: Rational): string {
  const hundredths = (200n * num + den) / (2n * den);
  const digits = String(hundredths % 100n).padStart(2, "0");
  return `${hundredths / 100n}.${digits}`.replace(/\.?0+$/, "");
}

/** What credences add up to. */
export type Sum = {
  /** In per cent, as `sayPercent` says it. */
  readonly text: string;
  readonly isWhole: boolean;
  /** One sentence: whether that is all, too much, or what is left. */
  readonly sentence: string;
};

/** The exact sum of credences. */
export function sumOf(credences: readonly string[]): Sum {
  const sum = total(credences);
  const text = sayPercent(printRational(sum));
  const way = compare(sum, one);
  if (way === 0) return { text, isWhole: true, sentence: "Together 100%." };
  const rest = sayPercent(printRational(way > 0 ? subtract(sum, one) : subtract(one, sum)));
  const sentence =
    way > 0
      ? `Together ${text}%: ${rest}% too many.`
      : `Together ${text}%: ${rest}% left for something else.`;
  return { text, isWhole: false, sentence };
}

/** The credences in the same proportions, adding up to exactly 1; as they are where all are 0. */
export function scaled(credences: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const sum = total(Object.values(credences));
  if (isZero(sum)) return credences;
  return Object.fromEntries(
    Object.entries(credences).map(([key, text]) => [key, printRational(divide(exactOf(text), sum))]),
  );
}

const exactOf = (text: string): Rational => parseRational(text) ?? zero;
const total = (texts: readonly string[]): Rational => texts.map(exactOf).reduce((a, b) => add(a, b), zero);
