"use client";

import { mayEdit } from "@crux/room/client";
import { Redo2, Share2, Undo2 } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { later } from "../../client/later.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { lockSentence } from "../../client/session/meeting.ts";
import { useUndoKeys } from "../../client/use-undo-keys.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Segments } from "../../ui/segments.tsx";
import type { Theme } from "../../ui/theme.ts";
import type { LibraryEntry } from "../library/library-dialog.tsx";
import { ValueField } from "../model/value-field.tsx";
import { Avatars } from "./people.tsx";
import { RoomMenu } from "./room-menu.tsx";
import { saySaving } from "./say.ts";

const SharePanel = later(() => import("./share-panel.tsx").then((file) => file.SharePanel));

/** Edit: the shared model; view: the same without a slip of the hand. */
export type Mode = "edit" | "view";

/** The bar over a room: its name, whether all is saved, what this person is doing, who is here, how to share it. */
export function RoomBar(props: {
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly followed: string | null;
  readonly follow: (person: string | null) => void;
  readonly onCall: () => void;
  /** What stands in the middle where there is room for it: the meeting. */
  readonly middle: ReactNode;
}) {
  const [sharing, setSharing] = useState<"never" | "open" | "shut">("never");
  useUndoKeys();
  return (
    <header className="mx-auto flex min-h-12 max-w-[112rem] items-center gap-x-2 px-3 py-1.5 sm:px-6">
      <Link href="/" className="font-semibold font-serif text-xl tracking-tight">
        Crux
      </Link>
      <div className="mr-auto flex min-w-0 items-center gap-2.5 border-rule border-l pl-2.5 max-md:w-0 max-md:flex-1">
        <Title />
        <SavingNote />
      </div>
      {props.middle}
      <div className="max-md:hidden">
        <EditTools mode={props.mode} onMode={props.onMode} />
      </div>
      <Avatars followed={props.followed} follow={props.follow} />
      <button
        type="button"
        className="button button-full shrink-0 max-sm:px-2"
        onClick={() => setSharing("open")}
      >
        <Share2 size={15} aria-hidden /> <span className="max-sm:sr-only">Share</span>
      </button>
      <RoomMenu library={props.library} theme={props.theme} onCall={props.onCall} />
      {sharing !== "never" && <SharePanel open={sharing === "open"} onClose={() => setSharing("shut")} />}
    </header>
  );
}

/** Whether one edits or only looks, and one step back or forth. On a phone it stands over the model. */
export function EditTools(props: { readonly mode: Mode; readonly onMode: (mode: Mode) => void }) {
  const store = useWorkspaceStore();
  const canUndo = useWorkspace((workspace) => workspace.canUndo);
  const canRedo = useWorkspace((workspace) => workspace.canRedo);
  const canEdit = useRoomView((view) => view.canEdit);
  const closed = useRoomView((view) => view.closed);
  const lock = useRoomView((view) =>
    view.you && mayEdit(view.you.role) ? lockSentence(view, "edit") : null,
  );
  return (
    <div className="flex shrink-0 items-center gap-1 md:gap-1.5">
      <Segments
        label="What you do here"
        value={props.mode}
        onChange={props.onMode}
        options={[
          {
            value: "edit",
            text: "Edit",
            disabled: !canEdit,
            title: canEdit ? "Changes reach everybody" : (lock ?? whyNot(closed)),
          },
          { value: "view", text: "View", title: "Look without changing anything" },
        ]}
      />
      <span className="flex">
        <button type="button" className="button" aria-label="Undo" disabled={!canUndo} onClick={store.undo}>
          <Undo2 size={16} aria-hidden />
        </button>
        <button type="button" className="button" aria-label="Redo" disabled={!canRedo} onClick={store.redo}>
          <Redo2 size={16} aria-hidden />
        </button>
      </span>
    </div>
  );
}

const whyNot = (closed: boolean): string =>
  closed
    ? "The room is closed; a moderator can open it again"
    : "Debaters and moderators edit; a moderator can make you a debater";

function Title() {
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  const title = useWorkspace((workspace) => String(workspace.draft.title ?? ""));
  return (
    <h1 className="min-w-0 truncate font-medium">
      {canEdit ? (
        <ValueField path={["title"]} label="Name of the room" prose placeholder="Untitled room" />
      ) : (
        title || "Untitled room"
      )}
    </h1>
  );
}

function SavingNote() {
  const text = useRoomView((view) => saySaving(view.saving, view.connection));
  const online = useRoomView((view) => view.connection.kind === "online");
  return (
    <span
      role="status"
      data-testid="saving"
      data-quiet={text === "Saved"}
      data-short={text.length < 14}
      className="flex shrink-0 items-center gap-1.5 text-[0.8125rem] text-soft max-md:shrink max-md:truncate max-sm:data-[short=true]:shrink-0 max-sm:data-[quiet=true]:sr-only"
    >
      {!online && <span aria-hidden className="size-2 rounded-full bg-edge" />}
      {text}
    </span>
  );
}
