"use client";

import type { Place } from "@crux/room/client";
import { useEffect, useState } from "react";
import { pathAt } from "./room-draft.ts";
import { useRoom, useRoomView } from "./use-room.tsx";

/** Brings a field of the model into view; false when it is not on the page. */
export function showField(path: readonly (string | number)[]): boolean {
  const key = path.join("/");
  const exact = document.querySelector<HTMLElement>(`[data-field="${key}"]`);
  const field =
    exact ?? document.querySelector<HTMLElement>(`[data-field^="${path.slice(0, 2).join("/")}/"]`);
  field?.scrollIntoView({ block: "center", behavior: "smooth" });
  return field !== null;
}

/** Goes where `place` says: its tab, its g, its row. */
export function useGoTo(setTab: (tab: string) => void): (place: Place) => void {
  const { room, store } = useRoom();
  return (place) => {
    if (place.tab !== null) setTab(place.tab);
    if (place.g !== null) store.setG(place.g);
    const path = pathAt(room.getSnapshot().rows, place);
    if (path !== null) showField(path);
  };
}

/** Whom this person follows, and how to follow someone else or nobody. Escape ends it. */
export function useFollow(goTo: (place: Place) => void): {
  readonly followed: { readonly id: string; readonly name: string; readonly colour: number } | null;
  readonly follow: (person: string | null) => void;
} {
  const { store } = useRoom();
  const [id, setId] = useState<string | null>(null);
  const person = useRoomView((view) => view.people.find((one) => one.id === id) ?? null);
  const place = person?.at.at(-1)?.place ?? null;
  const follow = (next: string | null) => {
    setId(next);
    store.stand({ following: next });
  };
  const isAway = id !== null && place === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes along when the place says something else
  useEffect(() => {
    if (place !== null) goTo(place);
    else if (isAway) follow(null);
  }, [JSON.stringify(place), isAway]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: listens as long as someone is followed
  useEffect(() => {
    if (id === null) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && follow(null);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [id]);
  return {
    followed: person === null ? null : { id: person.id, name: person.name, colour: person.colour },
    follow,
  };
}
