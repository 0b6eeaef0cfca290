import {
  applyPatch,
  must,
  type Objection,
  ok,
  readObjection,
  readPatch,
  readScenario,
  writeScenario,
} from "@crux/core";
import type { RoomObjection } from "../command/debate-state.ts";
import { readingOf, type ScenarioReader } from "../document/reading.ts";
import type { Reader } from "./reader.ts";

/** A reader that does it here and at once, scenarios with `read`. */
export const readerWith = (read: ScenarioReader) =>
  ({
    rows: (rows) => readingOf(rows, read),
    objections: (list) => list.map(readOnce),
    change(scenario, patches) {
      const versions = [writeScenario(scenario)];
      let here = scenario;
      for (const json of patches) {
        const patch = readPatch(json);
        const changed = patch.ok ? applyPatch(here, patch.value) : patch;
        if (!changed.ok) return changed;
        here = changed.value;
        versions.push(writeScenario(here));
      }
      return ok(versions);
    },
  }) satisfies Reader;

/** Core's reader. */
export const coreReader = readerWith(readScenario);

const known = new WeakMap<RoomObjection, Objection>();

/** An objection in the objection format; each is read once. */
export function readOnce(one: RoomObjection): Objection {
  const before = known.get(one);
  if (before) return before;
  const { id, author, kind, anchor, text, readings, stamp } = one;
  const result = readObjection({ id, author, kind, anchor, text, readings, stamp });
  const objection = must(result.ok ? result.value : undefined, `the room took objection ${id}`);
  known.set(one, objection);
  return objection;
}
