/** Places in a scenario's JSON, from the root. */
export type Path = readonly (string | number)[];

/** A list of the scenario whose rows people add, move and delete. */
export type RowList = "terms" | "parameters" | "programs" | "assumptions";

/** A scenario as JSON, as it is edited: it may be invalid for a moment, and keys we don't know stay in it. */
export type ScenarioJson = { readonly [key: string]: unknown };

/** A copy of `json` with `value` at `path`; undefined removes the key. What is not on the path is shared, not copied. */
export function withValue<T>(json: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (Array.isArray(json)) {
    const copy: unknown[] = [...json];
    copy[Number(key)] = withValue(copy[Number(key)], rest, value);
    return copy as T;
  }
  const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
  const name = String(key);
  const inner = withValue<unknown>(entries.find(([one]) => one === name)?.[1], rest, value);
  const kept = entries.filter(([one]) => one !== name || inner !== undefined);
  const replaced = kept.map(([one, old]) => [one, one === name ? inner : old]);
  const known = kept.some(([one]) => one === name);
  return Object.fromEntries(known || inner === undefined ? replaced : [...replaced, [name, inner]]) as T;
}

/** The value at `path`, or undefined where the path ends early. */
export function valueAt(json: unknown, path: Path): unknown {
  let here = json;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}

/** Whether two paths name the same place. */
export const samePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

/** The place of the entry with this id in a list of the draft, or null where it is not (any more). */
export function placeIn(draft: ScenarioJson, list: string, id: string): Path | null {
  const entries = entriesOf(draft, list);
  const known = placesOf.get(entries) ?? indexOf(entries);
  placesOf.set(entries, known);
  const index = known.get(id);
  return index === undefined ? null : [list, index];
}

/** The places of the ids of a list: every field on a page asks for its own. */
const placesOf = new WeakMap<readonly unknown[], ReadonlyMap<unknown, number>>();

function indexOf(entries: readonly unknown[]): ReadonlyMap<unknown, number> {
  const places = new Map<unknown, number>();
  entries.forEach((entry, index) => {
    const id = valueAt(entry, ["id"]);
    if (!places.has(id)) places.set(id, index);
  });
  return places;
}

/** The rows of a list of the draft; none where there is no list. */
export function entriesOf(draft: ScenarioJson, list: string): readonly unknown[] {
  const entries = valueAt(draft, [list]);
  return Array.isArray(entries) ? entries : nothing;
}

const nothing: readonly unknown[] = [];

/** Whether a program of the draft has costs to compete with: both, or a score, however wrong they may be. */
function competes(program: unknown): boolean {
  const has = (field: string) => String(valueAt(program, [field]) ?? "").trim() !== "";
  return has("score") || (has("c") && has("t"));
}

/** The draft without the programs that have only been begun, unless there are no others. */
export function competing(draft: ScenarioJson): ScenarioJson {
  const programs = entriesOf(draft, "programs");
  const ready = programs.filter(competes);
  return ready.length === programs.length || ready.length === 0 ? draft : { ...draft, programs: ready };
}

/** Where the program at `index` of the competing ones stands in the whole draft. */
export function indexInDraft(draft: ScenarioJson, index: number): number {
  const program = entriesOf(competing(draft), "programs")[index];
  const found = entriesOf(draft, "programs").indexOf(program);
  return found < 0 ? index : found;
}
