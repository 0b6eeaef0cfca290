import type { StripScene } from "@crux/present";
import { expect, it } from "vitest";
import type { SolveClient } from "./solve/solve-client.ts";
import type { Opened, View } from "./solve/view.ts";
import { createSolving, type Solved } from "./solving.ts";

const viewOf = (title: string): View => ({
  title,
  summary: "",
  strip: null,
  chart: null,
  cases: null,
  derivation: [],
  model: { programs: [], terms: [] } as unknown as View["model"],
  questions: [],
  notes: [],
});

/** A page, and a solver that answers when the test says so. */
function bench() {
  let state: Solved = { view: viewOf("empty"), here: null, g: "1", answers: [] };
  const asked: { strip?: (strip: StripScene) => void; done: (opened: Opened | null) => void }[] = [];
  const solver: SolveClient = {
    open: (_scenario, _g, strip) => new Promise((done) => asked.push({ done, ...(strip && { strip }) })),
    at: async () => null,
    ask: async () => null,
    bring: async () => null,
    close: () => {},
  };
  const solving = createSolving(solver, {
    read: () => state,
    update: (change) => {
      state = { ...state, ...change };
    },
    scenario: () => null,
  });
  return { solving, asked, title: () => state.view.title, strip: () => state.view.strip };
}

const found = (title: string): Opened => ({ ok: true, view: viewOf(title), here: null });

it("shows nothing of a scenario that was dropped while it was worked out, not even its strip", async () => {
  const { solving, asked, title, strip } = bench();
  const late = solving.open({});
  solving.drop();
  asked[0]?.strip?.({ sentence: "A wins" } as StripScene);
  asked[0]?.done(found("old"));
  expect(await late).toBeNull();
  expect([title(), strip()]).toEqual(["empty", null]);
  const next = solving.open({});
  asked[1]?.done(found("new"));
  expect(await next).toEqual([]);
  expect(title()).toBe("new");
});

it("shows what comes of an older scenario while a newer one is still worked out", async () => {
  const { solving, asked, title } = bench();
  const older = solving.open({});
  void solving.open({});
  asked[0]?.done(found("older"));
  await older;
  expect(title()).toBe("older");
});
