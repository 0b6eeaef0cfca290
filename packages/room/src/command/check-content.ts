import { err, ok, type Patch, type Result, readClaim, readPatch, writePatch } from "@crux/core";
import { someText, weigh } from "../base/weigh.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";

/** JSON that was read and written again by the core: it reads. */
export type PatchJson = ReturnType<typeof writePatch>;

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

/** A patch as it is kept, or why not. Whether it fits the scenario is for whoever previews it. */
export function checkPatch(json: unknown): Result<PatchJson, Refusal> {
  const refusal = checkJson(json, limits.patch);
  if (refusal) return err(refusal);
  if (Array.isArray(json) && json.length > limits.edits)
    return err(refuse("patch-too-large", `${json.length} edits`));
  const read = readPatch(json);
  return read.ok ? ok(written(read.value)) : err(refuse("bad-patch", read.error[0]?.message ?? ""));
}

// What is kept went through JSON once, so that everybody holds the same, also before the log is read again.
const written = (patch: Patch): PatchJson => JSON.parse(JSON.stringify(writePatch(patch))) as PatchJson;

/** Why this is no claim; null when it is one. Names are not looked up: they may come and go. */
export function checkClaim(text: string): Refusal | null {
  const refusal = checkSomeWords(text, limits.claimText);
  if (refusal) return refusal;
  const read = readClaim(text);
  return read.ok ? null : refuse("bad-claim", read.error[0]?.message ?? "");
}
