import { ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { leaders } from "../lead.ts";
import { ledPoll } from "../polls.ts";
import { defineCommand } from "../rule.ts";

/** Shows everybody's answers to everybody; answers that change from now on are revisions of these. */
export const revealPoll = defineCommand({
  kind: "reveal-poll",
  input: z.strictObject({ kind: z.literal("reveal-poll"), poll: thingId }),
  roles: leaders,
  decide(state, by, { poll }, prepared) {
    const found = ledPoll(state, by, poll, prepared);
    // The answers travel to clients only: the log has them already, one by one.
    const event: {
      person: string;
      poll: string;
      answers?: Readonly<Record<string, string>>;
      because?: Readonly<Record<string, string>>;
    } = { person: by.id, poll };
    return found.ok ? ok(event) : found;
  },
});
