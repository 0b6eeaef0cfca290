import { assert } from "@crux/core";

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
const digitAt = (text: string, at: number): number =>
  at < text.length ? digits.indexOf(text[at] as string) : 0;

/**
 * An order key strictly between `low` and `high` (null: no bound), compared as strings: a fraction written in
 * base 36 that never ends in 0, so that there is always room on both sides.
 */
export function orderBetween(low: string | null, high: string | null): string {
  const from = low ?? "";
  assert(high === null || from < high, `order keys out of order: ${low} ${high}`);
  let key = "";
  let below = high !== null;
  for (let at = 0; ; at++) {
    const floor = digitAt(from, at);
    const ceiling = below && high !== null ? digitAt(high, at) : digits.length;
    if (ceiling - floor > 1) return key + digits[(floor + ceiling) >> 1];
    key += digits[floor];
    if (ceiling > floor) below = false;
  }
}

/** `count` order keys in ascending order with even room between them. */
export function evenOrders(count: number): string[] {
  let width = 1;
  while (digits.length ** width < 4 * (count + 1)) width++;
  const span = digits.length ** width;
  return Array.from({ length: count }, (_, at) => {
    const place = Math.floor((span * (at + 1)) / (count + 1));
    return place.toString(36).padStart(width, "0").replace(/0+$/, "");
  });
}
