import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { readingInput, thingId } from "../../protocol/debate-shapes.ts";
import { objectionKinds } from "../../protocol/debate-words.ts";
import { limits } from "../../protocol/limits.ts";
import { speakers } from "../../protocol/role.ts";
import { checkSomeWords } from "../check-words.ts";
import { checkMap, checkReadings, checkWeight, ownObjection } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Changes one's own open objection; it is stamped anew, and endorsements show that they meant an earlier version. */
export const editObjection = defineCommand({
  kind: "edit-objection",
  input: z.strictObject({
    kind: z.literal("edit-objection"),
    objection: thingId,
    doubt: z.enum(objectionKinds),
    text: z.string(),
    readings: z.array(readingInput),
    map: z.optional(z.unknown()),
  }),
  roles: speakers,
  permission: "object",
  owns: ({ debate }, id, input) => debate.objections[input.objection]?.author === id,
  decide(state, by, input) {
    const found = ownObjection(state, by, input.objection);
    if (!found.ok) return found;
    const refusal = checkSomeWords(input.text, limits.objectionText) ?? checkMap(input.map);
    if (refusal) return err(refusal);
    const readings = checkReadings(input.readings);
    if (!readings.ok) return readings;
    const changed = { kind: input.doubt, text: input.text, readings: readings.value };
    const { map = null } = input;
    const full = checkWeight(state, [changed, map]);
    return full ? err(full) : ok({ objection: input.objection, changed, map });
  },
});
