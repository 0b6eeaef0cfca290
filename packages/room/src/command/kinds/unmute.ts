import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { defineCommand } from "../rule.ts";

/** Lets someone who was muted take part again. */
export const unmute = defineCommand({
  kind: "unmute",
  input: z.strictObject({ kind: z.literal("unmute"), person: personId }),
  roles: ["moderator"],
  decide: (state, _by, { person }) =>
    state.session.muted[person] ? ok({ person }) : err(refuse("no-such-thing", person)),
});
