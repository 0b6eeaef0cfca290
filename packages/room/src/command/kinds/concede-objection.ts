import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { isAgainst, openObjection } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Gives in to an objection: an editor of the scenario does, or the author of what it answers; never its own author. */
export const concedeObjection = defineCommand({
  kind: "concede-objection",
  input: z.strictObject({ kind: z.literal("concede-objection"), objection: thingId }),
  roles: speakers,
  decide(state, by, input) {
    const found = openObjection(state, input.objection);
    if (!found.ok) return found;
    if (!isAgainst(state, by, found.value)) return err(refuse("not-yours", "it is not against you"));
    return ok({ objection: found.value.id });
  },
});
