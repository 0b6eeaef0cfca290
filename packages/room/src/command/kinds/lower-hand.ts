import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { checkLead } from "../lead.ts";
import { defineCommand } from "../rule.ts";

/** Takes a hand down: one's own, or (who steers the meeting) someone else's. */
export const lowerHand = defineCommand({
  kind: "lower-hand",
  input: z.strictObject({ kind: z.literal("lower-hand"), person: personId }),
  roles: ["moderator", "debater", "participant", "viewer"],
  whenMuted: true,
  decide(state, by, { person }, prepared) {
    const isLeader = by.role === "moderator" || (by.role === "debater" && checkLead(by, prepared) === null);
    if (person !== by.id && !isLeader) return err(refuse("not-yours", person));
    return state.session.floor.hands[person] ? ok({ person }) : err(refuse("no-such-thing", "hand"));
  },
});
