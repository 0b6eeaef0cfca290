import { splitsCharacter } from "../base/split-surrogate.ts";

/** One change of a text: at `at`, `remove` units go and `insert` comes. */
export type TextChange = { readonly at: number; readonly remove: number; readonly insert: string };

/** The smallest change that turns `from` into `to`, never cutting a character in half; null when they are equal. */
export function changeBetween(from: string, to: string): TextChange | null {
  if (from === to) return null;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  if (splitsCharacter(from, start) || splitsCharacter(to, start)) start--;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  if (splitsCharacter(from, from.length - end) || splitsCharacter(to, to.length - end)) end--;
  return { at: start, remove: from.length - end - start, insert: to.slice(start, to.length - end) };
}
