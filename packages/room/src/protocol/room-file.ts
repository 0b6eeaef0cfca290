import * as z from "zod/mini";
import { personId } from "./shapes.ts";

const by = z.union([personId, z.literal("server"), z.literal("")]);
const at = z.int().check(z.minimum(0), z.maximum(2 ** 53 - 1));

/** One entry of a room in a file; null holds the number of what is nobody else's business. */
const fileEntry = z.nullable(
  z.union([
    z.strictObject({ at, by, update: z.base64() }),
    z.strictObject({ at, by, event: z.looseObject({ kind: z.string() }) }),
  ]),
);

/** A whole room as a file: the entries of its log as everybody, or every moderator, heard them. */
export const roomFile = z.strictObject({
  format: z.literal("crux/room"),
  version: z.literal(1),
  /** Milliseconds since 1970. */
  exported: at,
  entries: z.array(fileEntry),
});

/** A whole room as a file. */
export type RoomFile = z.infer<typeof roomFile>;
