"use client";

import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { NewRoomForm } from "../home/new-room.tsx";

/** Opens a room with the model as this page shows it: where there are others, its parts can be doubted. */
export function DebateDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const store = useWorkspaceStore();
  return (
    <Dialog title="Doubt it in a room" open={props.open} onClose={props.onClose}>
      <p className="text-pretty">
        In a room you object to any cost, program or assumption, with the change that you would make, and
        others answer. It begins with the model as it is on this page; this page stays as it is.
      </p>
      <NewRoomForm submit="Open a room with this model" load={async () => store.read().draft} />
    </Dialog>
  );
}
