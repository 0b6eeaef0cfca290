import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { roles } from "../../protocol/role.ts";
import { personName } from "../../protocol/shapes.ts";
import { defineCommand } from "../rule.ts";

/** Changes one's own name. */
export const rename = defineCommand({
  kind: "rename",
  input: z.strictObject({ kind: z.literal("rename"), name: personName }),
  roles,
  decide: (state, by, input) =>
    state.session.hidden[`name/${by.id}`]
      ? err(refuse("is-hidden", "name"))
      : ok({ person: by.id, name: input.name }),
});
