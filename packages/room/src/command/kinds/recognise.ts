import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { duration } from "../../protocol/session-shapes.ts";
import { personId } from "../../protocol/shapes.ts";
import { checkLead, leaders } from "../lead.ts";
import { defineCommand } from "../rule.ts";

/** Gives someone the floor: their hand comes down, the speaker's timer starts, the screen shows them or their point. */
export const recognise = defineCommand({
  kind: "recognise",
  input: z.strictObject({
    kind: z.literal("recognise"),
    person: personId,
    /** How long; null: as long as turns take here. */
    seconds: z.nullable(duration),
  }),
  roles: leaders,
  decide(state, by, { person, seconds }, prepared) {
    const refusal = checkLead(by, prepared);
    if (refusal) return err(refusal);
    if (!state.people[person]) return err(refuse("no-such-person", person));
    return ok({ person, seconds });
  },
});
