import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { isAnonymous } from "../anonymity.ts";
import { checkClaim } from "../check-content.ts";
import { checkWeight } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Puts a claim up for everybody to judge. */
export const pinClaim = defineCommand({
  kind: "pin-claim",
  input: z.strictObject({ kind: z.literal("pin-claim"), claim: thingId, text: z.string() }),
  roles: speakers,
  permission: "claim",
  isAnonymous: ({ session }) => isAnonymous(session),
  decide(state, by, input) {
    const { claims } = state.debate;
    if (claims[input.claim]) return err(refuse("id-taken", input.claim));
    const all = Object.values(claims);
    if (all.length >= limits.claims) return err(refuse("too-many", "claims in the room"));
    if (all.filter((one) => one.by === by.id).length >= limits.claimsPerPerson)
      return err(refuse("too-many", "claims of yours"));
    const refusal = checkClaim(input.text) ?? checkWeight(state, input);
    return refusal ? err(refusal) : ok({ claim: input.claim, by: by.id, text: input.text });
  },
});
