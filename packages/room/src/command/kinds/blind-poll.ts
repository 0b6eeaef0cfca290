import { ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { leaders } from "../lead.ts";
import { ledPoll } from "../polls.ts";
import { defineCommand } from "../rule.ts";

/** Asks a poll again, blind: what was revealed stays known as `before`. */
export const blindPoll = defineCommand({
  kind: "blind-poll",
  input: z.strictObject({ kind: z.literal("blind-poll"), poll: thingId }),
  roles: leaders,
  decide(state, by, { poll }, prepared) {
    const found = ledPoll(state, by, poll, prepared);
    return found.ok ? ok({ person: by.id, poll }) : found;
  },
});
