import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { defineCommand } from "../rule.ts";

/** Makes someone else moderator and oneself a debater, in one step. */
export const handOver = defineCommand({
  kind: "hand-over",
  input: z.strictObject({ kind: z.literal("hand-over"), person: personId }),
  roles: ["moderator"],
  decide(state, by, input) {
    if (!state.people[input.person] || input.person === by.id)
      return err(refuse("no-such-person", input.person));
    return ok({ from: by.id, to: input.person });
  },
});
