import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { checkSomeWords } from "../check-words.ts";
import { checkWeight } from "../debate-rules.ts";
import { overlayRef } from "../hideable.ts";
import { checkLead, leaders } from "../lead.ts";
import { defineCommand } from "../rule.ts";

/** Gives a group an objection to work on, or takes it back; a name that is new makes a group, for others to join. */
export const setTask = defineCommand({
  kind: "set-task",
  input: z.strictObject({
    kind: z.literal("set-task"),
    group: z.string().check(z.maxLength(limits.groupName)),
    objection: z.nullable(thingId),
  }),
  roles: leaders,
  decide(state, by, { group: typed, objection }, prepared) {
    const { overlays, objections } = state.debate;
    const group = typed.trim();
    const overlay = `group/${group}`;
    const refusal = checkLead(by, prepared) ?? checkSomeWords(group, limits.groupName);
    if (refusal) return err(refusal);
    if (state.session.hidden[overlayRef(overlay)]) return err(refuse("is-hidden", "overlay"));
    if (objection !== null && !objections[objection]) return err(refuse("no-such-thing", objection));
    if (!overlays[overlay]) {
      if (objection === null) return err(refuse("no-such-thing", overlay));
      if (Object.keys(overlays).length >= limits.overlays)
        return err(refuse("too-many", "overlays in the room"));
      const full = checkWeight(state, group);
      if (full) return err(full);
    }
    return ok({ person: by.id, overlay, group, objection });
  },
});
