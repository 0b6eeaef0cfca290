import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { becauseInput, thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { checkBecause, isAnonymousRound, isBlindNow, type Placed, placed, withKey } from "../estimates.ts";
import { isCredence } from "../numbers.ts";
import { defineCommand } from "../rule.ts";

/** Says how likely one holds it that an objection applies at all, from 0 to 1; null takes it back. */
export const setApplicability = defineCommand({
  kind: "set-applicability",
  input: z.strictObject({
    kind: z.literal("set-applicability"),
    objection: thingId,
    value: z.nullable(z.string().check(z.maxLength(60))),
    because: z.optional(becauseInput),
  }),
  roles: speakers,
  permission: "estimate",
  isAnonymous: isAnonymousRound,
  decide(state, by, input, prepared) {
    if (!state.debate.objections[input.objection]) return err(refuse("no-such-thing", input.objection));
    if (input.value !== null && !isCredence(input.value)) return err(refuse("bad-credence", input.value));
    const mine = state.estimates.values[by.id]?.applicability ?? {};
    if (mine[input.objection] === undefined && Object.keys(mine).length >= limits.credencesPerPerson)
      return err(refuse("too-many", "credences of yours"));
    const because = checkBecause(state, by, input.because);
    if (!because.ok) return because;
    const event: Placed & { objection: string; value: string | null } = {
      person: by.id,
      objection: input.objection,
      value: input.value,
      blind: isBlindNow(state, prepared.isModeratorPresent),
      anonymous: isAnonymousRound(state),
      ...because.value,
    };
    return ok(event);
  },
  apply: (state, event, _meta) =>
    placed(state, event, (mine) => ({
      ...mine,
      applicability: withKey(mine.applicability, event.objection, event.value),
    })),
});
