import { describe, expect, it } from "vitest";
import { answerQuery } from "./answer-query.ts";

const ask = (scenario: unknown) => answerQuery({ scenario, query: { kind: "winners" } });

/** Where the winner flips in a scenario of the library. */
const flips = (library: string, ...patches: string[]): unknown => {
  const reply = ask({ library, patches });
  if (!reply.ok || reply.answer.kind !== "map") return reply;
  return reply.answer.thresholds.map(({ at, after }) => `${at.exact} ${after.join("=")}`);
};

describe("a scenario of the library", () => {
  it("is as it is built in without patches", () => {
    expect(flips("speed-simplicity")).toEqual(["19/8 sd"]);
  });

  it("has its patches applied, each after those that it builds on", () => {
    expect(flips("speed-simplicity", "overlap")).toEqual(["1/34 hy"]);
    expect(flips("speed-simplicity", "hybrid", "overlap")).toEqual(["1/34 hy"]);
    expect(flips("speed-simplicity", "hybrid", "lazy-alone")).toEqual(["27/37 lz"]);
  });

  it.each([
    [
      "a patch of nearly that name",
      { library: "speed-simplicity", patches: ["hybird"] },
      "did you mean hybrid?",
    ],
    ["a scenario of nearly that name", { library: "speed-simplcity" }, "did you mean speed-simplicity?"],
    ["a scenario without patches", { library: "levin", patches: ["hybrid"] }, "there are none"],
    ["another key", { library: "levin", patch: [] }, "remove it, or mend its name"],
  ])("says what may be meant: %s", (_title, scenario, hint) => {
    const reply = ask(scenario);
    expect(reply.ok ? [] : reply.issues.map((one) => one.hint)).toEqual([hint]);
  });

  it("says which of two patches does not fit", () => {
    const reply = ask({ library: "speed-simplicity", patches: ["lazy-honest", "lazy-alone"] });
    expect(reply.ok ? [] : reply.issues.map((one) => one.path.slice(0, 3))).toContainEqual([
      "scenario",
      "patches",
      1,
    ]);
  });
});
