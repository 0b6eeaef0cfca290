import { ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { speakers } from "../../protocol/role.ts";
import { ownObjection } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Takes one's own objection back; it stays, marked so, with what was answered. */
export const withdrawObjection = defineCommand({
  kind: "withdraw-objection",
  input: z.strictObject({ kind: z.literal("withdraw-objection"), objection: thingId }),
  roles: speakers,
  whenMuted: true,
  owns: ({ debate }, id, input) => debate.objections[input.objection]?.author === id,
  decide(state, by, input) {
    const found = ownObjection(state, by, input.objection);
    return found.ok ? ok({ objection: found.value.id }) : found;
  },
});
