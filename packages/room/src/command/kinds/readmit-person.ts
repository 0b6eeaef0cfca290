import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { defineCommand } from "../rule.ts";

/** Lets someone who was sent out come back. */
export const readmitPerson = defineCommand({
  kind: "readmit-person",
  input: z.strictObject({ kind: z.literal("readmit-person"), person: personId }),
  roles: ["moderator"],
  decide: (state, _by, { person }) =>
    state.people[person]?.removed ? ok({ person }) : err(refuse("no-such-person", person)),
});
