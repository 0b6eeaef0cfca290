"use client";

import { type ReactNode, useEffect, useState } from "react";
import { WithoutMine } from "../../client/mine/use-mine.tsx";
import { useRoom } from "../../client/room/use-room.tsx";
import { StoreProvider, startSolver } from "../../client/use-workspace.tsx";
import { createWorkspaceStore } from "../../client/workspace-store.ts";

/** Puts a private copy of the room's scenario around a page; it goes when the page goes. */
export function TryOut({ children }: { readonly children: ReactNode }) {
  const { store: shared } = useRoom();
  const [{ store, solver }] = useState(() => {
    const { draft, view, here, g } = shared.read();
    const solver = startSolver();
    return { solver, store: createWorkspaceStore({ scenario: draft, view, here, g }, solver) };
  });
  useEffect(() => () => solver.close(), [solver]);
  return (
    <WithoutMine>
      <StoreProvider store={store}>{children}</StoreProvider>
    </WithoutMine>
  );
}
