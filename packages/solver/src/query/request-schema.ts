import { jsonSchemas } from "@crux/core";
import * as z from "zod/mini";

/** Longest formula that is read; the reader of formulas refuses longer ones with a place. */
const formula = z.string();
const exact = z.union([z.string(), z.int()]);
const name = z.string();
const point = z.record(z.string(), exact);
const pair = z.tuple([name, name]);
const formulas = z.array(formula);
/** A patch, an overlay or an objection: read by core, which says more about what is wrong with it. */
const opaque = z.unknown();

const queries = [
  z.strictObject({ kind: z.literal("winners"), over: z.optional(name), at: z.optional(point) }),
  z.strictObject({
    kind: z.literal("crossovers"),
    between: pair,
    over: z.optional(name),
    at: z.optional(point),
  }),
  z.strictObject({
    kind: z.literal("solve"),
    equation: formula,
    for: name,
    assume: z.optional(formulas),
    domain: z.optional(formulas),
  }),
  z.strictObject({ kind: z.literal("break-even"), of: name, between: pair, at: z.optional(point) }),
  z.strictObject({ kind: z.literal("score"), at: z.optional(point) }),
  z.strictObject({ kind: z.literal("sensitivity"), between: pair, at: z.optional(point) }),
  z.strictObject({ kind: z.literal("judge"), claim: formula, assume: z.optional(formulas) }),
  z.strictObject({
    kind: z.literal("compare"),
    overlay: opaque,
    over: z.optional(name),
    at: z.optional(point),
  }),
  z.strictObject({ kind: z.literal("cruxes"), a: opaque, b: opaque }),
  z.strictObject({ kind: z.literal("flip-sets"), objections: z.array(opaque), at: z.optional(point) }),
] as const;

/** The query of a request, before its formulas are read. */
export const querySchema = z.discriminatedUnion("kind", queries);

/** A scenario by its name in the library, with named patches of it applied in order. */
export const librarySchema = z.strictObject({
  library: z.string(),
  patches: z.optional(z.array(z.string())),
});

/** A request, before its scenario and formulas are read; what is wrong inside a scenario is for its reader to say. */
export const requestSchema = z.strictObject({
  id: z.optional(z.nullable(z.union([z.string(), z.int()]))),
  scenario: z.optional(z.record(z.string(), z.unknown())),
  query: querySchema,
});

/** The JSON of a request that has the right shape. */
export type RawRequest = z.infer<typeof requestSchema>;
/** The JSON of a query that has the right shape. */
export type RawQuery = z.infer<typeof querySchema>;

/** JSON Schema (2020-12) of a request, made from the code that reads it; `scenario` is the schema of scenarios. */
export function requestJsonSchema(scenario: unknown = jsonSchemas().scenario): unknown {
  const request = z.toJSONSchema(requestSchema, { unrepresentable: "any" }) as {
    properties: Record<string, unknown>;
  };
  return {
    ...request,
    properties: { ...request.properties, scenario: { anyOf: [z.toJSONSchema(librarySchema), scenario] } },
  };
}
