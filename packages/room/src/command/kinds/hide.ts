import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { hideable } from "../../protocol/session-shapes.ts";
import { checkSomeWords } from "../check-words.ts";
import { authorAt } from "../hideable.ts";
import { defineCommand } from "../rule.ts";

/** Takes something that somebody wrote out of sight: others keep a stub with the reason, and get the words no more. */
export const hide = defineCommand({
  kind: "hide",
  input: z.strictObject({ kind: z.literal("hide"), to: hideable, reason: z.string() }),
  roles: ["moderator"],
  decide(state, by, { to, reason }) {
    if (authorAt(state, to) === null) return err(refuse("no-such-thing", to));
    const refusal = checkSomeWords(reason, limits.reasonText);
    if (refusal) return err(refusal);
    if (Object.keys(state.session.hidden).length >= limits.hidden)
      return err(refuse("too-many", "hidden things"));
    return ok({ person: by.id, to, reason });
  },
});
