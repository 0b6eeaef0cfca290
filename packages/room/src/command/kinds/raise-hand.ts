import { ok } from "@crux/core";
import * as z from "zod/mini";
import { thingRef } from "../../protocol/debate-shapes.ts";
import { defineCommand } from "../rule.ts";

/** Asks to speak: on a new point, or as an answer to what is being talked about. Raising it again changes which. */
export const raiseHand = defineCommand({
  kind: "raise-hand",
  input: z.strictObject({
    kind: z.literal("raise-hand"),
    reply: z.boolean(),
    /** What it is about: the screen shows it when the person is recognised. */
    about: z.nullable(thingRef),
  }),
  roles: ["moderator", "debater", "participant", "viewer"],
  permission: "speak",
  decide: (state, by, { reply, about }) =>
    ok({
      person: by.id,
      thread: reply && state.session.floor.thread > 0 ? state.session.floor.thread : null,
      about,
    }),
});
