import { entriesOf, type Path, placeIn, type ScenarioJson, valueAt } from "../scenario-json.ts";

/** A value that one's own draft has otherwise than the shared one. */
export type Change = {
  /** Where it stands in one's own draft. */
  readonly path: Path;
  readonly name: string;
  /** What each says; empty where it says nothing. */
  readonly shared: string;
  readonly mine: string;
};

const FIELDS = {
  terms: ["c", "t"],
  parameters: ["value"],
  programs: ["c", "t", "score"],
} as const;
type List = keyof typeof FIELDS;

const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/** What the shared draft says where one's own says something at `path`; null where both say the same or it is not a value. */
export function sharedAt(shared: ScenarioJson, own: ScenarioJson, path: Path): string | null {
  const [list, index, field] = path;
  if (typeof list !== "string" || typeof field !== "string" || !(list in FIELDS)) return null;
  if (!(FIELDS[list as List] as readonly string[]).includes(field)) return null;
  const place = placeIn(shared, list, text(valueAt(own, [list, index ?? 0, "id"])));
  const there = place === null ? "" : text(valueAt(shared, [...place, field]));
  return there === text(valueAt(own, path)) ? null : there;
}

/** All values that differ, in the order of one's own draft. */
export function changesBetween(shared: ScenarioJson, own: ScenarioJson): readonly Change[] {
  return (Object.keys(FIELDS) as List[]).flatMap((list) =>
    entriesOf(own, list).flatMap((row, index) =>
      FIELDS[list].flatMap((field) => {
        const path = [list, index, field];
        const there = sharedAt(shared, own, path);
        if (there === null) return [];
        const [name] = ["name", "label", "id"].map((key) => text(valueAt(row, [key]))).filter(Boolean);
        const what = list === "parameters" ? `${name}` : `${field} of ${name}`;
        return [{ path, name: what, shared: there, mine: text(valueAt(own, path)) }];
      }),
    ),
  );
}

/** A draft with the values of a point put in, by the names of its unknowns, and the point's `g` if it has one. */
export function withPoint(
  draft: ScenarioJson,
  point: Readonly<Record<string, string>>,
): { readonly puts: readonly { readonly path: Path; readonly value: string }[]; readonly g: string | null } {
  const puts = Object.entries(point).flatMap(([name, value]) => {
    const cost = /^([ct])\((.*)\)$/.exec(name);
    const place = cost === null ? placeIn(draft, "parameters", name) : placeIn(draft, "terms", cost[2] ?? "");
    return place === null ? [] : [{ path: [...place, cost?.[1] ?? "value"], value }];
  });
  return { puts, g: point.g ?? null };
}
