import { ok } from "@crux/core";
import * as z from "zod/mini";
import { defineCommand } from "../rule.ts";

/** Lets what is said from now on stand under pseudonyms, or under names again; what was said stays as it is. */
export const setAnonymous = defineCommand({
  kind: "set-anonymous",
  input: z.strictObject({ kind: z.literal("set-anonymous"), on: z.boolean() }),
  roles: ["moderator"],
  decide: (_state, by, { on }) => ok({ person: by.id, on }),
});
