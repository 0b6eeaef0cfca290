import { ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { leaders } from "../lead.ts";
import { ledPoll } from "../polls.ts";
import { defineCommand } from "../rule.ts";

/** Takes no more answers to a poll, or takes them again. */
export const closePoll = defineCommand({
  kind: "close-poll",
  input: z.strictObject({ kind: z.literal("close-poll"), poll: thingId, closed: z.boolean() }),
  roles: leaders,
  decide(state, by, { poll, closed }, prepared) {
    const found = ledPoll(state, by, poll, prepared);
    return found.ok ? ok({ person: by.id, poll, closed }) : found;
  },
});
