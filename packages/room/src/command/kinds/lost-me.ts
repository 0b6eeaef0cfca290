import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingRef } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { defineCommand } from "../rule.ts";

/** "Lost me": says of one thing that one does not follow. Moderators hear how many, nobody hears who. */
export const lostMe = defineCommand({
  kind: "lost-me",
  input: z.strictObject({ kind: z.literal("lost-me"), to: thingRef, on: z.boolean() }),
  roles: ["moderator", "debater", "participant", "viewer"],
  whenMuted: true,
  decide(state, by, { to, on }) {
    const mine = Object.values(state.session.lost.by).filter((people) => people.includes(by.id));
    if (on && mine.length >= limits.lostPerPerson) return err(refuse("too-many", "presses of yours"));
    // How many there are now: a number for moderators, null for the others, who must not count.
    const event: { person: string; to: string; on: boolean; count?: number | null } = {
      person: by.id,
      to,
      on,
    };
    return ok(event);
  },
});
