import * as z from "zod/mini";

/* The shapes of `answer.ts` once more, as schemas; a type test holds the two together. */

const texts = z.array(z.string());
const at = z.record(z.string(), z.string());
const value = z.object({
  exact: z.nullable(z.string()),
  decimal: z.optional(z.string()),
  isolating: z.optional(z.tuple([z.string(), z.string()])),
});
const solution = z.extend(value, { multiplicity: z.int(), flips: z.boolean(), conditions: texts });
/** Why an answer is right; its proof is described where proofs are documented. */
const certificate = z.nullable(
  z.object({
    format: z.literal("crux/certificate"),
    version: z.literal(1),
    request: z.object({ scenario: z.unknown(), query: z.unknown() }),
    proof: z.looseObject({
      kind: z.enum(["roots", "symbolic", "map", "claim", "compare", "cruxes", "recompute"]),
    }),
  }),
);

const solutions = {
  holds: z.enum(["somewhere", "nowhere", "everywhere"]),
  solutions: z.array(solution),
  conditions: texts,
  degenerate: z.array(z.object({ when: texts, holds: z.enum(["everywhere", "nowhere"]) })),
  certificate,
};

const because = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dominated"), by: z.tuple([z.string()]) }),
  z.object({ kind: z.literal("jointly-dominated"), by: texts }),
  z.object({ kind: z.literal("not-eligible") }),
  z.object({ kind: z.literal("beaten"), by: texts }),
]);

const winnerMap = {
  over: z.string(),
  segments: z.array(z.object({ from: value, to: value, winners: texts })),
  thresholds: z.array(
    z.object({ at: value, before: texts, after: texts, ties: texts, formula: z.nullable(z.string()) }),
  ),
  touches: z.array(z.object({ at: value, ties: texts })),
  never: z.array(z.object({ program: z.string(), because })),
};

const pair = z.tuple([z.string(), z.string()]);

const flipSet = z.object({
  objections: z.array(z.object({ id: z.string(), reading: z.string() })),
  winners: texts,
});

/** The JSON of an answer. */
export const answerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("solutions"), ...solutions }),
  z.object({ kind: z.literal("map"), ...winnerMap, certificate }),
  z.object({
    kind: z.literal("cases"),
    over: z.string(),
    cases: z.array(z.object({ when: texts, ...winnerMap })),
    certificate,
  }),
  z.object({ kind: z.literal("break-even"), ...solutions, of: z.string(), between: pair }),
  z.object({
    kind: z.literal("score"),
    at,
    rows: z.array(
      z.object({
        program: z.string(),
        c: z.nullable(value),
        t: z.nullable(value),
        score: value,
        rank: z.nullable(z.int()),
        margin: z.nullable(value),
      }),
    ),
    winners: texts,
    certificate,
  }),
  z.object({
    kind: z.literal("sensitivity"),
    between: pair,
    threshold: value,
    formula: z.nullable(z.string()),
    rows: z.array(
      z.object({ of: z.string(), derivative: value, elasticity: z.nullable(value), cancels: z.boolean() }),
    ),
    certificate,
  }),
  z.object({
    kind: z.literal("judge"),
    verdict: z.enum(["proved", "refuted", "vacuous", "undecided"]),
    counterexample: z.nullable(at),
    example: z.nullable(at),
    uses: texts,
    repair: texts,
    missing: z.string(),
    certificate,
  }),
  z.object({
    kind: z.literal("compare"),
    before: z.object(winnerMap),
    after: z.object(winnerMap),
    effect: z.enum(["moves", "removes", "creates", "reverses", "ties", "none"]),
    reason: z.optional(
      z.enum(["nothing-changed", "words", "assumption", "unused", "cancels", "losers-only", "other"]),
    ),
    certificate,
  }),
  z.object({
    kind: z.literal("cruxes"),
    winners: z.object({ a: texts, b: texts }),
    differences: z.array(
      z.object({
        of: z.string(),
        a: z.nullable(z.string()),
        b: z.nullable(z.string()),
        share: z.nullable(value),
      }),
    ),
    flipA: z.array(texts),
    flipB: z.array(texts),
    both: z.array(texts),
    search: z.nullable(z.object({ tried: z.int(), looseA: z.array(texts), looseB: z.array(texts) })),
    apart: z.nullable(
      z.array(
        z.object({
          side: z.enum(["a", "b"]),
          of: z.string(),
          now: value,
          kind: z.enum(["flips", "never", "open"]),
          at: z.nullable(value),
          winners: texts,
        }),
      ),
    ),
    missing: z.string(),
    certificate,
  }),
  z.object({
    kind: z.literal("flip-sets"),
    at,
    winners: texts,
    sets: z.array(flipSet),
    search: z.nullable(z.object({ tried: z.int(), loose: z.array(flipSet) })),
    certificate,
  }),
  z.object({ kind: z.literal("undecided"), missing: z.string() }),
]);

const issue = z.object({
  code: z.string(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  span: z.nullable(z.object({ start: z.int(), end: z.int() })),
  hint: z.string(),
});

const id = z.nullable(z.union([z.string(), z.number()]));

/** The JSON of a reply. */
export const replySchema = z.discriminatedUnion("ok", [
  z.object({ id, ok: z.literal(true), answer: answerSchema }),
  z.object({ id, ok: z.literal(false), issues: z.array(issue) }),
]);

/** JSON Schema (2020-12) of a reply. */
export const replyJsonSchema = (): unknown => z.toJSONSchema(replySchema, { unrepresentable: "any" });
