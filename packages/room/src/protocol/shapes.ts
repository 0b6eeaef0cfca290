import * as z from "zod/mini";
import { roles } from "./role.ts";

/** A person's id: 26 characters of base 32, made from the device's secret (see identity/person.ts). */
export const personId = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/));

/** A room's id: 128 random bits in base 32. */
export const roomId = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/));

/** A room's code as people type it, before it is tidied: letters with spaces or dashes. */
export const typedCode = z.string().check(z.minLength(1), z.maxLength(40));

/** A device's secret for one room: 43 to 64 characters that nobody can guess. */
export const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43,64}$/));

/** Any of the five roles. */
export const role = z.enum(roles);

/** A name as it is shown: 1 to 60 characters with no control or direction characters, not blank. */
export const personName = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(60),
  z.refine(
    (name) =>
      name.isWellFormed() && !/[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u.test(name),
  ),
);

/** Where someone is, as presence shows it and "bring people here" points to. */
export const place = z.strictObject({
  /** A row as `terms/KEY`, `programs/KEY` …; null when no row is selected. */
  row: z.nullable(
    z.string().check(z.regex(/^(scenario|(terms|parameters|programs|assumptions)\/[0-9a-z]{1,24})$/)),
  ),
  /** The field of the row, e.g. `c`. */
  field: z.nullable(z.string().check(z.regex(/^[a-z]{1,16}$/i))),
  /** Whether the person is typing in that field. */
  editing: z.boolean(),
  /** The tab of the centre. */
  tab: z.nullable(z.string().check(z.regex(/^[a-z-]{1,16}$/))),
  /** The person's own exchange rate on the chart, as exact text. */
  g: z.nullable(z.string().check(z.regex(/^[0-9./e^+-]{1,60}$/))),
  /** The person who is followed. */
  following: z.nullable(personId),
});

/** Where someone is. */
export type Place = z.infer<typeof place>;

/** Names a command for good: the stream is one tab's, and `n` counts up in it, so that a repeat does nothing twice. */
export const commandId = z.strictObject({
  stream: z.string().check(z.regex(/^[0-9a-z]{8,32}$/)),
  n: z.int().check(z.minimum(1), z.maximum(2 ** 31)),
});

/** The name of a command. */
export type CommandId = z.infer<typeof commandId>;

/** Bytes on the wire. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
