import { compare, one, parseRational, sign } from "@crux/core/exact";

/** Whether `text` is a positive exact number. */
export function isPositive(text: string): boolean {
  const value = parseRational(text);
  return value !== undefined && sign(value) > 0;
}

/** Whether `text` is an exact number from 0 to 1. */
export function isCredence(text: string): boolean {
  const value = parseRational(text);
  return value !== undefined && sign(value) >= 0 && compare(value, one) <= 0;
}
