import { ok } from "@crux/core";
import * as z from "zod/mini";
import { defineCommand } from "../rule.ts";

/** Closes the room, or opens it again: while closed it can be read by those who are in it, and not changed. */
export const closeRoom = defineCommand({
  kind: "close-room",
  input: z.strictObject({ kind: z.literal("close-room"), closed: z.boolean() }),
  roles: ["moderator"],
  decide: (_state, _by, input) => ok({ closed: input.closed }),
});
