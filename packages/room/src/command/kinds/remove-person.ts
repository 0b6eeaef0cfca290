import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { checkWords } from "../check-words.ts";
import { defineCommand } from "../rule.ts";

/** Sends someone out of the room for good: their connections end, and they do not get in as the same person. */
export const removePerson = defineCommand({
  kind: "remove-person",
  input: z.strictObject({ kind: z.literal("remove-person"), person: personId, reason: z.string() }),
  roles: ["moderator"],
  decide(state, _by, { person, reason }) {
    const found = state.people[person];
    if (!found || found.removed) return err(refuse("no-such-person", person));
    if (found.role === "moderator") return err(refuse("not-allowed", "a moderator"));
    const refusal = checkWords(reason, limits.reasonText);
    return refusal ? err(refusal) : ok({ person, reason });
  },
});
