import { describe, expect, it, vi } from "vitest";
import { fullSolver } from "./solve/full-solver.ts";
import { createSolveSession } from "./solve/session.ts";
import type { SolveClient } from "./solve/solve-client.ts";
import { startOf } from "./solve/start.ts";
import { createWorkspaceStore } from "./workspace-store.ts";

const scenario = {
  format: "crux/scenario",
  version: 1,
  title: "Two",
  terms: [{ id: "a", c: "3", t: "0" }],
  programs: [
    { id: "p", c: "c(a)", t: "1" },
    { id: "q", c: "1", t: "5" },
  ],
};

/** A store whose solver answers when the test says so, and what its page was told. */
async function stage() {
  const start = await startOf(scenario);
  const session = createSolveSession(async () => fullSolver);
  const answers: (() => Promise<void>)[] = [];
  const solver: SolveClient = {
    open: (json, g, hear) =>
      new Promise((done) => {
        answers.push(async () =>
          done(await session.openInSteps(json, g, { strip: hear ?? (() => {}), isWanted: async () => true })),
        );
      }),
    at: async (g) => session.at(g),
    ask: async () => null,
    bring: async () => null,
    close: () => {},
  };
  const store = createWorkspaceStore(start, solver);
  const told: string[] = [];
  store.subscribe((changed) => told.push([...changed].sort().join(" ")));
  return { store, told, answer: () => answers.pop()?.() };
}

describe("createWorkspaceStore", () => {
  it("tells at once what is typed, and its strip later", async () => {
    const { store, told, answer } = await stage();
    store.edit(["terms", 0, "c"], "4");
    expect(told).toEqual(["canUndo draft"]);
    await answer();
    expect(told[1]).toBe("view");
    expect(store.read().view.strip?.sentence).toContain("4/3");
  });

  it("tells a step together with its strip", async () => {
    const { store, told, answer } = await stage();
    store.step(["terms", 0, "c"], "4");
    expect([told, store.read().draft.terms]).toEqual([[], [{ id: "a", c: "4", t: "0" }]]);
    await answer();
    expect(told[0]).toBe("canUndo draft view");
  });

  it("tells a step before something is typed, and after a frame without a strip", async () => {
    vi.useFakeTimers();
    const { store, told } = await stage();
    store.step(["terms", 0, "c"], "4");
    store.show();
    expect(told).toEqual(["canUndo draft"]);
    store.step(["terms", 0, "c"], "5");
    vi.advanceTimersByTime(16);
    expect(told).toEqual(["canUndo draft", "draft"]);
    vi.useRealTimers();
  });
});
