import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { phaseInput } from "../../protocol/session-shapes.ts";
import { checkSomeWords } from "../check-words.ts";
import { defineCommand } from "../rule.ts";

/** Replaces the agenda: phases added, renamed, put in another order. A phase that is on and no longer listed ends. */
export const setAgenda = defineCommand({
  kind: "set-agenda",
  input: z.strictObject({ kind: z.literal("set-agenda"), phases: z.array(phaseInput) }),
  roles: ["moderator"],
  decide(_state, by, { phases }) {
    if (phases.length > limits.phases) return err(refuse("too-many", `${phases.length} phases`));
    for (const [at, { id, name }] of phases.entries()) {
      const refusal = checkSomeWords(name, limits.phaseName);
      if (refusal) return err(refusal);
      if (phases.findIndex((one) => one.id === id) !== at) return err(refuse("id-taken", id));
    }
    return ok({ person: by.id, phases });
  },
});
