import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { overlayRef } from "../hideable.ts";
import { defineCommand } from "../rule.ts";

/** Takes one's own overlay back, or that of a group that one is in; a moderator may end any group's. */
export const withdrawOverlay = defineCommand({
  kind: "withdraw-overlay",
  input: z.strictObject({
    kind: z.literal("withdraw-overlay"),
    group: z.nullable(z.string().check(z.maxLength(limits.groupName))),
  }),
  roles: speakers,
  owns: ({ debate }, id, { group }) =>
    debate.overlays[group === null ? id : `group/${group}`]?.members.includes(id) === true,
  whenMuted: true,
  decide(state, by, input) {
    const overlay = input.group === null ? by.id : `group/${input.group}`;
    const found = state.debate.overlays[overlay];
    if (!found) return err(refuse("no-such-thing", overlay));
    if (!found.members.includes(by.id) && by.role !== "moderator") return err(refuse("not-yours", overlay));
    // The name of a hidden group is told to nobody any more, also not when its values are taken back.
    const ref = overlayRef(overlay);
    return ok({ overlay: state.session.hidden[ref] ? ref : overlay });
  },
});
