import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { checkWords } from "../check-words.ts";
import { isAgainst, openObjection } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/**
 * Settles an objection and says what remains: its author takes the answers (answered), or someone it is against
 * gives in but for the residue (conceded).
 */
export const acceptObjection = defineCommand({
  kind: "accept-objection",
  input: z.strictObject({ kind: z.literal("accept-objection"), objection: thingId, residue: z.string() }),
  roles: speakers,
  owns: ({ debate }, id, input) => debate.objections[input.objection]?.author === id,
  decide(state, by, input) {
    const found = openObjection(state, input.objection);
    if (!found.ok) return found;
    const isOwn = found.value.author === by.id;
    if (!isOwn && !isAgainst(state, by, found.value))
      return err(refuse("not-yours", "it is not against you"));
    const refusal = checkWords(input.residue, limits.reasonText);
    if (refusal) return err(refusal);
    const as = isOwn ? ("answered" as const) : ("conceded" as const);
    return ok({ objection: found.value.id, as, residue: input.residue });
  },
});
