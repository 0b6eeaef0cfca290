import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { anchor, anchorRows, readingInput, thingId } from "../../protocol/debate-shapes.ts";
import { objectionKinds } from "../../protocol/debate-words.ts";
import { limits } from "../../protocol/limits.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { isAnonymous } from "../anonymity.ts";
import { checkJson, checkSomeWords } from "../check-words.ts";
import { checkMap, checkReadings, checkWeight, threadDepth } from "../debate-rules.ts";
import { defineCommand } from "../rule.ts";

/** Raises an objection, or answers one (`replyTo`) with words and patches of one's own that build on its patch. */
export const raiseObjection = defineCommand({
  kind: "raise-objection",
  input: z.strictObject({
    kind: z.literal("raise-objection"),
    /** A new id, chosen by the client. */
    objection: thingId,
    doubt: z.enum(objectionKinds),
    anchor,
    rows: anchorRows,
    text: z.string(),
    readings: z.array(readingInput),
    replyTo: z.nullable(thingId),
    /** The winner map that the author saw, as the answer format has it. */
    map: z.optional(z.unknown()),
  }),
  roles: speakers,
  permission: ({ replyTo }) => (replyTo === null ? "object" : "reply"),
  isAnonymous: ({ session }) => isAnonymous(session),
  decide(state, by, input) {
    const { objections } = state.debate;
    if (objections[input.objection]) return err(refuse("id-taken", input.objection));
    if (input.replyTo !== null && !objections[input.replyTo])
      return err(refuse("no-such-thing", input.replyTo));
    if (threadDepth(state, input.replyTo) > limits.threadDepth) return err(refuse("too-deep", "replies"));
    const all = Object.values(objections);
    if (all.length >= limits.objections) return err(refuse("too-many", "objections in the room"));
    if (all.filter(({ author }) => author === by.id).length >= limits.objectionsPerPerson)
      return err(refuse("too-many", "objections of yours"));
    const refusal =
      checkSomeWords(input.text, limits.objectionText) ??
      checkJson(input.anchor, 4 * limits.anchorText) ??
      checkMap(input.map);
    if (refusal) return err(refusal);
    const readings = checkReadings(input.readings);
    if (!readings.ok) return readings;
    const { objection: id, doubt, anchor, rows, text, replyTo, map = null } = input;
    const raised = { id, author: by.id, kind: doubt, anchor, rows, text, readings: readings.value, replyTo };
    const full = checkWeight(state, [raised, map]);
    return full ? err(full) : ok({ raised, map });
  },
});
