import fc from "fast-check";
import { type Rational, ratio } from "../src/exact/rational.ts";
import type { Expr } from "../src/expr/expr.ts";
import {
  add,
  call,
  constant,
  cost,
  divide,
  multiply,
  negate,
  number,
  power,
  subtract,
  symbol,
} from "../src/expr/make.ts";

/** Settings of a law: a fixed seed, and `CRUX_RUNS` times as many tries where that is set. */
export const law = (runs: number): { readonly seed: number; readonly numRuns: number } => ({
  seed: 1,
  numRuns: runs * Math.max(1, Number(process.env.CRUX_RUNS ?? "1") || 1),
});

/** Fractions of moderate size, whole numbers among them. */
export const rational = (): fc.Arbitrary<Rational> =>
  fc
    .tuple(
      fc.bigInt({ min: -10_000n, max: 10_000n }),
      fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 5_000n })),
    )
    .map(([num, den]) => ratio(num, den));

/** Fractions above 0. */
export const positive = (): fc.Arbitrary<Rational> =>
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10_000n }), fc.bigInt({ min: 1n, max: 500n }))
    .map(([num, den]) => ratio(num, den));

const leaf = (): fc.Arbitrary<Expr> =>
  fc.oneof(
    rational().map(number),
    fc.bigInt({ min: 0n, max: 9n }).map(number),
    fc.integer({ min: 0, max: 400 }).map((zeros) => number(10n ** BigInt(zeros))),
    fc.constantFrom("g", "phi", "c", "t", "x", "__proto__", "constructor").map(symbol),
    fc
      .constantFrom("a", "find(x)", "find(get(env),b)", "__proto__")
      .chain((of) => fc.constantFrom("c" as const, "t" as const).map((axis) => cost(axis, of))),
    fc.constantFrom("pi" as const, "e" as const).map(constant),
  );

/** Formulas as the reader makes them. */
export const expr = (depth = 4): fc.Arbitrary<Expr> => {
  if (depth === 0) return leaf();
  const part = expr(depth - 1);
  const pair = fc.tuple(part, part);
  const small = fc.tuple(part, fc.integer({ min: -3, max: 3 }).map(number));
  return fc.oneof(
    leaf(),
    pair.map(([a, b]) => add(a, b)),
    pair.map(([a, b]) => subtract(a, b)),
    pair.map(([a, b]) => multiply(a, b)),
    pair.map(([a, b]) => divide(a, b)),
    small.filter(([a]) => a.kind !== "number").map(([a, b]) => power(a, b)),
    part.map(negate),
    fc
      .tuple(
        fc.constantFrom(
          "sqrt" as const,
          "log" as const,
          "log2" as const,
          "ln" as const,
          "exp" as const,
          "abs" as const,
        ),
        part,
      )
      .map(([name, a]) => call(name, a)),
    fc.tuple(fc.constantFrom("min" as const, "max" as const), pair).map(([name, [a, b]]) => call(name, a, b)),
  );
};

/** Formulas in `x` made of `+ - *` and numbers. */
export const polynomial = (depth = 3): fc.Arbitrary<Expr> => {
  if (depth === 0) return fc.oneof(rational().map(number), fc.constant(symbol("x")));
  const pair = fc.tuple(polynomial(depth - 1), polynomial(depth - 1));
  return fc.oneof(
    fc.constant(symbol("x")),
    pair.map(([a, b]) => add(a, b)),
    pair.map(([a, b]) => subtract(a, b)),
    pair.map(([a, b]) => multiply(a, b)),
  );
};

/** Texts that look like formulas more often than not. */
export const formulaText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom(
          ..."2 3.5 1e9 1e-3 g x phi ( ) ( ) + - * / ^ , < <= = != and or not implies iff wins dominates exists : c t score sqrt log min root lambertw pi e oo [ ] { } . ' \" ; ! % in to mod true null __proto__ constructor".split(
            " ",
          ),
        ),
        { maxLength: 30 },
      )
      .map((words) => words.join(" ")),
  );

/** JSON as it comes out of a text: without minus zero. */
const json = (): fc.Arbitrary<unknown> => fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

type TermJson = { id: string; label?: string; c?: string; t?: string; note?: string };

/** Sound scenarios as JSON: sums of terms, some unknown, some defined by others, with keys of other versions. */
export const scenarioJson = (): fc.Arbitrary<Record<string, unknown>> => {
  const amount = positive().map(({ num, den }) => `${num}/${den}`);
  const term = (index: number): fc.Arbitrary<TermJson> =>
    fc.record(
      {
        id: fc.constant(index % 2 === 0 ? `a${index}` : `find(a${index},b)`),
        label: fc.string(),
        c: index === 0 ? amount : fc.oneof(amount, fc.constant("c(a0)*2 + phi")),
        t: amount,
        note: fc.string(),
      },
      { requiredKeys: ["id"] },
    );
  const exchange = fc.oneof(
    fc.constant({ family: "linear", apply: "sum" }),
    fc.constant({ family: "log", apply: "terms" }),
    amount.map((offset) => ({ family: "affine", apply: "terms", offset })),
    amount.map((cap) => ({ family: "cap", apply: "sum", cap, unit: "steps" })),
    fc.constant({ family: "custom", apply: "sum", rate: "log2(1 + g*x)" }),
  );
  const ids = [0, 1, 2, 3].map((index) => (index % 2 === 0 ? `a${index}` : `find(a${index},b)`));
  const used = fc.subarray(ids, { minLength: 1 });
  const program = (index: number) =>
    fc.record(
      {
        id: fc.constant(`p${index}`),
        name: fc.string(),
        deceptive: fc.boolean(),
        c: used.map((some) => some.map((id) => `c(${id})`).join(" + ")),
        t: used.map((some) => some.map((id) => `t(${id})`).join(" + ")),
        extra: json(),
      },
      { requiredKeys: ["id", "c", "t"] },
    );
  return fc.record(
    {
      format: fc.constant("crux/scenario"),
      version: fc.constant(1),
      title: fc.string(),
      exchange,
      terms: fc.tuple(term(0), term(1), term(2), term(3)),
      parameters: fc.constant([{ id: "phi", value: "1/2", domain: ["0 <= phi", "phi <= 1"] }]),
      programs: fc.tuple(program(0), program(1), program(2)),
      assumptions: fc.subarray([
        { id: "s1", statement: "c(a0) < t(a2) + g", status: "held" },
        { id: "s2", statement: "score(p0) <= score(p1)", status: "disputed", by: "me" },
      ]),
      __proto__: fc.constant("kept"),
      other: json(),
    },
    { requiredKeys: ["format", "version", "terms", "parameters", "programs"] },
  );
};
