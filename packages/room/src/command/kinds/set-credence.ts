import * as z from "zod/mini";
import { becauseInput } from "../../protocol/debate-shapes.ts";
import { speakers } from "../../protocol/role.ts";
import { decideShare, isAnonymousRound } from "../estimates.ts";
import { defineCommand } from "../rule.ts";

/** Says how likely one holds a program (by its row's key) to be what training ends with, from 0 to 1; null takes it back. */
export const setCredence = defineCommand({
  kind: "set-credence",
  input: z.strictObject({
    kind: z.literal("set-credence"),
    program: z.string().check(z.regex(/^[0-9a-z]{1,24}$/)),
    value: z.nullable(z.string().check(z.maxLength(60))),
    because: z.optional(becauseInput),
  }),
  roles: speakers,
  permission: "estimate",
  isAnonymous: isAnonymousRound,
  decide: (state, by, input, { isModeratorPresent }) =>
    decideShare(state, by, input, {
      mine: state.estimates.values[by.id]?.credences ?? {},
      key: input.program,
      named: { program: input.program },
      isModeratorPresent,
    }),
});
