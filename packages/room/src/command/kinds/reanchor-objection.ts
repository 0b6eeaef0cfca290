import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { anchor, anchorRows, thingId } from "../../protocol/debate-shapes.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { mayEdit, speakers } from "../../protocol/role.ts";
import { checkJson } from "../check-words.ts";
import { checkWeight } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Ties an objection to another thing, or to the same as it is now: for those whose thing is gone or has changed. */
export const reanchorObjection = defineCommand({
  kind: "reanchor-objection",
  input: z.strictObject({
    kind: z.literal("reanchor-objection"),
    objection: thingId,
    anchor,
    rows: anchorRows,
  }),
  roles: speakers,
  owns: ({ debate }, id, input) => debate.objections[input.objection]?.author === id,
  decide(state, by, { objection, anchor, rows }) {
    const found = state.debate.objections[objection];
    if (!found) return err(refuse("no-such-thing", objection));
    if (state.session.hidden[`objection/${objection}`]) return err(refuse("is-hidden", objection));
    if (found.author !== by.id && !mayEdit(by.role)) return err(refuse("not-yours", objection));
    const refusal = checkJson(anchor, 4 * limits.anchorText) ?? checkWeight(state, anchor);
    return refusal ? err(refusal) : ok({ objection, anchor, rows });
  },
});
