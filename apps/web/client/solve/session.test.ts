import { fromLibrary, libraryNames, must, writeScenario } from "@crux/core";
import { describe, expect, it } from "vitest";
import { fullSolver } from "./full-solver.ts";
import { createSolveSession } from "./session.ts";

const essay = () => writeScenario(must(fromLibrary("speed-simplicity"), "the essay"));
const session = () => createSolveSession(async () => fullSolver);

describe("createSolveSession", () => {
  it("says who wins at a g without loading the full solver", async () => {
    const one = createSolveSession(() => Promise.reject(new Error("not needed")));
    await one.open(essay(), "1");
    expect(one.at("1")).toMatchObject({ verdict: "At your g Fast honest wins, by 7.", winners: ["fh"] });
    expect((await one.open(essay(), "19/8")) as unknown).toMatchObject({ here: one.at("19/8") });
    expect(one.at("19/8")?.winners).toEqual(["fh", "sd"]);
  });

  it("keeps the last valid scenario when a bad one comes", async () => {
    const one = session();
    await one.open(essay(), "1");
    const bad = await one.open({ ...essay(), terms: [{ id: "a", c: "1 +" }] }, "1");
    expect(bad.ok).toBe(false);
    expect(one.at("1")?.winners).toEqual(["fh"]);
  });

  it("draws every scenario of the library as data that can be copied to a page", async () => {
    for (const name of libraryNames()) {
      const opened = await session().open(writeScenario(must(fromLibrary(name), name)), "1");
      expect(opened.ok).toBe(true);
      expect(structuredClone(opened)).toEqual(opened);
    }
  });

  it("refuses what is no scenario at all", async () => {
    for (const junk of [null, 3, "x", [], {}, { format: "crux/scenario", version: 1 }])
      expect((await session().open(junk, "1")).ok).toBe(false);
    expect(session().at("1")).toBeNull();
  });

  it("answers a question and stamps it with what held when it was asked", async () => {
    const one = session();
    await one.open(essay(), "1");
    const asked = await one.ask("who wins at g = 3", "1");
    expect(asked.card.headline).toBe("Simple deceptive wins.");
    expect(asked.stamp).toContain("below 19/8");
  });
});
