import * as z from "zod/mini";
import { patchSchema } from "./edit-schema.ts";

const snapshot = z._default(z.string(), "");
const id = z.string();
const axis = z.enum(["c", "t"]);

const anchorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("term"), term: id, snapshot }),
  z.strictObject({ kind: z.literal("cost"), term: id, axis, snapshot }),
  z.strictObject({ kind: z.literal("program"), program: id, snapshot }),
  z.strictObject({ kind: z.literal("summand"), program: id, axis, of: z.string(), snapshot }),
  z.strictObject({ kind: z.literal("assumption"), assumption: id, snapshot }),
  z.strictObject({ kind: z.literal("claim"), claim: z.string(), snapshot }),
  z.strictObject({ kind: z.literal("threshold"), between: z.tuple([id, id]), snapshot }),
  z.strictObject({ kind: z.literal("scenario"), snapshot }),
]);

/** The shape of an objection. */
export const objectionSchema = z.object({
  id: z.string(),
  author: z.string(),
  kind: z.enum(["rebut", "undermine", "undercut", "scope", "proposal", "question"]),
  anchor: anchorSchema,
  text: z.string(),
  readings: z._default(z.array(z.object({ label: z.string(), patch: patchSchema })), []),
  status: z._default(z.enum(["open", "conceded", "answered", "rejected", "withdrawn"]), "open"),
  stamp: z.optional(z.nullable(z.object({ version: z.string(), map: z.unknown() }))),
});
