import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { defineCommand } from "../rule.ts";

/** Takes one's own claim down; a moderator may take down anyone's. */
export const removeClaim = defineCommand({
  kind: "remove-claim",
  input: z.strictObject({ kind: z.literal("remove-claim"), claim: thingId }),
  roles: speakers,
  owns: ({ debate }, id, { claim }) => debate.claims[claim]?.by === id,
  decide(state, by, input) {
    const found = state.debate.claims[input.claim];
    if (!found) return err(refuse("no-such-thing", input.claim));
    if (found.by !== by.id && by.role !== "moderator") return err(refuse("not-yours", input.claim));
    return ok({ claim: found.id });
  },
});
