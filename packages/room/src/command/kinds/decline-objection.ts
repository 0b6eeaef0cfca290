import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { editors } from "../../protocol/role.ts";
import { checkSomeWords } from "../check-words.ts";
import { openObjection } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Says that an objection will not become part of the scenario, and why. */
export const declineObjection = defineCommand({
  kind: "decline-objection",
  input: z.strictObject({ kind: z.literal("decline-objection"), objection: thingId, reason: z.string() }),
  roles: editors,
  decide(state, _by, input) {
    const found = openObjection(state, input.objection);
    if (!found.ok) return found;
    const refusal = checkSomeWords(input.reason, limits.reasonText);
    return refusal ? err(refusal) : ok({ objection: found.value.id, reason: input.reason });
  },
});
