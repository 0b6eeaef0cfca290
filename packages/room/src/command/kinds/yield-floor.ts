import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { checkLead } from "../lead.ts";
import { defineCommand } from "../rule.ts";

/** Ends the turn of whoever speaks: they do themselves, or who steers the meeting does. */
export const yieldFloor = defineCommand({
  kind: "yield-floor",
  input: z.strictObject({ kind: z.literal("yield-floor") }),
  roles: ["moderator", "debater", "participant", "viewer"],
  whenMuted: true,
  decide(state, by, _input, prepared) {
    const { speaker } = state.session.floor;
    if (speaker === null) return err(refuse("no-such-thing", "speaker"));
    const isLeader = by.role === "moderator" || (by.role === "debater" && checkLead(by, prepared) === null);
    return speaker.person === by.id || isLeader ? ok({ person: speaker.person }) : err(refuse("not-yours"));
  },
});
