import { fromLibrary, libraryNames, must, readExpr } from "@crux/core";
import { expect, it } from "vitest";
import { answerQuery } from "./answer-query.ts";
import { answerQuick } from "./answer-quick.ts";

const full = (library: string, query: unknown) => {
  const reply = answerQuery({ scenario: { library }, query }, { certificate: false });
  return reply.ok ? reply.answer : null;
};

for (const name of libraryNames())
  it(`answers as the full solver does: ${name}`, () => {
    const scenario = must(fromLibrary(name), name);
    const { exchange } = scenario;
    const isOfLines =
      exchange.family === "linear" && scenario.programs.every(({ cost }) => cost.kind === "sum");
    const winners = full(name, { kind: "winners" });
    expect(answerQuick(scenario, { kind: "winners" })).toEqual(isOfLines ? winners : null);
    expect(answerQuick(scenario, { kind: "score", g: "19/8" })).toEqual(
      full(name, { kind: "score", at: { g: "19/8" } }),
    );
    const flip = winners?.kind === "map" ? winners.thresholds[0] : undefined;
    if (flip === undefined) return;
    const between = [must(flip.before[0], name), must(flip.after[0], name)] as const;
    const slow = must(full(name, { kind: "sensitivity", between }), name);
    const quick = answerQuick(scenario, { kind: "sensitivity", between, at: flip.at });
    expect(quick).toEqual({ ...slow, formula: null });
  });

it("leaves scenarios with unknown costs to the full solver", () => {
  const scenario = must(fromLibrary("speed-simplicity"), "the essay");
  const terms = scenario.terms.map((term) => (term.id === "combine" ? { ...term, c: null } : term));
  expect(answerQuick({ ...scenario, terms }, { kind: "winners" })).toBeNull();
});

it("writes the same formula for a flip whatever was solved before", () => {
  const essay = must(fromLibrary("speed-simplicity"), "the essay");
  const flips = (scenario: typeof essay) => {
    const answer = answerQuick(scenario, { kind: "winners" });
    return answer?.kind === "map" ? answer.thresholds.map(({ at, formula }) => [at.exact, formula]) : null;
  };
  const first = flips(essay);
  const terms = essay.terms.map((term) => (term.id === "combine" ? { ...term, c: number("7") } : term));
  const dearer = flips({ ...essay, terms });
  expect(dearer?.map(([, formula]) => formula)).toEqual(first?.map(([, formula]) => formula));
  expect(dearer?.map(([at]) => at)).not.toEqual(first?.map(([at]) => at));
  // A formula that is written otherwise has another threshold in names.
  const programs = essay.programs.map((one) =>
    one.cost.kind === "sum" && one.id === "fh" ? { ...one, cost: { ...one.cost, t: number("7") } } : one,
  );
  expect(flips({ ...essay, programs })?.[0]?.[1]).not.toEqual(first?.[0]?.[1]);
  expect(flips(essay)).toEqual(first);
});

const number = (text: string) => {
  const read = readExpr(text);
  return must(read.ok ? read.value : undefined, text);
};
