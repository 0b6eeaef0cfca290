import type { RoomView, Row } from "@crux/room/client";
import { thingAt } from "../debate/selected-thing.ts";
import { nameOf, ownIn } from "../room/who.ts";

/** The row that a selected thing belongs to: being lost and plain words are about a term, not about one of its costs. */
export const rowOf = (ref: string): string => ref.split("/").slice(0, 2).join("/");

/** Plain words that somebody pinned to a thing. */
export type GlossView = { readonly text: string; readonly by: string };

/** The plain words pinned to a row (`terms/KEY`); null where there are none, or they are hidden. */
export function glossAt(view: Pick<RoomView, "session" | "people">, ref: string): GlossView | null {
  const { glosses, hidden } = view.session;
  const found = glosses[ref];
  if (found === undefined || hidden[`gloss/${ref}`] !== undefined) return null;
  return { text: found.text, by: nameOf(view, found.by) };
}

/** Whether the person at this page pressed "Lost me" on a row. */
export const isLostAt = (view: Pick<RoomView, "session" | "you" | "pseudonym">, ref: string): boolean =>
  (view.session.lost.by[ref] ?? []).some((id) => ownIn(view, { [id]: true }) === true);

/** A thing on which people are lost. */
export type LostItem = { readonly ref: string; readonly name: string; readonly count: number };

/** Where people are lost, most first, as a moderator is told; empty for everybody else. */
export const lostItems = (view: Pick<RoomView, "session" | "rows" | "scenario">): readonly LostItem[] =>
  Object.entries(view.session.lost.counts)
    .map(([ref, count]) => ({ ref, count, name: thingName(view, ref) }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

/** What a thing is called; for what is gone, its kind. */
export function thingName(view: Pick<RoomView, "rows" | "scenario">, ref: string): string {
  const name = thingAt(view, ref)?.name;
  if (name !== undefined) return name;
  const [kind = ""] = ref.split("/");
  return kind === "objection" ? "an objection" : kind === "claim" ? "a claim" : "something that is gone";
}

/** A row as things name it: `terms/KEY`; null where there is no such row. */
export function rowRef(
  { rows }: Pick<RoomView, "rows">,
  list: "terms" | "parameters",
  id: string,
): string | null {
  const known = refs.get(rows[list]) ?? refsOf(rows[list], list);
  refs.set(rows[list], known);
  return known.get(id) ?? null;
}

/** Every row of the model asks at every change of the room. */
const refs = new WeakMap<readonly Row[], ReadonlyMap<string, string>>();

/** The first of those with the same id counts. */
const refsOf = (rows: readonly Row[], list: string): ReadonlyMap<string, string> =>
  new Map(rows.toReversed().map((row) => [row.id, `${list}/${row.key}`]));
