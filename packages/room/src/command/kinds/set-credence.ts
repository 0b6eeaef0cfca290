import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { becauseInput } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { checkBecause, isAnonymousRound, isBlindNow, type Placed, placed, withKey } from "../estimates.ts";
import { isCredence } from "../numbers.ts";
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
  decide(state, by, input, prepared) {
    if (input.value !== null && !isCredence(input.value)) return err(refuse("bad-credence", input.value));
    const mine = state.estimates.values[by.id]?.credences ?? {};
    if (mine[input.program] === undefined && Object.keys(mine).length >= limits.credencesPerPerson)
      return err(refuse("too-many", "credences of yours"));
    const because = checkBecause(state, by, input.because);
    if (!because.ok) return because;
    const event: Placed & { program: string; value: string | null } = {
      person: by.id,
      program: input.program,
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
      credences: withKey(mine.credences, event.program, event.value),
    })),
});
