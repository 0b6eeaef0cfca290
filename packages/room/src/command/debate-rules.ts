import { err, ok, type Result } from "@crux/core";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { mayEdit } from "../protocol/role.ts";
import { checkPatch, type PatchJson } from "./check-content.ts";
import { checkJson, checkSomeWords } from "./check-words.ts";
import { type RoomObjection, weightOf } from "./debate-state.ts";
import type { Person, RoomState } from "./room-state.ts";

/** The open objection `id`, or why it can't be dealt with. */
export function openObjection(state: RoomState, id: string): Result<RoomObjection, Refusal> {
  const found = state.debate.objections[id];
  if (!found) return err(refuse("no-such-thing", `objection ${id}`));
  if (state.session.hidden[`objection/${id}`]) return err(refuse("is-hidden", id));
  return found.outcome === null ? ok(found) : err(refuse("not-open", found.outcome.kind));
}

/** The open objection `id` when it is `by`'s own. */
export function ownObjection(state: RoomState, by: Person, id: string): Result<RoomObjection, Refusal> {
  const found = openObjection(state, id);
  return found.ok && found.value.author !== by.id ? err(refuse("not-yours", id)) : found;
}

/** Whether `by` is one of those an objection is against: an editor of the scenario, or the author of what it answers. */
export function isAgainst(state: RoomState, by: Person, objection: RoomObjection): boolean {
  if (objection.author === by.id) return false;
  const answered = objection.replyTo === null ? undefined : state.debate.objections[objection.replyTo];
  return mayEdit(by.role) || answered?.author === by.id;
}

/** The readings of an objection as they are kept, or why not. */
export function checkReadings(
  readings: readonly { label: string; patch?: unknown }[],
): Result<{ label: string; patch: PatchJson }[], Refusal> {
  if (readings.length > limits.readings) return err(refuse("too-many", `${readings.length} readings`));
  const kept: { label: string; patch: PatchJson }[] = [];
  for (const { label, patch } of readings) {
    const refusal = checkSomeWords(label, limits.labelText);
    if (refusal) return err(refusal);
    const read = checkPatch(patch);
    if (!read.ok) return read;
    kept.push({ label, patch: read.value });
  }
  return ok(kept);
}

/** Why there is no room for `thing`; null when there is. */
export const checkWeight = (state: RoomState, thing: unknown): Refusal | null =>
  state.debate.weight + weightOf(thing) > limits.debate
    ? refuse("too-many", "the room's debate is full")
    : null;

/** Why this can't go into a stamp; null when it can. */
export const checkMap = (map: unknown): Refusal | null => checkJson(map, limits.stampMap);

/** How many replies lie above `id`. */
export function threadDepth(state: RoomState, id: string | null): number {
  let depth = 0;
  for (let at = id; at !== null && depth <= limits.threadDepth; depth++)
    at = state.debate.objections[at]?.replyTo ?? null;
  return depth;
}
