import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { editors } from "../../protocol/role.ts";
import { openObjection } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Marks an objection as merged, after the client has written the patch of one reading into the scenario. */
export const mergeObjection = defineCommand({
  kind: "merge-objection",
  input: z.strictObject({
    kind: z.literal("merge-objection"),
    objection: thingId,
    reading: z.int().check(z.minimum(0), z.maximum(limits.readings - 1)),
  }),
  roles: editors,
  permission: "edit",
  decide(state, _by, input) {
    const found = openObjection(state, input.objection);
    if (!found.ok) return found;
    if (!found.value.readings[input.reading]) return err(refuse("no-such-thing", `reading ${input.reading}`));
    return ok({ objection: found.value.id, reading: input.reading });
  },
});
