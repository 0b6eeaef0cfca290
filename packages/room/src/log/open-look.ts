import { type readScenario, type Scenario, writeScenario } from "@crux/core";
import { readingOf } from "../document/reading.ts";
import { readRows } from "../document/rows.ts";
import { tidyCode } from "../identity/code.ts";
import type { Store } from "../store/store.ts";
import type { Rooms } from "./rooms.ts";

/** What a room that may be shown on other pages shows anybody: its scenario in force, as of entry `seq`. */
export type OpenLook = { readonly seq: number; readonly scenario: unknown };

/** Looks into rooms from outside; null where there is none, its code is hidden, or it may not be shown. */
export type LookIn = (code: string) => Promise<OpenLook | null>;

/** How many rooms' newest scenario is kept. */
const KEPT = 200;

/** A way to look into `rooms` from outside; each scenario is read once however many look. */
export function createLookIn(
  rooms: Rooms,
  store: Pick<Store, "roomOfCode">,
  read: typeof readScenario,
): LookIn {
  const known = new Map<string, OpenLook>();
  const scenarioOf = (scenario: Scenario | null): unknown => scenario && writeScenario(scenario);
  return async (typed) => {
    const code = tidyCode(typed);
    const id = code === undefined ? null : await store.roomOfCode(code);
    if (id === null) return null;
    const room = await rooms.hold(id);
    if (room === null) return null;
    try {
      const state = room.state();
      if (!state.session.embed || state.code.hidden || state.code.value !== code) return null;
      const seq = room.seq();
      const before = known.get(id);
      if (before?.seq === seq) return before;
      const doc = room.document();
      if (doc === null) return before ?? null;
      const look = { seq, scenario: scenarioOf(readingOf(readRows(doc), read).scenario) };
      known.delete(id);
      known.set(id, look);
      const [oldest] = known.keys();
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
      return look;
    } finally {
      rooms.release(id);
    }
  };
}
