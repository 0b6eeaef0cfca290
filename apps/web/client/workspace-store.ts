import type { Issue } from "@crux/core";
import { type History, historyOf, push, redo, settle, undo } from "./history.ts";
import { type Path, type ScenarioJson, withValue } from "./scenario-json.ts";
import type { SolveClient } from "./solve/solve-client.ts";
import type { Asked, Here, Problem, View } from "./solve/view.ts";

/** A question on the page, with its answer once it has come. */
export type Exchange = {
  readonly id: number;
  readonly question: string;
  readonly asked: Asked | "waiting" | "given up";
};

/** All that the page shows. The view stays at the last valid scenario; `issues` say what is wrong with the draft. */
export type Workspace = {
  readonly draft: ScenarioJson;
  readonly view: View;
  /** Null where the scores at `g` are not numbers. */
  readonly here: Here | null;
  readonly g: string;
  readonly issues: readonly Issue[];
  readonly answers: readonly Exchange[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** The one place where the state of a workspace changes. */
export type WorkspaceStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Workspace;
  /** Puts `value` at `path` of the draft; changes of one field in a row are undone together. */
  readonly edit: (path: Path, value: unknown) => void;
  /** The field was left: the next change is undone on its own. */
  readonly settle: () => void;
  readonly replace: (scenario: ScenarioJson) => void;
  /** Reads a file's text and puts it in place of the scenario; resolves to what is wrong with it, else to nothing. */
  readonly bring: (text: string) => Promise<readonly Problem[]>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setG: (g: string) => void;
  readonly ask: (question: string) => void;
  readonly forget: (id: number) => void;
};

/** What a workspace starts from: a valid scenario, already solved. */
export type Start = {
  readonly scenario: ScenarioJson;
  readonly view: View;
  readonly here: Here | null;
  readonly g: string;
};

/** A store that asks `solver` after every change. */
export function createWorkspaceStore(start: Start, solver: SolveClient): WorkspaceStore {
  let history: History<ScenarioJson> = historyOf(start.scenario);
  let state: Workspace = {
    draft: start.scenario,
    view: start.view,
    here: start.here,
    g: start.g,
    issues: [],
    answers: [],
    canUndo: false,
    canRedo: false,
  };
  const listeners = new Set<() => void>();
  let opened = false;
  let lastId = 0;

  const update = (change: Partial<Workspace>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const move = (next: History<ScenarioJson>): void => {
    if (next === history) return;
    history = next;
    update({ draft: next.present, canUndo: next.past.length > 0, canRedo: next.future.length > 0 });
    void open();
  };

  const open = async (): Promise<void> => {
    opened = true;
    const result = await solver.open(history.present);
    if (result === null) return;
    if (!result.ok) return update({ issues: result.issues });
    update({ view: result.view, issues: [] });
    await look(state.g);
  };

  const look = async (g: string): Promise<void> => {
    const here = await solver.at(g);
    if (g === state.g && (here !== null || state.view.strip === null)) update({ here });
  };

  /** The worker knows nothing until it has read the scenario once. */
  const ready = (): Promise<void> => (opened ? Promise.resolve() : open());

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => state,
    edit: (path, value) => move(push(history, withValue(history.present, path, value), path.join("/"))),
    settle: () => {
      history = settle(history);
    },
    replace: (scenario) => move(push(history, scenario, null)),
    async bring(text) {
      const brought = await solver.bring(text);
      if (brought === null) return [{ place: "", message: "reading it took too long", hint: "" }];
      if (!brought.ok) return brought.problems;
      move(push(history, brought.scenario, null));
      return [];
    },
    undo: () => move(undo(history)),
    redo: () => move(redo(history)),
    setG: (g) => {
      if (g === state.g) return;
      update({ g });
      void ready().then(() => look(g));
    },
    ask: async (question) => {
      lastId += 1;
      const id = lastId;
      const waiting: Exchange = { id, question, asked: "waiting" };
      update({ answers: [waiting, ...state.answers].slice(0, 30) });
      await ready();
      const asked: Exchange["asked"] = (await solver.ask(question, state.g)) ?? "given up";
      update({ answers: state.answers.map((one) => (one.id === id ? { id, question, asked } : one)) });
    },
    forget: (id) => update({ answers: state.answers.filter((one) => one.id !== id) }),
  };
}
