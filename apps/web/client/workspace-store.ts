import type { Issue } from "@crux/core";
import { type History, historyOf, push, redo, settle, undo } from "./history.ts";
import { createListeners, type Listeners } from "./listeners.ts";
import {
  competing,
  entriesOf,
  indexInDraft,
  type Path,
  type RowList,
  type ScenarioJson,
  withValue,
} from "./scenario-json.ts";
import type { SolveClient } from "./solve/solve-client.ts";
import type { Brought, Here, View } from "./solve/view.ts";
import { createSolving, type Solved } from "./solving.ts";
import { type Use, usesOf } from "./uses.ts";

/** Someone else at a field of the model. */
export type Mark = {
  readonly person: string;
  readonly name: string;
  /** Index into the page's colours of people. */
  readonly colour: number;
  /** Whether they are typing there. */
  readonly editing: boolean;
};

/** All that the page shows. The view stays at the last valid scenario; `issues` say what is wrong with the draft. */
export type Workspace = Solved & {
  readonly draft: ScenarioJson;
  readonly issues: readonly Issue[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False for those who only read. */
  readonly canEdit: boolean;
  /** Who else is where: by the path of a field, its keys joined by slashes. */
  readonly marks: Readonly<Record<string, readonly Mark[]>>;
  /** Rows that nobody may change now, by their path (`terms/3`), each with why. */
  readonly locked: Readonly<Record<string, string>>;
};

/** A part of what the page shows. */
export type Part = keyof Workspace;

/** The parts of `change` that say something else than `state`. */
export const newsIn = (state: Workspace, change: Partial<Workspace>): readonly Part[] =>
  (Object.keys(change) as Part[]).filter((part) => state[part] !== change[part]);

/** The one place where the state of a workspace changes, whether one person owns the scenario or a room shares it. */
export type WorkspaceStore = {
  /** `listener` hears which parts changed. */
  readonly subscribe: (listener: (changed: ReadonlySet<Part>) => void) => () => void;
  /** The newest state; listeners may hear of it a moment later. */
  readonly read: () => Workspace;
  /** Puts `value` at `path` of the draft; changes of one field in a row are undone together. */
  readonly edit: (path: Path, value: unknown) => void;
  /**
   * As `edit`, for a change that no field shows by itself: it is drawn together with its strip, a frame later at most.
   * Before anything is typed into a field, `show` must have been called, or it is typed into an old text.
   */
  readonly step: (path: Path, value: unknown) => void;
  /** Draws at once what waits for a strip. */
  readonly show: () => void;
  /** The field was left: the next change is undone on its own. */
  readonly settle: () => void;
  /** Adds a row behind the row at `after`; null: at the end. */
  readonly add: (list: RowList, row: ScenarioJson, after: number | null) => void;
  /** Moves the row at `index` behind the row at `after`; null: to the top. */
  readonly move: (list: RowList, index: number, after: number | null) => void;
  /** Deletes a row unless formulas refer to it: then nothing happens and they come back. `anyway` deletes it all the same. */
  readonly remove: (list: RowList, index: number, anyway?: "anyway") => readonly Use[];
  /** Says which field the person is in; null: none. */
  readonly focus: (path: Path | null) => void;
  readonly replace: (scenario: ScenarioJson) => void;
  /** Reads a file's text; resolves to the scenario in it, to be put in place with `replace`, or to what is wrong with it. */
  readonly bring: (text: string) => Promise<Brought>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setG: (g: string) => void;
  readonly ask: (question: string) => void;
  readonly forget: (id: number) => void;
};

/** The store of a scenario that belongs to one person alone. */
export type OwnStore = WorkspaceStore & {
  /** Begins anew with a scenario: there is nothing to undo. */
  readonly startOver: (scenario: ScenarioJson) => void;
};

/** What a workspace starts from: a valid scenario, already solved. */
export type Start = {
  readonly scenario: ScenarioJson;
  readonly view: View;
  readonly here: Here | null;
  readonly g: string;
};

const nobody: Workspace["marks"] = {};

/** A store of one person's own scenario, which asks `solver` after every change. */
export function createWorkspaceStore(start: Start, solver: SolveClient): OwnStore {
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
    canEdit: true,
    marks: nobody,
    locked: {},
  };
  const listeners = createListeners<Part>();

  const update = (change: Partial<Workspace>): void => {
    const news = newsIn(state, change);
    state = { ...state, ...change };
    listeners.tell(news);
  };
  const solving = createSolving(solver, {
    read: () => state,
    update,
    scenario: () => competing(history.present),
    shown: listeners.release,
  });

  const move = (next: History<ScenarioJson>): void => {
    if (next === history) return;
    history = next;
    const draft = next.present;
    void solving
      .open(competing(draft))
      .then((issues) => issues !== null && update({ issues: issues.map((one) => inDraft(draft, one)) }));
    // The solver begins before the page is told anything.
    update({ draft, canUndo: next.past.length > 0, canRedo: next.future.length > 0 });
  };
  const change = (draft: ScenarioJson): void => move(push(history, draft, null));
  const put = (path: Path, value: unknown): void =>
    move(push(history, withValue(history.present, path, value), path.join("/")));
  const rewrite = (list: RowList, write: (rows: unknown[]) => unknown[]): void =>
    change(withValue(history.present, [list], write([...entriesOf(history.present, list)])));

  return {
    ...drawing(listeners, put),
    read: () => state,
    settle: () => {
      history = settle(history);
    },
    add: (list, row, after) =>
      rewrite(list, (rows) => rows.toSpliced(after === null ? rows.length : after + 1, 0, row)),
    move: (list, index, after) =>
      rewrite(list, (rows) => {
        const others = rows.toSpliced(index, 1);
        const place = after === null ? 0 : after > index ? after : after + 1;
        return others.toSpliced(place, 0, rows[index]);
      }),
    remove(list, index, anyway) {
      const uses = anyway === undefined ? usesOf(history.present, list, index) : [];
      if (uses.length === 0) rewrite(list, (rows) => rows.toSpliced(index, 1));
      return uses;
    },
    focus: () => {},
    replace: change,
    startOver: (scenario) => move(historyOf(scenario)),
    bring: solving.bring,
    undo: () => move(undo(history)),
    redo: () => move(redo(history)),
    setG: solving.setG,
    ask: solving.ask,
    forget: solving.forget,
  };
}

/** When what `put` changes is drawn: an edit at once, a step with its strip. */
export const drawing = (
  listeners: Listeners<Part>,
  put: (path: Path, value: unknown) => void,
): Pick<WorkspaceStore, "subscribe" | "show" | "edit" | "step"> => ({
  subscribe: listeners.subscribe,
  show: listeners.release,
  edit(path, value) {
    put(path, value);
    listeners.release();
  },
  step(path, value) {
    listeners.hold();
    put(path, value);
  },
});

/** An issue with the competing programs at its place in the whole draft. */
function inDraft(draft: ScenarioJson, issue: Issue): Issue {
  const [list, index, ...rest] = issue.path;
  if (list !== "programs" || typeof index !== "number") return issue;
  return { ...issue, path: [list, indexInDraft(draft, index), ...rest] };
}
