import { someText, weigh } from "../base/weigh.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";

/** Characters that nobody sees or that turn the text around them; joiners, line ends and tabs are honest. */
const hidden =
  /(?![\n\t])\p{Cc}|[\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const isHidden = (text: string): boolean => !text.isWellFormed() || hidden.test(text);

/** Why these words may not stand in the room; null when they may. */
export function checkWords(text: string, longest: number): Refusal | null {
  if (text.length > longest) return refuse("text-too-long", `${text.length} of ${longest} characters`);
  return isHidden(text) ? refuse("hidden-characters") : null;
}

/** The same, for words that must be there. */
export const checkSomeWords = (text: string, longest: number): Refusal | null =>
  text.trim() === "" ? refuse("empty-text") : checkWords(text, longest);

/** Why this JSON may not stand in the room; null when it may. */
export function checkJson(json: unknown, most: number, depth: number = limits.commandDepth): Refusal | null {
  const weight = weigh(json, depth, most);
  if (weight === "too-deep") return refuse("too-deep");
  if (weight > most) return refuse("patch-too-large", `over ${most}`);
  return someText(json, isHidden) ? refuse("hidden-characters") : null;
}
