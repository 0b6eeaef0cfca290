import * as z from "zod/mini";
import {
  assumptionSchema,
  exchangeSchema,
  formulaSchema,
  parameterSchema,
  programSchema,
  termSchema,
} from "../syntax/scenario-schema.ts";

/** The shapes of patches, overlays and objections as JSON: the single source of their JSON Schemas. */

const id = z.string();
const nullable = z.nullable(formulaSchema);
const at = z.optional(z.nullable(z.int()));
const status = z.enum(["held", "disputed", "dropped"]);

const editSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set-cost"), term: id, axis: z.enum(["c", "t"]), to: nullable }),
  z.strictObject({ kind: z.literal("set-parameter"), parameter: id, to: nullable }),
  z.strictObject({ kind: z.literal("set-domain"), parameter: id, to: z.nullable(z.array(z.string())) }),
  z.strictObject({ kind: z.literal("add-term"), term: termSchema, at }),
  z.strictObject({ kind: z.literal("remove-term"), term: id }),
  z.strictObject({ kind: z.literal("add-parameter"), parameter: parameterSchema, at }),
  z.strictObject({ kind: z.literal("remove-parameter"), parameter: id }),
  z.strictObject({ kind: z.literal("add-program"), program: programSchema, at }),
  z.strictObject({ kind: z.literal("remove-program"), program: id }),
  z.strictObject({
    kind: z.literal("set-program"),
    id,
    axis: z.enum(["c", "t", "score"]),
    to: formulaSchema,
  }),
  z.strictObject({ kind: z.literal("set-exchange"), exchange: exchangeSchema }),
  z.strictObject({ kind: z.literal("set-assumption"), assumption: assumptionSchema, at }),
  z.strictObject({ kind: z.literal("set-status"), assumption: id, to: status }),
  z.strictObject({ kind: z.literal("remove-assumption"), assumption: id }),
  z.strictObject({ kind: z.literal("split-term"), term: id, into: z.record(z.string(), z.string()) }),
  z.strictObject({ kind: z.literal("set-key"), key: z.string(), to: z.unknown() }),
  z.strictObject({ kind: z.literal("remove-key"), key: z.string() }),
]);

/** The shape of a patch: a list of edits. */
export const patchSchema = z.array(editSchema);

/** The shape of an overlay: whose it is, a patch, and a g. */
export const overlaySchema = z.object({
  owner: z.string(),
  patch: patchSchema,
  g: z.optional(z.nullable(formulaSchema)),
});

/** An edit as JSON, before its formulas are read. */
export type EditJson = z.infer<typeof editSchema>;
/** A patch as JSON, before its formulas are read. */
export type PatchJson = z.infer<typeof patchSchema>;
