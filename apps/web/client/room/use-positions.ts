"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { Position } from "../mine/position.ts";
import { useRoom, useRoomView } from "./use-room.tsx";
import { nameOf } from "./who.ts";

/** What has been published in the room, one's own included: people in order of joining, then groups by name. */
export function usePositions(): readonly Position[] {
  const { room } = useRoom();
  const read = () => room.getSnapshot().debate.overlays;
  const overlays = useSyncExternalStore(room.subscribe, read, read);
  const people = useRoomView((view) => view.people.map(({ id, name, colour }) => ({ id, name, colour })));
  const pins = useRoomView((view) => view.pins);
  return useMemo(() => {
    const voices = Object.values(overlays)
      .filter(({ id, group }) => group === null && !people.some((one) => one.id === id))
      .map(({ id }) => ({ id, name: nameOf({ people: [] }, id), colour: 7 }));
    const own = [...people, ...voices].flatMap(({ id, name, colour }): Position[] => {
      const { [id]: found } = overlays;
      if (found === undefined) return [];
      return [{ id, name, isGroup: false, colour, patch: found.patch, g: found.g ?? pins[id] ?? null }];
    });
    const groups = Object.values(overlays)
      .flatMap(({ id, group, patch, g }): Position[] =>
        group === null ? [] : [{ id, name: group, isGroup: true, colour: null, patch, g }],
      )
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return [...own, ...groups];
  }, [overlays, people, pins]);
}
