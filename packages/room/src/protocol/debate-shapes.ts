import type { Anchor } from "@crux/core";
import * as z from "zod/mini";
import { limits } from "./limits.ts";

/** The id of an objection or a claim, chosen by the client of whoever makes it, so that it has a name while offline. */
export const thingId = z.string().check(z.regex(/^[0-9a-z]{8,32}$/));

const rowPattern = "(?:terms|parameters|programs|assumptions)/[0-9a-z]{1,24}";

/** A row of the document as `terms/KEY`: it stays the same when the row's id changes. */
export const rowRef = z.string().check(z.regex(new RegExp(`^${rowPattern}$`)));

/** What a reaction is bound to: an objection, a claim, a row, one field of a row, a threshold between two programs, or all. */
export const thingRef = z
  .string()
  .check(
    z.regex(
      new RegExp(
        `^(?:(?:objection|claim)/[0-9a-z]{8,32}|${rowPattern}(?:/[a-z]{1,16})?|threshold/[0-9a-z]{1,24}/[0-9a-z]{1,24}|scenario)$`,
      ),
    ),
  );

/** What an endorsement is bound to: an objection or a claim, as it stands now. */
export const endorsable = z.string().check(z.regex(/^(?:objection|claim)\/[0-9a-z]{8,32}$/));

const name = z.string().check(z.minLength(1), z.maxLength(limits.anchorText));
const axis = z.enum(["c", "t"]);
const snapshot = z.string().check(z.maxLength(limits.anchorText));

/** An anchor of the objection format. */
export const anchor: z.ZodMiniType<Anchor> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("term"), term: name, snapshot }),
  z.strictObject({ kind: z.literal("cost"), term: name, axis, snapshot }),
  z.strictObject({ kind: z.literal("program"), program: name, snapshot }),
  z.strictObject({ kind: z.literal("summand"), program: name, axis, of: name, snapshot }),
  z.strictObject({ kind: z.literal("assumption"), assumption: name, snapshot }),
  z.strictObject({ kind: z.literal("claim"), claim: name, snapshot }),
  z.strictObject({ kind: z.literal("threshold"), between: z.tuple([name, name]), snapshot }),
  z.strictObject({ kind: z.literal("scenario"), snapshot }),
]);

/** The rows that an anchor points at, by key: none, one, or the two programs of a threshold. */
export const anchorRows = z.array(rowRef).check(z.maxLength(2));

/** One way to understand an objection, as it travels; its patch is read by the room. */
export const readingInput = z.strictObject({ label: z.string(), patch: z.unknown() });

/** What someone names as the cause of a number: an objection, a sentence, or both. */
export const becauseInput = z.strictObject({ objection: z.nullable(thingId), words: z.string() });
