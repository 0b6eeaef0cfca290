import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { spotlight } from "../../protocol/session-shapes.ts";
import { overlayRef } from "../hideable.ts";
import { checkLead, leaders } from "../lead.ts";
import { defineCommand } from "../rule.ts";

/** Puts one thing on the big screen; null: the strip alone. */
export const showOnScreen = defineCommand({
  kind: "show-on-screen",
  input: z.strictObject({ kind: z.literal("show-on-screen"), what: z.nullable(spotlight) }),
  roles: leaders,
  decide(state, by, { what }, prepared) {
    const refusal = checkLead(by, prepared);
    if (what?.kind === "compare" && what.between.some((id) => state.session.hidden[overlayRef(id)]))
      return err(refuse("is-hidden", "overlay"));
    return refusal ? err(refusal) : ok({ person: by.id, what });
  },
});
