import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { phaseId } from "../../protocol/session-shapes.ts";
import { checkLead, leaders } from "../lead.ts";
import { defineCommand } from "../rule.ts";

/** Moves the room to a phase of its agenda and starts its timer; null ends the meeting: no phase is on. */
export const startPhase = defineCommand({
  kind: "start-phase",
  input: z.strictObject({ kind: z.literal("start-phase"), phase: z.nullable(phaseId) }),
  roles: leaders,
  decide(state, by, { phase }, prepared) {
    const refusal = checkLead(by, prepared);
    if (refusal) return err(refusal);
    if (phase !== null && !state.session.agenda.some(({ id }) => id === phase))
      return err(refuse("no-such-thing", `phase ${phase}`));
    return ok({ person: by.id, phase });
  },
});
