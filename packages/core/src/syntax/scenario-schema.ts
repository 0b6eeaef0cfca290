import * as z from "zod/mini";

/**
 * The shape of a scenario as JSON: the single source of its JSON Schema. Formulas inside are texts here and are read
 * afterwards. Keys that are not named are kept.
 */

/** A formula as text, or a whole number. */
export const formulaSchema = z.union([z.string(), z.int()]);
const optionalText = z.optional(z.string());

const familyNames = ["linear", "affine", "power", "log", "exponential", "levin", "cap", "custom"] as const;

/** The shape of an exchange rate; other keys are kept. */
export const exchangeSchema = z.looseObject({
  family: z.enum(familyNames),
  apply: z.optional(z.enum(["sum", "terms"])),
  offset: z.optional(formulaSchema),
  exponent: z.optional(formulaSchema),
  base: z.optional(formulaSchema),
  cap: z.optional(formulaSchema),
  rate: z.optional(formulaSchema),
});

/** The shape of a term; other keys are kept. */
export const termSchema = z.looseObject({
  id: z.string(),
  label: optionalText,
  gloss: optionalText,
  c: z.optional(formulaSchema),
  t: z.optional(formulaSchema),
});

/** The shape of a parameter; other keys are kept. */
export const parameterSchema = z.looseObject({
  id: z.string(),
  label: optionalText,
  gloss: optionalText,
  unit: optionalText,
  value: z.optional(formulaSchema),
  domain: z.optional(z.array(z.string())),
});

/** The shape of a program; other keys are kept. */
export const programSchema = z.looseObject({
  id: z.string(),
  name: optionalText,
  symbol: optionalText,
  gloss: optionalText,
  deceptive: z.optional(z.boolean()),
  pseudocode: optionalText,
  c: z.optional(formulaSchema),
  t: z.optional(formulaSchema),
  score: z.optional(formulaSchema),
});

/** The shape of an assumption; other keys are kept. */
export const assumptionSchema = z.looseObject({
  id: z.string(),
  statement: z.string(),
  gloss: optionalText,
  status: z.optional(z.enum(["held", "disputed", "dropped"])),
});

/** The shape of a scenario; other keys are kept. */
export const scenarioSchema = z.looseObject({
  format: z.literal("crux/scenario"),
  version: z.literal(1),
  title: optionalText,
  summary: optionalText,
  exchange: z.optional(exchangeSchema),
  terms: z.optional(z.array(termSchema)),
  parameters: z.optional(z.array(parameterSchema)),
  programs: z.array(programSchema),
  assumptions: z.optional(z.array(assumptionSchema)),
});

/** A term as JSON, before its formulas are read. */
export type TermJson = z.infer<typeof termSchema>;
/** A parameter as JSON, before its formulas are read. */
export type ParameterJson = z.infer<typeof parameterSchema>;
/** A program as JSON, before its formulas are read. */
export type ProgramJson = z.infer<typeof programSchema>;
/** An assumption as JSON, before its statement is read. */
export type AssumptionJson = z.infer<typeof assumptionSchema>;
/** An exchange rate as JSON, before its formulas are read. */
export type ExchangeJson = z.infer<typeof exchangeSchema>;
/** A scenario as JSON, before its formulas are read. */
export type ScenarioJson = z.infer<typeof scenarioSchema>;
