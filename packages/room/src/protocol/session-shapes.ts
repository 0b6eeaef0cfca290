import * as z from "zod/mini";
import { rowRef, thingId } from "./debate-shapes.ts";
import { permissions } from "./permission.ts";
import { personId } from "./shapes.ts";

/** A phase's id, chosen by whoever edits the agenda. */
export const phaseId = z.string().check(z.regex(/^[0-9a-z]{1,24}$/));

const seconds = z.int().check(z.minimum(5), z.maximum(6 * 60 * 60));

/** A duration in whole seconds: five seconds to six hours. */
export const duration = seconds;

const may = z.array(z.enum(permissions)).check(z.maxLength(permissions.length));

/** One phase of an agenda, as it travels. */
export const phaseInput = z.strictObject({
  id: phaseId,
  name: z.string(),
  seconds: z.nullable(seconds),
  may: z.strictObject({ debater: may, participant: may, viewer: may }),
  anonymous: z.boolean(),
});

/** One thing that the big screen can show. */
export const spotlight = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("row"), row: rowRef }),
  z.strictObject({ kind: z.literal("objection"), objection: thingId }),
  z.strictObject({ kind: z.literal("claim"), claim: thingId }),
  z.strictObject({ kind: z.literal("poll"), poll: thingId }),
  z.strictObject({ kind: z.literal("estimates") }),
  z.strictObject({ kind: z.literal("person"), person: personId }),
  /** Two overlays side by side, by their ids (`PERSON` or `group/NAME`); `room` is the shared scenario. */
  z.strictObject({
    kind: z.literal("compare"),
    between: z.tuple([z.string().check(z.maxLength(80)), z.string().check(z.maxLength(80))]),
  }),
]);

/** One thing that the big screen can show. */
export type Spotlight = z.infer<typeof spotlight>;

/** Something that can be hidden (command/hideable.ts). */
export const hideable = z
  .string()
  .check(
    z.maxLength(120),
    z.regex(
      /^(?:(?:objection|claim|poll)\/[0-9a-z]{8,32}|overlay\/[0-9a-f]{16}|answer\/[0-9a-z]{8,32}\/[0-9a-z]{26}|(?:because|name)\/[0-9a-z]{26}|gloss\/[a-z]+(?:\/[0-9a-z]{1,32}){0,2})$/,
    ),
  );

const label = z.string();

/** How a poll is answered, as it travels. */
export const pollForm = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("choice"), options: z.array(label) }),
  z.strictObject({
    kind: z.literal("slider"),
    from: z.string().check(z.maxLength(60)),
    to: z.string().check(z.maxLength(60)),
    fromLabel: label,
    toLabel: label,
  }),
  z.strictObject({ kind: z.literal("number"), unit: label }),
  z.strictObject({ kind: z.literal("words") }),
]);
