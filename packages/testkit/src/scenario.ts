import { printRational } from "@crux/core/exact";
import fc from "fast-check";
import { positiveRational } from "./rational.ts";

/** A scenario as JSON, the way a person writes it. */
export type ScenarioJson = {
  readonly format: "crux/scenario";
  readonly version: 1;
  readonly title: string;
  readonly exchange: Readonly<Record<string, string>>;
  readonly terms: readonly { readonly id: string; readonly c?: string; readonly t?: string }[];
  readonly parameters: readonly {
    readonly id: string;
    readonly value?: string;
    readonly domain?: readonly string[];
  }[];
  readonly programs: readonly {
    readonly id: string;
    readonly name: string;
    readonly c?: string;
    readonly t?: string;
    readonly score?: string;
  }[];
  readonly assumptions: readonly {
    readonly id: string;
    readonly statement: string;
    readonly status: string;
  }[];
};

/** The exchange families that a scenario may have. */
export const families = [
  "linear",
  "affine",
  "power",
  "log",
  "exponential",
  "levin",
  "cap",
  "custom",
] as const;
/** One of the exchange families. */
export type Family = (typeof families)[number];

/** How scenarios are drawn. */
export type ScenarioOptions = {
  readonly family: Family;
  readonly apply: "sum" | "terms";
  readonly programs: number;
  readonly terms: number;
  /** How many costs, at most, are left unknown. */
  readonly unknowns: number;
};

const DEFAULTS: ScenarioOptions = { family: "linear", apply: "sum", programs: 3, terms: 4, unknowns: 0 };

const amount = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: positiveRational().map(printRational) },
    { weight: 1, arbitrary: fc.constant("0") },
  );

const small = (): fc.Arbitrary<string> => fc.integer({ min: 1, max: 6 }).map(String);

const exchangeOf = (
  family: Family,
  apply: "sum" | "terms",
): fc.Arbitrary<Readonly<Record<string, string>>> => {
  const extra: Record<Family, fc.Arbitrary<Record<string, string>>> = {
    linear: fc.constant({}),
    affine: amount().map((offset) => ({ offset })),
    power: fc.constantFrom("2", "1/2", "3", "3/2").map((exponent) => ({ exponent })),
    log: fc.constant({}),
    exponential: fc.constantFrom("2", "3/2").map((base) => ({ base })),
    levin: fc.constant({}),
    cap: fc.integer({ min: 5, max: 60 }).map((cap) => ({ cap: String(cap) })),
    custom: fc.constantFrom("log2(1 + g*x)", "g*x/(1 + g)", "sqrt(g)*x", "g^2*x").map((rate) => ({ rate })),
  };
  return extra[family].map((keys) => ({ family, apply, ...keys }));
};

/** Scenarios whose programs are sums of shared terms; every figure is known but for `unknowns` of them. */
export function scenario(options: Partial<ScenarioOptions> = {}): fc.Arbitrary<ScenarioJson> {
  const all = { ...DEFAULTS, ...options };
  // Exponential prices of large complexities have astronomic thresholds, which no one asks for.
  const cost = all.family === "exponential" ? small() : amount();
  const ids = Array.from({ length: all.terms }, (_, index) => `term_${index}`);
  const terms = fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), c: cost, t: amount() })));
  const slots = ids.flatMap((id) => [`c ${id}`, `t ${id}`]);
  const hidden = fc.subarray(slots, { maxLength: Math.min(all.unknowns, slots.length) });
  const used = fc.array(fc.subarray(ids, { minLength: 1 }), {
    minLength: all.programs,
    maxLength: all.programs,
  });
  return fc
    .tuple(exchangeOf(all.family, all.apply), terms, hidden, used, used)
    .map(([exchange, known, unknown, c, t]) => ({
      format: "crux/scenario",
      version: 1,
      title: `random ${all.family} scenario`,
      exchange,
      terms: known.map((term) => ({
        id: term.id,
        ...(unknown.includes(`c ${term.id}`) ? {} : { c: term.c }),
        ...(unknown.includes(`t ${term.id}`) ? {} : { t: term.t }),
      })),
      parameters: [],
      programs: c.map((parts, index) => ({
        id: `p${index}`,
        name: `Program ${index}`,
        c: parts.map((id) => `c(${id})`).join(" + "),
        t: (t[index] ?? parts).map((id) => `t(${id})`).join(" + "),
      })),
      assumptions: [],
    }));
}

/** Scenarios of every family, priced by the sum or term by term. */
export const anyScenario = (options: Partial<ScenarioOptions> = {}): fc.Arbitrary<ScenarioJson> =>
  fc
    .tuple(fc.constantFrom(...families), fc.constantFrom("sum" as const, "terms" as const))
    .chain(([family, apply]) => scenario({ ...options, family, apply }));

/** Scenarios whose programs give their own scores, some with poles. */
export const scoredScenario = (): fc.Arbitrary<ScenarioJson> => {
  const number = small();
  const score = fc.oneof(
    fc.tuple(number, number).map(([a, b]) => `${a}*g + ${b}`),
    fc.tuple(number, number).map(([a, b]) => `${a}/(g + ${b})`),
    fc.tuple(number, number).map(([a, b]) => `${a}/(g - ${b})`),
    fc.tuple(number, number).map(([a, b]) => `(g - ${a})^2 + ${b}`),
    fc.tuple(number, number).map(([a, b]) => `${a}*sqrt(g) + ${b}`),
    fc.tuple(number, number).map(([a, b]) => `${a} + log(${b} + g)`),
  );
  return fc.array(score, { minLength: 2, maxLength: 4 }).map((scores) => ({
    format: "crux/scenario",
    version: 1,
    title: "random scores",
    exchange: { family: "linear", apply: "sum" },
    terms: [],
    parameters: [],
    programs: scores.map((one, index) => ({ id: `p${index}`, name: `Program ${index}`, score: one })),
    assumptions: [],
  }));
};
