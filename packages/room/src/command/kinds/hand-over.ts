import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { withPerson } from "../room-state.ts";
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
  apply(state, event, _meta) {
    const from = state.people[event.from];
    const to = state.people[event.to];
    if (!from || !to) return state;
    return withPerson(withPerson(state, { ...from, role: "debater" }), { ...to, role: "moderator" });
  },
});
