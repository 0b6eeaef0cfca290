import { writeScenario } from "@crux/core";
import { rationalToFloat } from "@crux/present";
import {
  type JoinedRoom,
  nowhere,
  type Place,
  type RoomView,
  rowKinds,
  toScenarioJson,
} from "@crux/room/client";
import { startG } from "../choose-g.ts";
import { createListeners } from "../listeners.ts";
import type { Path, RowList, ScenarioJson } from "../scenario-json.ts";
import { valueAt } from "../scenario-json.ts";
import { shareEqual } from "../share-equal.ts";
import type { SolveClient } from "../solve/solve-client.ts";
import type { View } from "../solve/view.ts";
import { createSolving } from "../solving.ts";
import type { Use } from "../uses.ts";
import {
  drawing,
  type Mark,
  newsIn,
  type Part,
  type Workspace,
  type WorkspaceStore,
} from "../workspace-store.ts";
import { draftOf, fieldAt, issuesOf, isText, pathAt, pathOf, placeAt } from "./room-draft.ts";
import { roomListeners } from "./room-listeners.ts";

/** A workspace whose scenario is a room's; it also tells the room where this person is. */
export type RoomStore = WorkspaceStore & {
  /** Changes what the others see of this person's place. */
  readonly stand: (place: Partial<Place>) => void;
  /** Where this person is, or was last, for "bring people here". */
  readonly whereabouts: () => Place;
  /** Whether the shared scenario may be written to from this page now; false in the mode that only looks. */
  readonly allowEdits: (allowed: boolean) => void;
  readonly close: () => void;
};

/** A view of nothing, until the first scenario has been solved. */
export const emptyView: View = {
  title: "",
  summary: "",
  strip: null,
  chart: null,
  cases: null,
  derivation: [],
  model: { programs: [], parameters: [], assumptions: [] },
  questions: [],
  notes: [],
};

/** The workspace of `room`: every change in it, whoever made it, is solved here. */
export function createRoomStore(room: JoinedRoom, solver: SolveClient): RoomStore {
  const listeners = createListeners<Part>();
  let seen: RoomView | null = null;
  let solved: unknown = null;
  let place: Place = nowhere;
  let lastField: Pick<Place, "row" | "field"> = { row: null, field: null };
  let told = JSON.stringify(place);
  let allowed = true;
  let placed = false;
  let state: Workspace = {
    draft: {},
    view: emptyView,
    here: null,
    g: "1",
    issues: [],
    answers: [],
    canUndo: false,
    canRedo: false,
    canEdit: false,
    marks: {},
    locked: {},
  };

  const update = (change: Partial<Workspace>): void => {
    const news = newsIn(state, change);
    if (news.length === 0) return;
    state = { ...state, ...change };
    listeners.tell(news);
  };
  const shown = (): void => {
    listeners.release();
    roomListeners(room).release();
  };
  const scenarioNow = (): unknown => {
    const { scenario } = room.getSnapshot();
    return scenario === null ? null : writeScenario(scenario);
  };
  const solving = createSolving(solver, { read: () => state, update, scenario: scenarioNow, shown });

  const hear = (): void => {
    const view = room.getSnapshot();
    if (view === seen) return;
    const before = seen;
    seen = view;
    const rowsMoved = view.rows !== before?.rows;
    // The solver begins before the page is told anything.
    if (rowsMoved && view.rows.programs.length > 0) {
      // Whether all is saved, and the like: drawn with the strip. Fields show what others type at once.
      roomListeners(room).hold();
      void open(toScenarioJson(view.rows));
    }
    update({
      ...(rowsMoved ? { draft: draftOf(view.rows) } : {}),
      ...(rowsMoved || view.issues !== before?.issues
        ? { issues: shareEqual(state.issues, issuesOf(view.rows, view.issues)) }
        : {}),
      ...(rowsMoved || view.people !== before?.people ? { marks: marksOf(view, state.marks) } : {}),
      ...(rowsMoved || view.session.locks !== before?.session.locks ? { locked: lockedIn(view) } : {}),
      canUndo: view.canUndo && allowed,
      canRedo: view.canRedo && allowed,
      canEdit: view.canEdit && allowed,
    });
    if (view.scenario !== solved) solve(view);
  };

  /** What is typed is solved at once, and mostly it reads; where it does not, what is in force instead comes later. */
  const solve = (view: RoomView): void => {
    solved = view.scenario;
    if (view.scenario === null) {
      solving.drop();
      update({ view: { ...emptyView, title: titleOf(view) }, here: null });
    } else if (view.issues.length > 0) void open(writeScenario(view.scenario));
  };

  const open = async (json: unknown): Promise<void> => {
    const issues = await solving.open(json);
    if (issues === null || issues.length > 0 || placed) return;
    placed = true;
    const [flip] = state.view.strip?.ticks ?? [];
    solving.setG(startG(flip === undefined ? undefined : rationalToFloat(flip.decimal)));
  };

  const editAt = (path: Path, value: unknown): void => {
    const found = fieldAt(room.getSnapshot().rows, path);
    if (found === null || !allowed) return;
    const { row, field } = found;
    if (isText(row, field)) room.edit.setText(row, field, typeof value === "string" ? value : "");
    else if (typeof value === "string" || typeof value === "boolean" || value === undefined)
      room.edit.setValue(row, field, value ?? null);
  };

  /** The family of the exchange rate with the number that it needs, unless one was typed for it before. */
  const editExchange = (value: ScenarioJson): void => {
    const row = { kind: "exchange", key: "" } as const;
    const { texts } = room.getSnapshot().rows.exchange;
    for (const [field, one] of Object.entries(value))
      if (isText(row, field)) {
        if ((texts[field] ?? "") === "") room.edit.setText(row, field, String(one));
      } else room.edit.setValue(row, field, String(one));
  };

  const put = (path: Path, value: unknown): void => {
    if (!allowed) return;
    if (path.length === 1 && path[0] === "exchange") room.edit.all(() => editExchange(value as ScenarioJson));
    else editAt(path, value);
  };

  const keyAt = (list: RowList, index: number | null): string | null =>
    index === null ? null : (room.getSnapshot().rows[list][index]?.key ?? null);

  const replace = (scenario: ScenarioJson): void => {
    if (!allowed) return;
    const { rows } = room.getSnapshot();
    room.edit.all(() => {
      for (const kind of rowKinds) for (const row of rows[kind]) room.edit.removeRow(kind, row.key, "anyway");
      for (const field of ["title", "summary"]) editAt([field], scenario[field]);
      editExchange((scenario.exchange as ScenarioJson | undefined) ?? { family: "linear", apply: "sum" });
      for (const kind of rowKinds)
        for (const row of (scenario[kind] as readonly ScenarioJson[] | undefined) ?? [])
          room.edit.addRow(kind, row);
    });
  };

  const sayG = (g: string): string | null => (/^[0-9./e^+-]{1,60}$/.test(g) ? g : null);
  const stand = (change: Partial<Place>): void => {
    place = { ...place, ...change };
    const text = JSON.stringify(place);
    if (text === told) return;
    told = text;
    room.move(place);
  };

  // Before the rest of the page listens to the room: it is held back from here.
  const stop = room.subscribe(hear);
  hear();

  return {
    ...drawing(listeners, put),
    read: () => state,
    settle: () => {},
    add: (list, row, after) => {
      if (allowed) room.edit.addRow(list, row, keyAt(list, after));
    },
    move: (list, index, after) => {
      const key = keyAt(list, index);
      if (allowed && key !== null) room.edit.moveRow(list, key, keyAt(list, after));
    },
    remove(list, index, anyway) {
      const key = keyAt(list, index);
      if (!allowed || key === null) return [];
      const removal = room.edit.removeRow(list, key, anyway);
      return removal.kind === "in-use"
        ? removal.by.map((use): Use => ({ list: use.kind, id: use.id, field: use.field }))
        : [];
    },
    focus: (path) => {
      const { row, field, editing } = placeAt(room.getSnapshot().rows, path);
      if (row !== null) lastField = { row, field };
      stand({ row, field, editing });
    },
    replace,
    bring: solving.bring,
    undo: () => allowed && room.undo(),
    redo: () => allowed && room.redo(),
    setG: (g) => {
      solving.setG(g);
      stand({ g: sayG(g) });
    },
    ask: solving.ask,
    forget: solving.forget,
    stand,
    whereabouts: () => ({ ...place, ...lastField, g: sayG(state.g), editing: false, following: null }),
    allowEdits(next) {
      allowed = next;
      seen = null;
      hear();
    },
    close() {
      stop();
      solver.close();
    },
  };
}

/** The rows that a moderator locked, by their path in the draft. */
const lockedIn = ({ rows, session, people }: RoomView): Workspace["locked"] =>
  Object.fromEntries(
    Object.entries(session.locks).flatMap(([ref, { by }]) => {
      const [kind, key = ""] = ref.split("/");
      const list = rowKinds.find((one) => one === kind);
      const path = list && pathOf(rows, list, key, null);
      const name = people.find(({ id }) => id === by)?.name ?? "A moderator";
      return path ? [[path.join("/"), `${name} locked this row; a moderator can unlock it`]] : [];
    }),
  );

const titleOf = (view: RoomView): string => view.rows.scenario.texts.title ?? "";

/** Where the others are, field by field; the old object when nothing changed, so that no row is drawn again. */
function marksOf(view: RoomView, before: Workspace["marks"]): Workspace["marks"] {
  const marks: Record<string, Mark[]> = {};
  for (const person of view.people) {
    if (person.id === view.you?.id) continue;
    for (const { place } of person.at) {
      const path = place && pathAt(view.rows, place);
      if (!path) continue;
      const { id, name, colour } = person;
      const { [path.join("/")]: there = [] } = marks;
      marks[path.join("/")] = [...there, { person: id, name, colour, editing: place?.editing ?? false }];
    }
  }
  return JSON.stringify(marks) === JSON.stringify(before) ? before : keepEqual(marks, before);
}

/** `marks` with the lists of `before` where they say the same. */
const keepEqual = (marks: Workspace["marks"], before: Workspace["marks"]): Workspace["marks"] =>
  Object.fromEntries(
    Object.entries(marks).map(([path, list]) => {
      const old = valueAt(before, [path]) as readonly Mark[] | undefined;
      return [path, old && JSON.stringify(old) === JSON.stringify(list) ? old : list];
    }),
  );
