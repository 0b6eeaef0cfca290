import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { isAnonymous } from "../anonymity.ts";
import { checkPatch } from "../check-content.ts";
import { checkSomeWords } from "../check-words.ts";
import { checkWeight } from "../debate-rules.ts";
import { overlayRef } from "../hideable.ts";
import { isPositive } from "../numbers.ts";
import { defineCommand } from "../rule.ts";

/** Makes one's own values public, or those of a group that one is in; the first to publish for a name makes the group. */
export const publishOverlay = defineCommand({
  kind: "publish-overlay",
  input: z.strictObject({
    kind: z.literal("publish-overlay"),
    /** The group's name; null: one's own. */
    group: z.nullable(z.string()),
    patch: z.unknown(),
    g: z.nullable(z.string().check(z.maxLength(60))),
  }),
  roles: speakers,
  permission: "overlay",
  isAnonymous: ({ session }) => isAnonymous(session),
  decide(state, by, input) {
    const { overlays } = state.debate;
    const group = input.group?.trim() ?? null;
    const refusal = group === null ? null : checkSomeWords(group, limits.groupName);
    if (refusal) return err(refusal);
    const overlay = group === null ? by.id : `group/${group}`;
    const old = overlays[overlay];
    if (state.session.hidden[overlayRef(overlay)]) return err(refuse("is-hidden", "overlay"));
    if (old && !old.members.includes(by.id)) return err(refuse("not-yours", overlay));
    if (!old && Object.keys(overlays).length >= limits.overlays)
      return err(refuse("too-many", "overlays in the room"));
    if (input.g !== null && !isPositive(input.g)) return err(refuse("bad-number", input.g));
    const patch = checkPatch(input.patch);
    if (!patch.ok) return patch;
    const full = checkWeight(state, patch.value);
    return full ? err(full) : ok({ overlay, group, person: by.id, patch: patch.value, g: input.g });
  },
});
