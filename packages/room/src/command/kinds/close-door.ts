import { ok } from "@crux/core";
import * as z from "zod/mini";
import { defineCommand } from "../rule.ts";

/** Lets nobody in who has not been in the room before, or lets new people in again. */
export const closeDoor = defineCommand({
  kind: "close-door",
  input: z.strictObject({ kind: z.literal("close-door"), closed: z.boolean() }),
  roles: ["moderator"],
  decide: (_state, by, { closed }) => ok({ person: by.id, closed }),
});
