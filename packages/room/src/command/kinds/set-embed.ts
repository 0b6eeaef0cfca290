import { ok } from "@crux/core";
import * as z from "zod/mini";
import { defineCommand } from "../rule.ts";

/** Lets other pages show the room's strip to anybody, or stops that. */
export const setEmbed = defineCommand({
  kind: "set-embed",
  input: z.strictObject({ kind: z.literal("set-embed"), on: z.boolean() }),
  roles: ["moderator"],
  decide: (_state, by, { on }) => ok({ person: by.id, on }),
});
