import { assert, must } from "../base/assert.ts";
import { snapshotOf } from "../patch/anchor.ts";
import type { Objection } from "../patch/objection.ts";
import { readObjection } from "../patch/read-objection.ts";
import { writePatch } from "../patch/write-patch.ts";
import { type DebateSource, debateSources, type ReadingSource } from "./essay-debate-sources.ts";
import { libraryPatches, libraryScenario } from "./library-patches.ts";

/** One contribution to the example debate about `speed-simplicity`: an objection or a reply. */
export type DebateEntry = {
  readonly objection: Objection;
  /** Id of the objection that it answers and builds on; null where it starts a thread. */
  readonly replyTo: string | null;
  /** Rows of `docs/coverage.md` that it stands for. */
  readonly rows: readonly string[];
  /** Its place among the moves of the tour, from 1; null elsewhere. The tour starts from the scenario as it is. */
  readonly move: number | null;
};

/** The scenario that the debate is about, by its name in the library. */
const ABOUT = "speed-simplicity";

let entries: readonly DebateEntry[] | undefined;

/**
 * The example debate: the moves of the tour first and in order, then the other threads; a reply comes after what it
 * answers. A patch builds on the patches of what it replies to. Authors are roles, and say that this is an example.
 */
export function essayDebate(): readonly DebateEntry[] {
  entries ??= Object.freeze(debateSources.map(entryFrom));
  return entries;
}

function entryFrom(source: DebateSource): DebateEntry {
  const { id, author, kind, anchor, text, readings = [], replyTo = null, rows, move = null } = source;
  const standing = libraryScenario(ABOUT, source.on ?? []);
  assert(standing.ok, `the scenario under the example objection ${id} exists`);
  const snapshot = must(snapshotOf(standing.value, { ...anchor, snapshot: "" }), `${id} has its anchor`);
  const objection = readObjection({
    id,
    author: `${author} (example)`,
    kind,
    anchor: { ...anchor, snapshot },
    text,
    readings: readings.map(readingFrom),
    status: source.status ?? "open",
  });
  assert(objection.ok, `the example objection ${id} can be read`);
  return Object.freeze({ objection: objection.value, replyTo, rows, move });
}

function readingFrom({ label, patch, more = [] }: ReadingSource): unknown {
  const named = libraryPatches(ABOUT).find(({ name }) => name === patch);
  return { label, patch: [...writePatch(must(named, `the built-in patch ${patch}`).patch), ...more] };
}
