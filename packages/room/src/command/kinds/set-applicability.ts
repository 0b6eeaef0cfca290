import { err } from "@crux/core";
import * as z from "zod/mini";
import { becauseInput, thingId } from "../../protocol/debate-shapes.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { decideShare, isAnonymousRound } from "../estimates.ts";
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
  decide(state, by, input, { isModeratorPresent }) {
    if (!state.debate.objections[input.objection]) return err(refuse("no-such-thing", input.objection));
    return decideShare(state, by, input, {
      mine: state.estimates.values[by.id]?.applicability ?? {},
      key: input.objection,
      named: { objection: input.objection },
      isModeratorPresent,
    });
  },
});
