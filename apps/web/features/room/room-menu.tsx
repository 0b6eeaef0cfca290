"use client";

import {
  BookOpen,
  Download,
  EllipsisVertical,
  FileText,
  History,
  Megaphone,
  Projector,
  Rows3,
  Upload,
} from "lucide-react";
import { useState } from "react";
import { later } from "../../client/later.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Popover } from "../../ui/popover.tsx";
import type { Theme } from "../../ui/theme.ts";
import { ThemeSwitch } from "../../ui/theme-switch.tsx";
import type { LibraryEntry } from "../library/library-dialog.tsx";

const LibraryDialog = later(() => import("../library/library-dialog.tsx").then((file) => file.LibraryDialog));
const ImportDialog = later(() => import("../library/import-dialog.tsx").then((file) => file.ImportDialog));
const ExportDialog = later(() => import("../export/export-dialog.tsx").then((file) => file.ExportDialog));

const Wall = later(() => import("./wall.tsx").then((file) => file.Wall));
const HistoryDialog = later(() => import("../history/history-dialog.tsx").then((file) => file.HistoryDialog));

/** What is done with the room's scenario as a whole. */
export function RoomMenu(props: {
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
  readonly onCall: () => void;
}) {
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  const mayCall = useRoomView((view) => view.you?.role === "moderator" || view.you?.role === "debater");
  const { room } = useRoom();
  const code = useRoomView((view) => (view.code.hidden ? null : view.code.value)) ?? room.id;
  const [dialog, setDialog] = useState<"library" | "import" | "export" | "history" | "wall" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Popover label="More" button={<EllipsisVertical size={16} aria-hidden />}>
        {(shut) => {
          const item = (text: string, Icon: typeof BookOpen, run: () => void, disabled = false) => (
            <button
              key={text}
              type="button"
              disabled={disabled}
              onClick={() => {
                shut();
                run();
              }}
              className="button w-full justify-start"
            >
              <Icon size={16} aria-hidden /> {text}
            </button>
          );
          return (
            <>
              {item("Everybody's strips", Rows3, () => setDialog("wall"))}
              {item("Bring people here", Megaphone, props.onCall, !mayCall)}
              <a
                href={`/r/${code}/screen`}
                target="_blank"
                rel="noreferrer"
                className="button w-full justify-start"
                onClick={() => shut()}
              >
                <Projector size={16} aria-hidden /> Open the big screen
              </a>
              <a
                href={`/r/${code}/report`}
                target="_blank"
                rel="noreferrer"
                className="button w-full justify-start"
                onClick={() => shut()}
              >
                <FileText size={16} aria-hidden /> Report
              </a>
              {item("History", History, () => setDialog("history"))}
              <hr className="my-1 border-rule" />
              {item("Open from the library", BookOpen, () => setDialog("library"), !canEdit)}
              {item("Import JSON", Upload, () => setDialog("import"), !canEdit)}
              {item("Export", Download, () => setDialog("export"))}
              <hr className="my-1 border-rule" />
              <div className="flex items-center justify-between pl-2.5 text-[0.8125rem]">
                Colours <ThemeSwitch start={props.theme} />
              </div>
            </>
          );
        }}
      </Popover>
      {dialog === "library" && <LibraryDialog entries={props.library} open onClose={close} />}
      {dialog === "import" && <ImportDialog open onClose={close} />}
      {dialog === "wall" && <Wall onClose={close} />}
      {dialog === "history" && <HistoryDialog onClose={close} />}
      {dialog === "export" && <ExportDialog open onClose={close} />}
    </>
  );
}
