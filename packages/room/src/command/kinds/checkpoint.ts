import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { editors } from "../../protocol/role.ts";
import { checkSomeWords } from "../check-words.ts";
import { defineCommand } from "../rule.ts";

/** Gives the room as it is now a name, to look back at and to restore. */
export const checkpoint = defineCommand({
  kind: "checkpoint",
  input: z.strictObject({ kind: z.literal("checkpoint"), name: z.string() }),
  roles: editors,
  decide(state, by, { name }) {
    const refusal = checkSomeWords(name, limits.checkpointName);
    if (refusal) return err(refusal);
    if (state.session.checkpoints.length >= limits.checkpoints)
      return err(refuse("too-many", "checkpoints in the room"));
    return ok({ person: by.id, name: name.trim() });
  },
});
