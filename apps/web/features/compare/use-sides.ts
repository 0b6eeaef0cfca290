"use client";

import { readPatch } from "@crux/core";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { layPatch } from "../../client/mine/overlay-text.ts";
import { useMine } from "../../client/mine/use-mine.tsx";
import type { Side } from "../../client/reason/reason.ts";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import { competing } from "../../client/scenario-json.ts";
import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import type { Workspace, WorkspaceStore } from "../../client/workspace-store.ts";
import { examplePositions } from "./positions.ts";

/** A position that can be compared. */
export type Candidate = {
  readonly id: string;
  /** What a list calls it. */
  readonly text: string;
  readonly side: Side;
  /** False where the position's own g is not public and the reader's stands in for it. */
  readonly hasG: boolean;
  readonly kind: "mine" | "shared" | "person" | "group" | "example";
};

/** All that can be compared: one's own, the shared one, what people and groups published or pinned, and examples. */
export function useSides(): {
  readonly candidates: readonly Candidate[];
  /** Opens one's own values in the model; null where a page has none. */
  readonly openMine: (() => void) | null;
} {
  const mine = useMine();
  const here = useWorkspaceStore();
  const shared = useAll(mine?.shared ?? here);
  const own = useAll(mine?.store ?? mine?.shared ?? here);
  const hasOwn = mine !== null && mine.store !== null;
  // One's own values are opened with this panel, but not shown in the model.
  useEffect(() => {
    void mine?.open();
  }, [mine]);
  const { draft, g } = shared;
  const name = mine?.sharedName.toLowerCase() ?? "model";
  const examples = useMemo(() => examplePositions(draft), [draft]);
  const others = useOthers(draft, g);
  const yours: Candidate = {
    id: "mine",
    text: "mine",
    side: { name: "you", scenario: competing(own.draft), g: own.g },
    hasG: true,
    kind: "mine",
  };
  const common: Candidate = {
    id: "shared",
    text: name,
    side: { name: `the ${name}`, scenario: competing(draft), g },
    hasG: true,
    kind: "shared",
  };
  return {
    candidates: [
      ...(hasOwn ? [yours] : []),
      common,
      ...others,
      ...examples.map(
        (side): Candidate => ({ id: side.name, text: side.name, side, hasG: true, kind: "example" }),
      ),
    ],
    openMine: mine === null ? null : () => void mine.show(true),
  };
}

/** People and groups with published values, and people who only pinned a g: they hold the shared values. */
function useOthers(draft: Workspace["draft"], g: string): readonly Candidate[] {
  const mine = useMine();
  const room = useRoomIfAny()?.room ?? null;
  const subscribe = room?.subscribe ?? silent;
  const readPins = () => room?.getSnapshot().pins ?? none;
  const pins = useSyncExternalStore(subscribe, readPins, readPins);
  const readPeople = () => room?.getSnapshot().people ?? nobody;
  const people = useSyncExternalStore(subscribe, readPeople, readPeople);
  const you = room?.getSnapshot().you?.id;
  const pseudonym = room?.getSnapshot().pseudonym;
  const positions = mine?.positions ?? nothing;
  const laid = useMemo(
    () =>
      positions
        .filter(({ id }) => id !== you && id !== pseudonym)
        .flatMap((one) => {
          const patch = readPatch(one.patch);
          return patch.ok ? [{ position: one, scenario: competing(layPatch(draft, patch.value).draft) }] : [];
        }),
    [positions, draft, you, pseudonym],
  );
  const published = laid.map(
    ({ position, scenario }): Candidate => ({
      id: position.id,
      text: position.isGroup ? `group ${position.name}` : position.name,
      side: { name: position.name, scenario, g: position.g ?? g },
      hasG: position.g !== null,
      kind: position.isGroup ? "group" : "person",
    }),
  );
  const pinned = people.flatMap(({ id, name }): Candidate[] => {
    const { [id]: pin } = pins;
    if (id === you || pin === undefined || published.some((one) => one.id === id)) return [];
    return [
      { id, text: name, side: { name, scenario: competing(draft), g: pin }, hasG: true, kind: "person" },
    ];
  });
  return [...published, ...pinned];
}

const silent = () => () => {};
const none: Readonly<Record<string, string>> = {};
const nobody: readonly { readonly id: string; readonly name: string }[] = [];
const nothing: readonly never[] = [];

function useAll(store: WorkspaceStore): Workspace {
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}
