import * as z from "zod/mini";
import { scenarioSchema } from "../syntax/scenario-schema.ts";
import { overlaySchema, patchSchema } from "./edit-schema.ts";
import { objectionSchema } from "./objection-schema.ts";

/** JSON Schemas (draft 2020-12) by name. */
export type JsonSchemas = Readonly<Record<"scenario" | "patch" | "overlay" | "objection", unknown>>;

/** The JSON Schemas of what core reads, made from the schemas that the readers use. Formulas are texts in them. */
export function jsonSchemas(): JsonSchemas {
  const schemaOf = (schema: z.ZodMiniType): unknown => z.toJSONSchema(schema, { io: "input" });
  return {
    scenario: schemaOf(scenarioSchema),
    patch: schemaOf(patchSchema),
    overlay: schemaOf(overlaySchema),
    objection: schemaOf(objectionSchema),
  };
}
