import { ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { leaders } from "../lead.ts";
import { ledPoll, withPoll } from "../polls.ts";
import { defineCommand } from "../rule.ts";

/** Shows everybody's answers to everybody; answers that change from now on are revisions of these. */
export const revealPoll = defineCommand({
  kind: "reveal-poll",
  input: z.strictObject({ kind: z.literal("reveal-poll"), poll: thingId }),
  roles: leaders,
  decide(state, by, { poll }, prepared) {
    const found = ledPoll(state, by, poll, prepared);
    // The answers travel to clients only: the log has them already, one by one.
    const event: { person: string; poll: string; answers?: Readonly<Record<string, string>> } = {
      person: by.id,
      poll,
    };
    return found.ok ? ok(event) : found;
  },
  apply: (state, { poll, answers }, _meta) =>
    withPoll(state, poll, (old) => {
      if (!old.blind) return old;
      // A page knows its own answer, also where it is hidden from the others.
      const shown = answers ? { ...answers, ...old.answers } : old.answers;
      return {
        ...old,
        blind: false,
        answers: shown,
        count: Object.keys(shown).length,
        before: old.before ?? shown,
      };
    }),
});
