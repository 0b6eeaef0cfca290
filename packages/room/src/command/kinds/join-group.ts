import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { isAnonymous } from "../anonymity.ts";
import { overlayRef } from "../hideable.ts";
import { defineCommand } from "../rule.ts";

/** Becomes a member of a group, and so one of those who may publish its overlay. */
export const joinGroup = defineCommand({
  kind: "join-group",
  input: z.strictObject({
    kind: z.literal("join-group"),
    group: z.string().check(z.maxLength(limits.groupName)),
  }),
  roles: speakers,
  permission: "overlay",
  isAnonymous: ({ session }) => isAnonymous(session),
  decide(state, by, input) {
    const found = state.debate.overlays[`group/${input.group}`];
    if (!found) return err(refuse("no-such-thing", input.group));
    if (state.session.hidden[overlayRef(found.id)]) return err(refuse("is-hidden", "overlay"));
    if (!found.members.includes(by.id) && found.members.length >= limits.members)
      return err(refuse("too-many", "members"));
    return ok({ overlay: found.id, person: by.id });
  },
});
