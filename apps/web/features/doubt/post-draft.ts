import { type Anchor, err, ok, type Result, readPatch, type Scenario, snapshotOf } from "@crux/core";
import { patchWords } from "@crux/present";
import { type JoinedRoom, limits } from "@crux/room/client";
import type { PatchJson } from "../../client/debate/compute-effect.ts";
import type { Draft } from "../../client/debate/draft.ts";
import type { Receipt } from "../../client/debate/drafting.ts";
import type { DraftPatches } from "./use-draft-patch.ts";

/** Sends a draft to the room; says what is still to do where it can't be posted yet. */
export function postDraft(
  room: Pick<JoinedRoom, "send">,
  scenario: Scenario,
  draft: Draft,
  patches: DraftPatches,
): Result<Receipt, string> {
  if (draft.text.trim() === "") return err("Say why, in a sentence.");
  const unfinished = patches.built.findIndex(({ problems }) => problems.length > 0);
  if (unfinished >= 0) {
    const [first] = patches.built[unfinished]?.problems ?? [];
    const where = draft.readings.length > 1 ? `Reading ${unfinished + 1}` : "The change";
    return err(`${where} is not ready: ${first?.message ?? "something is missing"}.`);
  }
  const readings = draft.readings.flatMap(({ label }, index) => {
    const patch = patches.built[index]?.patch ?? [];
    return patch.length === 0 ? [] : [{ label: label.trim() || labelFor(patches.base, patch), patch }];
  });
  const tooLarge = readings.find(({ patch }) => JSON.stringify(patch).length > limits.patch);
  if (tooLarge !== undefined) return err("The change is too large for one objection: split it into several.");
  const words = { objection: draft.id, doubt: draft.doubt, text: draft.text.trim(), readings };
  const map = stampOf(patches.map);
  if (draft.isPosted) room.send({ kind: "edit-objection", ...words, ...map });
  else {
    const anchor = anchorOf(patches.base, scenario, draft);
    room.send({
      kind: "raise-objection",
      ...words,
      anchor,
      rows: [...draft.rows],
      replyTo: draft.replyTo,
      ...map,
    });
  }
  const [effect] = patches.effects;
  const verb = draft.isPosted ? "Changed" : "Posted";
  return ok({ id: draft.id, text: effect?.effect ? `${verb}. ${effect.effect.sentence}` : `${verb}.` });
}

function anchorOf(base: Scenario, scenario: Scenario, { target }: Draft): Anchor {
  const blank = { ...target, snapshot: "" } as Anchor;
  const snapshot = snapshotOf(scenario, blank) ?? snapshotOf(base, blank) ?? "";
  return { ...blank, snapshot: snapshot.slice(0, limits.anchorText) };
}

/** A few words for a reading that got none. */
function labelFor(base: Scenario, patch: PatchJson): string {
  const read = readPatch(patch);
  const text = read.ok ? patchWords(base, read.value).join("; ") : "";
  const short = text.length > limits.labelText ? `${text.slice(0, limits.labelText - 1)}…` : text;
  return short.toWellFormed() || "as changed";
}

/** The winner map for the stamp, without its formulas where it would be too large with them; nothing where it still is. */
function stampOf(map: DraftPatches["map"]): { readonly map?: unknown } {
  if (map === null) return {};
  const bare = { ...map, thresholds: map.thresholds.map((one) => ({ ...one, formula: null })) };
  const fitting = [map, bare].find((one) => JSON.stringify(one).length <= limits.stampMap / 2);
  return fitting === undefined ? {} : { map: fitting };
}
