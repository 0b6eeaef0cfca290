import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { refuse } from "../../protocol/refusal.ts";
import { mayEdit, speakers } from "../../protocol/role.ts";
import { defineCommand } from "../rule.ts";

/** Opens a settled objection again: its author, whoever settled it, or an editor does. */
export const reopenObjection = defineCommand({
  kind: "reopen-objection",
  input: z.strictObject({ kind: z.literal("reopen-objection"), objection: thingId }),
  roles: speakers,
  owns: ({ debate }, id, input) => debate.objections[input.objection]?.author === id,
  decide(state, by, input) {
    const found = state.debate.objections[input.objection];
    if (!found) return err(refuse("no-such-thing", input.objection));
    const may = mayEdit(by.role) || found.author === by.id || found.outcome?.by === by.id;
    return may ? ok({ objection: found.id }) : err(refuse("not-yours", found.id));
  },
});
