import { readFileSync } from "node:fs";
import { fromLibrary, libraryNames, must } from "@crux/core";
import { describe, expect, it, vi } from "vitest";
import type { Certificate } from "../certificate/certificate.ts";
import { checkAnswer } from "../check/check-answer.ts";
import { answerQuery } from "./answer-query.ts";
import { REFUSED } from "./verified.ts";

const linesOf = <T>(name: string): T[] =>
  readFileSync(new URL(`../../fixtures/${name}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

/**
 * What is wrong with the answers to requests: those that are refused, or have no certificate. Undecided ones claim nothing;
 * still they are wrong where an answer was there, and the checker did not accept it.
 */
function refusals(requests: readonly unknown[], steps = 5_000_000): { refused: string[]; decided: number } {
  const refused: string[] = [];
  let decided = 0;
  for (const [at, request] of requests.entries()) {
    const reply = answerQuery(request, { steps });
    if (!reply.ok) continue;
    if (reply.answer.kind === "undecided") {
      if (reply.answer.missing === REFUSED) refused.push(JSON.stringify(request));
      continue;
    }
    decided += 1;
    if (isPutToChecker(reply.answer) && !isLong && at % 4 !== 0) continue;
    const checked = checkAnswer(JSON.parse(JSON.stringify(reply.answer)));
    if (!checked.ok) refused.push(`${JSON.stringify(request)}: ${checked.error.message}`);
  }
  return { refused, decided };
}

/** Whether the answer was given only once the checker had accepted its proof; most others are accepted by construction. */
function isPutToChecker({ certificate }: { readonly certificate: Certificate | null }): boolean {
  const proof = certificate?.proof;
  return proof?.kind === "symbolic" || (proof?.kind === "map" && proof.map.kind === "cases");
}

const isLong = Number(process.env.CRUX_RUNS ?? 1) > 1;

/** Shapes with symbols: lines, products, powers, radicals, exponentials, logarithms, poles, identities, degenerate cases. */
const SHAPES = [
  "g*c1 + t1 = g*c2 + t2",
  "g*(a - b) = c*(a - b)",
  "g = a*g",
  "a*g = b",
  "1/g = a - b",
  "(a*g - b)*(c*g + d)*(g - e) = 0",
  "(g - a)*(g - b)*(g - c) = 0",
  "g^3 + 11*a^2*g = 6*a*g^2 + 6*a^3",
  "g^3 - a*g^2 + b*g - a*b = 0",
  "g^4 - (a^2 + b^2)*g^2 + a^2*b^2 = 0",
  "g^4 - a^2*g^2 - 2*a^3*g - a^4 = 0",
  "(g^2 + b*g - a^2)*(g^2 + a*g - b^2) = 0",
  "g^2 + a*g = b",
  "g^2 + b = a*g",
  "a*g^2 + b*g + c = 0",
  "a*g^2 + b*g = c",
  "g^2 - 2*a*g + a^2 - b^2 = 0",
  "a^2*g^2 = b^2",
  "a*g^4 = b",
  "g^3 + a*g = b",
  "a*(g - b)^2 = 0",
  "(g - a)^2*(g - b) = 0",
  "(g - a)^3 = 0",
  "sqrt(g)*a = b*g",
  "sqrt(g + a) = b",
  "a*sqrt(g) + b = c*g",
  "g^(1/3) = a",
  "a*g^(2/3) = b",
  "g^p = a",
  "a*exp(b*g) = c",
  "a*exp(g*b) = c*g",
  "exp(g) = a*g",
  "g*2^(g*c) + d = a",
  "2^(a*g) = b",
  "a^g = b",
  "a^g = b^g*c",
  "a*2^g = b*3^g",
  "log(a*g) = b",
  "log(g + a) = log(b)",
  "a*log(g) + b = c*g",
  "g*log(g) = a",
  "log(g)/a = g/b",
  "log2(g)*a = b",
  "a/(g + b) = c",
  "a/g + b*g = c",
  "a/(g - b) = c/(g - d)",
  "(g - a)/(g - b) = c",
  "a*g^4 + b = c*g^2",
  "sqrt(g + a) = b - g",
  "sqrt(g) + sqrt(g + a) = b",
  "sqrt(a*g) = sqrt(b) + sqrt(g)",
  "4^g + a = b*2^g",
  // the sign of a part is open
  "a*sqrt(g^2 + 1) - a = a*b*sqrt(g^2 + 1)",
  "3/2*sqrt(g^2 + 1) + a = b*sqrt(g^2 + 1)",
  "a*b*exp(g) + sqrt(g) = sqrt(a*g)",
  // a root is a factor of sums
  "b*2^g - a*sqrt(g + a) = 2*sqrt(g + a)",
  "3/2*exp(-g) - sqrt(g + a) = 2*sqrt(g + a)",
  // a logarithm in a logarithm
  "sqrt(g + a)*2^g = b*4^g",
  // sums that are squares, in logarithms and under roots
  "sqrt(a*g) + b*sqrt(a*g) = 2*exp(-g)",
  "sqrt(g + a) - sqrt(g) = 2",
  // positive just where the unknown is
  "a*g + a*b*log(1 + g) = a*b",
  // a condition that is there twice, in other words
  "a*2^g + a/g = 2*2^g",
  // a seventh root; cases in which it holds everywhere
  "b*g^4 - a*b*g^4 = b*sqrt(g)",
  "b*exp(g) + a*g = g",
  "a^g + b*exp(-g) = a*b*exp(-g)",
  "a*sqrt(a*g) + b*sqrt(g) = a*g^a",
  "a*g^a + sqrt(g) = b*sqrt(g)",
  // factors of a condition that are multiples of each other
  "a*(g + 1)^2 + 3 = 3/2*g^2",
];

/** Three programs with a time unknown each, priced in different ways. */
const openScenario = (exchange: unknown, isKnown: boolean): unknown => ({
  format: "crux/scenario",
  version: 1,
  title: "open",
  exchange,
  terms: [
    { id: "x", c: "5", ...(isKnown ? { t: "3" } : {}) },
    { id: "y", c: "2", t: "7" },
    { id: "z", c: "4" },
  ],
  programs: [
    { id: "p", name: "p", c: "c(x)", t: "t(x)" },
    { id: "q", name: "q", c: "c(y) + c(z)", t: "t(y)" },
    { id: "r", name: "r", c: "c(z)", t: "t(z) + t(x)" },
  ],
});

// many answers in each test
vi.setConfig({ testTimeout: 240_000 });

describe("checkAnswer accepts what answerQuery answers", () => {
  it("to every problem", () => {
    const requests = ["problems/thresholds", "problems/claims"].flatMap((name) =>
      linesOf<{ request: unknown }>(name).map(({ request }) => request),
    );
    const { refused, decided } = refusals(requests);
    expect(refused).toEqual([]);
    expect(decided).toBeGreaterThan(100);
  });

  it.each(libraryNames())("to every kind of question about %s", (library) => {
    const scenario = { library };
    const { programs, terms } = must(fromLibrary(library), library);
    const ids = programs.map(({ id }) => id);
    const pairs = ids.flatMap((one, at) => ids.slice(at + 1, at + 3).map((other) => [one, other]));
    const at = { g: "2" };
    const changes = terms.flatMap(({ id, c, t }, i) => [
      ...(c === null ? [] : [{ kind: "set-cost", term: id, axis: "c", to: String(3 + 11 * i) }]),
      ...(t === null ? [] : [{ kind: "set-cost", term: id, axis: "t", to: String(40 - 5 * (i % 8)) }]),
    ]);
    const queries: unknown[] = [
      { kind: "winners" },
      { kind: "score", at },
      ...ids.map((id) => ({ kind: "judge", claim: `wins(${id})` })),
      ...pairs.flatMap((between) => [
        { kind: "crossovers", between },
        { kind: "sensitivity", between },
        ...terms.slice(0, 2).map(({ id }) => ({ kind: "break-even", of: `c(${id})`, between, at })),
        ...terms.slice(0, 1).map(({ id }) => ({ kind: "break-even", of: `t(${id})`, between })),
      ]),
      ...["2", "1/9"].map((g) => ({
        kind: "cruxes",
        a: { owner: "a", patch: [], g: "2" },
        b: { owner: "b", patch: changes.slice(0, 5), g },
      })),
      {
        kind: "flip-sets",
        at,
        objections: changes.slice(0, 6).map((edit, i) => ({
          id: `o${i}`,
          author: "example",
          kind: "rebut",
          anchor: { kind: "scenario" },
          text: "",
          readings: [{ label: "read", patch: [edit] }],
          status: "open",
        })),
      },
      ...terms.flatMap(({ id }) => [
        { kind: "winners", over: `c(${id})`, at },
        { kind: "compare", overlay: [{ kind: "set-cost", term: id, axis: "t", to: "7" }] },
      ]),
    ];
    expect(refusals(queries.map((query) => ({ scenario, query }))).refused).toEqual([]);
  });

  it("to cases over a cost or g, whatever the price", () => {
    const requests = [
      { family: "linear" },
      { family: "power", exponent: "1/2" },
      { family: "log" },
      { family: "cap", cap: "10" },
      { family: "affine", offset: "2", apply: "terms" },
    ].flatMap((exchange) =>
      [true, false].flatMap((isKnown) =>
        ["t(x)", "t(z)", "c(x)", "g"].flatMap((over) =>
          (over === "g" ? [{}] : [{}, { g: "2" }]).map((at) => ({
            scenario: openScenario({ apply: "sum", ...exchange }, isKnown),
            query: { kind: "winners", over, at },
          })),
        ),
      ),
    );
    const { refused, decided } = refusals(requests, 1_000_000);
    expect(refused).toEqual([]);
    expect(decided).toBeGreaterThan(25);
  });

  it("leaves no case that only an exchange rate below 0 would make possible", () => {
    const reply = answerQuery({
      scenario: openScenario({ family: "linear", apply: "sum" }, false),
      query: { kind: "winners", over: "c(x)" },
    });
    const points = [...JSON.stringify(reply).matchAll(/"point":\{[^}]*"g":"([^"]*)"/g)].map((one) => one[1]);
    expect(points.length).toBeGreaterThan(0);
    expect(points.filter((g) => g?.startsWith("-"))).toEqual([]);
  });

  it("to equations with symbols of every shape", () => {
    const requests = SHAPES.map((equation) => ({ query: { kind: "solve", equation, for: "g" } }));
    const { refused, decided } = refusals(requests);
    expect(refused).toEqual([]);
    expect(decided).toBe(SHAPES.length);
  });
});
