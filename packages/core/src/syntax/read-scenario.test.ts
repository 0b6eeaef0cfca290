import { describe, expect, it } from "vitest";
import { writeScenario } from "../scenario/write-scenario.ts";
import { readJson } from "./json-text.ts";
import { readScenario } from "./read-scenario.ts";

const base = { format: "crux/scenario", version: 1 };
const program = { id: "p", c: "c(a)", t: "1" };
const complaints = (json: unknown): readonly string[] => {
  const read = readScenario(json);
  return read.ok
    ? []
    : read.error.map((one) => `${one.path.join(".")}: ${one.message}${one.hint && ` (${one.hint})`}`);
};

describe("readScenario", () => {
  it("reports every mistake of one kind at once", () => {
    const json = {
      ...base,
      terms: [
        { id: "a b", c: "1 +" },
        { id: "b", t: "2x" },
      ],
      programs: [{ id: "p q", c: "foo(1)", t: "1" }],
    };
    const read = readScenario(json);
    expect(read.ok ? [] : read.error.map(({ code, path }) => `${path.join(".")} ${code}`)).toEqual([
      "terms.0.id invalid-id",
      "terms.0.c syntax",
      "terms.1.t missing-operator",
      "programs.0.id invalid-id",
      "programs.0.c unknown-function",
    ]);
  });

  it("reports names without a meaning beside formulas that it can't read", () => {
    const json = {
      ...base,
      terms: [{ id: "a", c: "1 +", t: "c(missing)" }],
      programs: [{ id: "p", c: "c(a) + phi", t: "1" }],
    };
    const read = readScenario(json);
    expect(read.ok ? [] : read.error.map(({ code, path }) => `${path.join(".")} ${code}`)).toEqual([
      "terms.0.c syntax",
      "terms.0.t unknown-term",
      "programs.0.c unknown-name",
    ]);
  });

  it("suggests what was meant", () => {
    expect(complaints({ ...base, exchange: { family: "liner" }, programs: [program] })).toEqual([
      "exchange.family: unknown family: liner (did you mean linear?)",
    ]);
    expect(
      complaints({ ...base, terms: [{ id: "alpha" }], programs: [{ id: "p", c: "c(alhpa)", t: "alpha" }] }),
    ).toEqual([
      "programs.0.c: unknown term: alhpa (did you mean alpha?)",
      "programs.0.t: unknown name: alpha (a term has two costs: write c(alpha) or t(alpha))",
    ]);
    expect(complaints({ ...base, progams: [] })).toEqual([
      ": missing key: programs (there is a key like it: did you mean progams?)",
    ]);
  });

  it("says where in the formula an unknown name stands", () => {
    const read = readScenario({
      ...base,
      terms: [{ id: "a" }],
      programs: [{ id: "p", c: "c(a) + phi", t: "1" }],
    });
    expect(read.ok ? null : read.error[0]?.span).toEqual({ start: 7, end: 10 });
  });

  it("names a cycle", () => {
    const terms = [
      { id: "a", c: "c(b) + 1" },
      { id: "b", c: "2*x0" },
    ];
    const parameters = [{ id: "x0", value: "c(a)" }];
    expect(complaints({ ...base, terms, parameters, programs: [program] })).toEqual([
      "terms.0.c: cycle: c(a) -> c(b) -> x0 -> c(a) (give one of them a number, or leave it unknown)",
    ]);
  });

  it.each([
    [
      "a negative cost",
      { terms: [{ id: "a", c: "1 - 2" }] },
      "terms.0.c: negative value: 1 - 2 (a cost is zero or more; lower another one instead)",
    ],
    [
      "a division by zero",
      { terms: [{ id: "a", c: "1/0" }] },
      "terms.0.c: division by zero: 1/0 (it has no value as it stands)",
    ],
    [
      "a JSON fraction",
      { terms: [{ id: "a", c: 0.5 }] },
      'terms.0.c: inexact number: 0.5 (write numbers that are not whole, or very large, as text, such as "3/4")',
    ],
    [
      "an id given twice",
      { terms: [{ id: "a" }, { id: "a" }] },
      "terms.1.id: duplicate id: a (rename one of the two)",
    ],
    [
      "a term named like a program",
      { terms: [{ id: "a" }, { id: "p" }] },
      "programs.0.id: id of a term and of a program: p (c(…) and t(…) would have two meanings; rename one of the two)",
    ],
    [
      "a value outside its domain",
      { terms: [{ id: "a" }], parameters: [{ id: "phi", value: "2", domain: ["phi <= 1"] }] },
      "parameters.0.value: value outside the domain: 2 (the domain asks for phi <= 1)",
    ],
    [
      "a reserved name",
      { terms: [{ id: "a" }], parameters: [{ id: "pi" }] },
      "parameters.0.id: reserved name: pi (choose another name: this one has a meaning in formulas)",
    ],
    [
      "g in a cost",
      { terms: [{ id: "a", c: "g" }] },
      "terms.0.c: exchange rate inside a cost: g (a cost can't depend on the exchange rate; give the program a score instead)",
    ],
    [
      "a family without its key",
      { terms: [{ id: "a" }], exchange: { family: "power" } },
      "exchange: missing key: exponent (the family power needs it)",
    ],
    [
      "a base that is not positive",
      { terms: [{ id: "a" }], exchange: { family: "exponential", base: "0" } },
      "exchange.base: value not positive: 0 (write a number above 0)",
    ],
  ])("refuses %s", (_, part, message) => {
    expect(complaints({ ...base, programs: [program], ...part })[0]).toBe(message);
  });

  it("refuses no time under levin, and no programs at all", () => {
    const read = complaints({
      ...base,
      exchange: { family: "levin" },
      programs: [{ id: "p", c: "1", t: "0" }],
    });
    expect(read).toEqual([
      "programs.0.t: time is 0, which has no logarithm (under levin, time counts as log2(t): give the program some time)",
    ]);
    expect(complaints({ ...base, programs: [] })).toEqual([
      "programs: no programs (add at least one program)",
    ]);
  });

  it("takes numbers, short forms and names of the language", () => {
    const json = {
      ...base,
      terms: [{ id: "__proto__", c: 4 }, { id: "constructor" }],
      programs: [{ id: "toString", c: "c(__proto__) + c(constructor)", t: 0 }],
    };
    expect(complaints(json)).toEqual([]);
  });

  it("refuses definitions that grow without measure", () => {
    const terms = Array.from({ length: 40 }, (_, i) => ({
      id: `a${i}`,
      c: i === 0 ? "1" : `c(a${i - 1}) + c(a${i - 1})`,
    }));
    expect(complaints({ ...base, terms, programs: [{ id: "p", c: "c(a39)", t: "1" }] })[0]).toMatch(
      /^terms\.\d+\.c: formula too large/,
    );
    const chain = Array.from({ length: 5_000 }, (_, i) => ({
      id: `a${i}`,
      c: i === 0 ? "1" : `c(a${i - 1})`,
    }));
    expect(complaints({ ...base, terms: chain, programs: [{ id: "p", c: "c(a4999)", t: "1" }] })[0]).toMatch(
      /formula too large/,
    );
  });

  it("keeps keys that it does not know, in every part", () => {
    const text = JSON.stringify({
      ...base,
      title: "",
      summary: "",
      exchange: { family: "linear", apply: "sum", note: 1 },
      terms: [{ id: "a", c: "1", colour: "red" }],
      parameters: [{ id: "q", scale: [1, 2] }],
      programs: [{ id: "p", name: "P", c: "c(a)", t: "q", icon: { x: null } }],
      assumptions: [{ id: "s", statement: "q < 1", status: "held", by: "me" }],
      source: "elsewhere",
    });
    const json: unknown = JSON.parse(`{"__proto__":{"polluted":true},${text.slice(1)}`);
    const read = readScenario(json);
    expect(read.ok && writeScenario(read.value)).toEqual(json);
    expect("polluted" in {}).toBe(false);
  });
});

describe("readJson", () => {
  it("knows the line and column of every part", () => {
    const text = '{\n  "terms": [\n    { "id": "a", "c": "1 +\\u0020x" }\n  ]\n}';
    const read = readJson(text);
    expect(read.ok && read.value.placeOf(["terms", 0, "c"])).toMatchObject({ line: 3, column: 23 });
    expect(read.ok && read.value.placeOf(["terms", 0, "c"], { start: 4, end: 5 })).toMatchObject({
      line: 3,
      column: 33,
    });
  });

  it("refuses a key given twice, and says where", () => {
    const read = readJson('{"a": 1,\n "a": 2}');
    expect(read.ok ? [] : read.error).toMatchObject([
      { code: "duplicate-key", span: { start: 10, end: 13 } },
    ]);
  });

  it.each(["", "{", '{"a"}', "[1,]", "nul", '"open', "{'a': 1}", "01", "1 2", "[1 2]", '{"a":1,}'])(
    "refuses %s",
    (text) => {
      const read = readJson(text);
      expect(read.ok ? "" : read.error[0]?.code).toBe("invalid-json");
    },
  );
});
