import { err, ok, type Patch, type Result, readClaim, readPatch, writePatch } from "@crux/core";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { checkJson, checkSomeWords } from "./check-words.ts";

/** JSON that was read and written again by the core: it reads. */
export type PatchJson = ReturnType<typeof writePatch>;

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
