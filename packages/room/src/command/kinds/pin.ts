import { err, ok } from "@crux/core";
import { parseRational, sign } from "@crux/core/exact";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { defineCommand } from "../rule.ts";

/** Pins one's own exchange rate to the winner strip, or takes it off (`g` null). */
export const pin = defineCommand({
  kind: "pin",
  input: z.strictObject({ kind: z.literal("pin"), g: z.nullable(z.string().check(z.maxLength(60))) }),
  roles: ["moderator", "debater", "participant"],
  decide(_state, by, input) {
    if (input.g !== null) {
      const value = parseRational(input.g);
      if (!value || sign(value) <= 0) return err(refuse("bad-number", input.g));
    }
    return ok({ person: by.id, g: input.g });
  },
  apply(state, event, _meta) {
    const { [event.person]: _old, ...others } = state.pins;
    return { ...state, pins: event.g === null ? others : { ...others, [event.person]: event.g } };
  },
});
