import { answerQuery } from "@crux/solver";
import { checkAnswer } from "@crux/solver/check";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutations } from "./mutate.ts";
import { law, runs } from "./runs.ts";
import { anyScenario, scenario, scoredScenario } from "./scenario.ts";

const essay = { library: "speed-simplicity" };

const cost = (term: string, axis: "c" | "t", to: string) => ({ kind: "set-cost", term, axis, to });
const objection = (id: string, ...patches: readonly unknown[]) => ({
  id,
  author: "example",
  kind: "rebut",
  anchor: { kind: "scenario" },
  text: "",
  readings: patches.map((patch, at) => ({ label: `reading ${at}`, patch })),
  status: "open",
});
const many = Array.from({ length: 18 }, (_, at) =>
  objection(`o${at}`, [cost("combine", "t", String(at + 30))]),
);

/** One request for each kind of answer and proof. */
const requests: Readonly<Record<string, unknown>> = {
  "a winner map of lines": { scenario: essay, query: { kind: "winners" } },
  "a winner map over a cost": {
    scenario: essay,
    query: { kind: "winners", over: "c(combine)", at: { g: "2" } },
  },
  "a crossover": { scenario: essay, query: { kind: "crossovers", between: ["fh", "sd"] } },
  "a break-even": {
    scenario: essay,
    query: { kind: "break-even", of: "t(combine)", between: ["fh", "sd"], at: { g: "2" } },
  },
  scores: { scenario: essay, query: { kind: "score", at: { g: "2" } } },
  sensitivities: { scenario: essay, query: { kind: "sensitivity", between: ["fh", "sd"] } },
  "a claim that is proved": { scenario: essay, query: { kind: "judge", claim: "c(fd) > c(fh)" } },
  "a claim that depends": { scenario: essay, query: { kind: "judge", claim: "wins(fh)" } },
  "a claim without a witness": { scenario: essay, query: { kind: "judge", claim: "exists g: wins(fd)" } },
  "a claim with a witness": { scenario: essay, query: { kind: "judge", claim: "exists g: wins(sd)" } },
  "a claim about free unknowns": { query: { kind: "judge", claim: "4*(a^3 + b^3) >= (a + b)^3" } },
  "a claim with logarithms": {
    query: { kind: "judge", claim: "log2(1 + a) + log2(1 + b) > log2(1 + a + b)" },
  },
  "a vacuous claim": { query: { kind: "judge", claim: "a > b", assume: ["a < 1", "a > 2"] } },
  "a comparison": {
    scenario: essay,
    query: { kind: "compare", overlay: [{ kind: "set-cost", term: "combine", axis: "t", to: "40" }] },
  },
  "cruxes between two who differ": {
    scenario: essay,
    query: {
      kind: "cruxes",
      a: { owner: "a", patch: [], g: "3/2" },
      b: { owner: "b", patch: [cost("combine", "c", "9"), cost("get_base_obj", "c", "55")], g: "9/4" },
    },
  },
  "cruxes between two who agree": {
    scenario: essay,
    query: {
      kind: "cruxes",
      a: { owner: "a", patch: [], g: "3/2" },
      b: { owner: "b", patch: [cost("combine", "c", "9")], g: "2" },
    },
  },
  "cruxes among more differences than can all be tried": {
    scenario: essay,
    query: {
      kind: "cruxes",
      a: { owner: "a", patch: [], g: "3/2" },
      b: {
        owner: "b",
        patch: ["get_base_obj", "combine", "simplest_obj", "mesaoptimize", "useful_knowledge"]
          .flatMap((term, at) => [
            cost(term, "c", at === 0 ? "70" : String(at)),
            cost(term, "t", String(9 + at)),
          ])
          .concat(
            [
              "is_deployed_in_world",
              "get_proxy_for_base_obj",
              "mesaoptimize_env",
              "mesaoptimize_outer_world_env",
            ].flatMap((term, at) => [cost(term, "c", String(7 + at)), cost(term, "t", String(2 + at))]),
          ),
        g: "9",
      },
    },
  },
  "flip sets": {
    scenario: essay,
    query: {
      kind: "flip-sets",
      objections: [
        objection("one", [cost("get_base_obj", "t", "20")], [cost("get_base_obj", "t", "2")]),
        objection("two", [cost("mesaoptimize_outer_world_env", "t", "40")]),
        objection("three", [cost("find(get_proxy_for_base_obj(env))", "t", "22")]),
      ],
      at: { g: "2" },
    },
  },
  "flip sets of many objections that exclude each other": {
    scenario: essay,
    query: { kind: "flip-sets", objections: many, at: { g: "3" } },
  },
  "roots of a polynomial": { query: { kind: "solve", equation: "g^3 + 9*g = 6*g^2 + 1", for: "g" } },
  "a double root": { query: { kind: "solve", equation: "(g - 1)^2*(g - 2) = 0", for: "g" } },
  poles: { query: { kind: "solve", equation: "1/(g - 2) = 1/(3 - g)", for: "g" } },
  "a root of a radical": { query: { kind: "solve", equation: "sqrt(g + 7) + 5 = g", for: "g" } },
  "roots of an exponential": { query: { kind: "solve", equation: "2^(2*g) = 2^g + 12", for: "g" } },
  "roots between pieces": { query: { kind: "solve", equation: "exp(g) = 3*g", for: "g" } },
  "a touching exponential": { query: { kind: "solve", equation: "exp(g) = exp(1)*g", for: "g" } },
  "a symbolic threshold": { query: { kind: "solve", equation: "g*a + t1 = g*(b + c) + t2", for: "g" } },
  "a symbolic root": { query: { kind: "solve", equation: "g*sqrt(c1) + t1 = g*sqrt(c2) + t2", for: "g" } },
  "a symbolic exponent": { query: { kind: "solve", equation: "g*c^p + t = d", for: "p", assume: ["c > 1"] } },
  "a symbolic quotient": { query: { kind: "solve", equation: "a*g/(k + g) = d", for: "g" } },
  "two symbolic roots that may be equal": {
    query: { kind: "solve", equation: "(a*g - b)*(g - c) = 0", for: "g" },
  },
  "three symbolic roots that may be equal": {
    query: { kind: "solve", equation: "(g - a)*(g - b)*(g - c) = 0", for: "g" },
  },
  "an identity": { query: { kind: "solve", equation: "g*(0.1 + 0.2) + 1 = g*0.3 + 1", for: "g" } },
};

/** Requests whose answers take long to check. */
const SLOW: readonly string[] = [
  "cruxes among more differences than can all be tried",
  "flip sets of many objections that exclude each other",
];

/**
 * Changes after which an answer is still true, so that a checker must accept it: lists whose order means nothing, a
 * further point that is an example of what it is given as, a further range around the same root and no other, other
 * programs that beat one that never wins, and a proof that is changed into another proof of the same. What the answer
 * itself says (numbers, winners, multiplicities, flips, conditions, verdicts, formulas) is not among them.
 */
function mayStayTrue(path: Path, change: string): boolean {
  const last = path.at(-1);
  if (change.endsWith("swapped") && ["by", "uses", "when", "terms"].includes(String(last))) return true;
  const [root] = path;
  return (
    root === "counterexample" ||
    root === "example" ||
    ["isolating", "between", "by"].some((key) => path.includes(key))
  );
}

/** Whether a change is one of a proof that leaves a question open which only another check of it can answer. */
const isOfOpenProof = (path: Path): boolean =>
  path[0] === "certificate" &&
  ["claim", "solutions", "denominator", "cofactor"].some((key) => path.includes(key));

type Path = readonly (string | number)[];

const onWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function answerTo(request: unknown): unknown {
  const reply = answerQuery(request, { steps: 3_000_000 });
  return reply.ok && reply.answer.kind !== "undecided" ? onWire(reply.answer) : undefined;
}

/** The changes, at most `most` of them, evenly spread, that are accepted although they change the meaning. */
function acceptedChanges(answer: unknown, most: number): readonly string[] {
  const all = [...mutations(answer)].filter(({ path }) => path[1] !== "request");
  const step = Math.max(1, Math.floor(all.length / most));
  return all
    .filter((_, index) => index % step === 0)
    .filter(({ path, change }) => !mayStayTrue(path, change) && !isOfOpenProof(path))
    .filter(({ value }) => checkAnswer(value, { steps: 2_000_000 }).ok)
    .map(({ path, change }) => `${path.join(".")}: ${change}`);
}

/** Proofs of claims and of symbolic solutions: a share of their changes gives another proof of the same. */
const openProofs = [
  "a claim that is proved",
  "a claim with logarithms",
  "a symbolic root",
  "a symbolic exponent",
];

describe("checkAnswer", () => {
  it.each(openProofs)("refuses most single changes of the proof of %s", (name) => {
    const answer = answerTo(requests[name]);
    const changes = [...mutations(answer)].filter(({ path }) => path[1] === "proof");
    const tried = changes.filter((_, index) => index % Math.ceil(changes.length / runs(30)) === 0);
    const accepted = tried.filter(({ value }) => checkAnswer(value, { steps: 2_000_000 }).ok);
    expect(accepted.length / tried.length).toBeLessThan(0.2);
  });

  it.each(Object.entries(requests))(
    "accepts %s, and refuses it with any one field changed",
    (name, request) => {
      const answer = answerTo(request);
      expect(answer).toBeDefined();
      expect(checkAnswer(answer)).toEqual({ ok: true, value: "valid" });
      expect(acceptedChanges(answer, runs(SLOW.includes(name) ? 2 : 8))).toEqual([]);
    },
  );

  const numericMaps = fc.oneof(
    scenario({ family: "linear", programs: 4 }),
    scenario({ family: "power" }),
    scenario({ family: "cap" }),
    scoredScenario(),
    anyScenario(),
  );

  it("accepts random winner maps, and refuses them with any one field changed", () => {
    fc.assert(
      fc.property(numericMaps, (drawn) => {
        const answer = answerTo({ scenario: drawn, query: { kind: "winners" } });
        if (answer === undefined) return;
        expect(checkAnswer(answer)).toEqual({ ok: true, value: "valid" });
        expect(acceptedChanges(answer, 6)).toEqual([]);
      }),
      law(4),
    );
  });

  const coefficient = fc.integer({ min: -9, max: 9 });
  const polynomials = fc
    .array(coefficient, { minLength: 2, maxLength: 6 })
    .map((all) => `${all.map((one, power) => `(${one})*g^${power}`).join(" + ")} = 0`);

  it("accepts the roots of random polynomials, and refuses them with any one field changed", () => {
    fc.assert(
      fc.property(polynomials, (equation) => {
        const answer = answerTo({ query: { kind: "solve", equation, for: "g" } });
        if (answer === undefined) return;
        expect(checkAnswer(answer)).toEqual({ ok: true, value: "valid" });
        expect(acceptedChanges(answer, 6)).toEqual([]);
      }),
      law(6),
    );
  });

  it("never throws, whatever JSON it is given", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(checkAnswer(value).ok).toBe(false);
      }),
      law(50),
    );
    for (const value of [undefined, null, 7, "x", [], () => 1, { kind: "map", certificate: {} }]) {
      expect(checkAnswer(value).ok).toBe(false);
    }
  });
});
