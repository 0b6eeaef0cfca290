import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { becauseInput } from "../../protocol/debate-shapes.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { ratherNot } from "../estimate-state.ts";
import { checkBecause, isAnonymousRound, isBlindNow, type Placed } from "../estimates.ts";
import { isPositive } from "../numbers.ts";
import { defineCommand } from "../rule.ts";

/** Pins one's own exchange rate to the winner strip, says `rather-not`, or takes it off (`g` null). */
export const pin = defineCommand({
  kind: "pin",
  input: z.strictObject({
    kind: z.literal("pin"),
    g: z.nullable(z.string().check(z.maxLength(60))),
    because: z.optional(becauseInput),
  }),
  roles: speakers,
  permission: "estimate",
  isAnonymous: isAnonymousRound,
  decide(state, by, input, prepared) {
    if (input.g !== null && input.g !== ratherNot && !isPositive(input.g))
      return err(refuse("bad-number", input.g));
    const because = checkBecause(state, by, input.because);
    if (!because.ok) return because;
    const event: Placed & { g: string | null } = {
      person: by.id,
      g: input.g,
      blind: isBlindNow(state, prepared.isModeratorPresent),
      anonymous: isAnonymousRound(state),
      ...because.value,
    };
    return ok(event);
  },
});
