import { ok } from "@crux/core";
import * as z from "zod/mini";
import { role } from "../../protocol/shapes.ts";
import { defineCommand } from "../rule.ts";

/** Hides or shows the room's code, or limits what those become who join by it. */
export const setCode = defineCommand({
  kind: "set-code",
  input: z.strictObject({
    kind: z.literal("set-code"),
    hidden: z.optional(z.boolean()),
    role: z.optional(role.check(z.refine((one) => one !== "moderator"))),
  }),
  roles: ["moderator"],
  decide: (state, _by, input) =>
    ok({ hidden: input.hidden ?? state.code.hidden, role: input.role ?? state.code.role }),
});
