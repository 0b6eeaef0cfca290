import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { checkWords } from "../check-words.ts";
import { defineCommand } from "../rule.ts";

/** Lets someone, by their name or their pseudonym, only read: until the next phase, or until it is lifted. */
export const mute = defineCommand({
  kind: "mute",
  input: z.strictObject({
    kind: z.literal("mute"),
    person: personId,
    until: z.enum(["phase", "lifted"]),
    reason: z.string(),
  }),
  roles: ["moderator"],
  decide(state, by, { person, until, reason }) {
    if (state.people[person]?.role === "moderator") return err(refuse("not-allowed", "a moderator"));
    const refusal = checkWords(reason, limits.reasonText);
    if (refusal) return err(refusal);
    if (Object.keys(state.session.muted).length >= limits.people) return err(refuse("too-many", "muted"));
    return ok({ moderator: by.id, person, until, reason });
  },
});
