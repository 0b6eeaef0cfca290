import type { Issue } from "@crux/core";
import { shareEqual } from "./share-equal.ts";
import type { SolveClient } from "./solve/solve-client.ts";
import type { Asked, Brought, Here, View } from "./solve/view.ts";

/** A question on the page, with its answer once it has come. */
export type Exchange = {
  readonly id: number;
  readonly question: string;
  readonly asked: Asked | "waiting" | "given up";
};

/** What the solver has found: the view of the newest valid scenario, the reader's place on it, and answers. */
export type Solved = {
  readonly view: View;
  /** Null where the scores at `g` are not numbers. */
  readonly here: Here | null;
  readonly g: string;
  readonly answers: readonly Exchange[];
};

/** Keeps the solver and what a page shows of it in step, whoever owns the scenario. */
export type Solving = {
  /** Solves a scenario; resolves to what is wrong with it, to nothing, or to null when a newer one came. */
  readonly open: (json: unknown) => Promise<readonly Issue[] | null>;
  /** Nothing is to be solved any more: what is still being worked out is not shown. */
  readonly drop: () => void;
  readonly setG: (g: string) => void;
  readonly ask: (question: string) => void;
  readonly forget: (id: number) => void;
  /** Reads a file's text. */
  readonly bring: (text: string) => Promise<Brought>;
};

/** Drives `solver` for a page; `read` gives what the page shows now, `update` changes it, `scenario` is what to solve. */
export function createSolving(
  solver: SolveClient,
  doors: {
    readonly read: () => Solved;
    readonly update: (change: Partial<Solved>) => void;
    readonly scenario: () => unknown;
    /** The strip of the newest scenario is there, or there is none to wait for. */
    readonly shown?: () => void;
  },
): Solving {
  let opened = false;
  /** How often all was dropped, so that an answer to what was opened before is known as such. */
  let drops = 0;
  let lastId = 0;

  const open = async (json: unknown): Promise<readonly Issue[] | null> => {
    opened = true;
    const before = drops;
    const result = await solver.open(json, doors.read().g, (strip) => {
      if (before !== drops) return;
      doors.update({ view: { ...doors.read().view, strip, cases: null } });
      doors.shown?.();
    });
    if (result === null || before !== drops) return null;
    doors.shown?.();
    if (!result.ok) return result.issues;
    const now = doors.read();
    const { view, here } = result;
    const isThere = here?.g === now.g || (here === null && view.strip === null);
    doors.update({
      view: shareEqual(now.view, view),
      ...(isThere && { here: shareEqual(now.here, here) }),
    });
    if (!isThere) await look(now.g);
    return [];
  };

  const look = async (g: string): Promise<void> => {
    const here = await solver.at(g);
    const now = doors.read();
    if (g === now.g && (here !== null || now.view.strip === null)) doors.update({ here });
  };

  /** The worker knows nothing until it has read the scenario once. */
  const ready = async (): Promise<unknown> => (opened ? null : open(doors.scenario()));

  return {
    open,
    drop: () => {
      drops += 1;
    },
    setG: (g) => {
      if (g === doors.read().g) return;
      doors.update({ g });
      void ready().then(() => look(g));
    },
    ask: async (question) => {
      lastId += 1;
      const id = lastId;
      const waiting: Exchange = { id, question, asked: "waiting" };
      doors.update({ answers: [waiting, ...doors.read().answers].slice(0, 30) });
      await ready();
      const asked: Exchange["asked"] = (await solver.ask(question, doors.read().g)) ?? "given up";
      doors.update({
        answers: doors.read().answers.map((one) => (one.id === id ? { id, question, asked } : one)),
      });
    },
    forget: (id) => doors.update({ answers: doors.read().answers.filter((one) => one.id !== id) }),
    bring: async (text) =>
      (await solver.bring(text)) ?? {
        ok: false,
        problems: [{ place: "", message: "reading it took too long", hint: "" }],
      },
  };
}
