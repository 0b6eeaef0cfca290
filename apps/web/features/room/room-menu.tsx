"use client";

import { BookOpen, Download, EllipsisVertical, FileText, Megaphone, Upload } from "lucide-react";
import { useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Popover } from "../../ui/popover.tsx";
import { saveFile } from "../../ui/save-file.ts";
import type { Theme } from "../../ui/theme.ts";
import { ThemeSwitch } from "../../ui/theme-switch.tsx";
import { ImportDialog } from "../library/import-dialog.tsx";
import { LibraryDialog, type LibraryEntry } from "../library/library-dialog.tsx";

/** What is done with the room's scenario as a whole. */
export function RoomMenu(props: {
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
  readonly onCall: () => void;
}) {
  const { room } = useRoom();
  const draft = useWorkspace((workspace) => workspace.draft);
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  const mayCall = useRoomView((view) => view.you?.role === "moderator" || view.you?.role === "debater");
  const [dialog, setDialog] = useState<"library" | "import" | null>(null);
  const close = () => setDialog(null);
  const name = fileName(String(draft.title ?? ""));
  const saveMarkdown = async () => {
    const { scenario } = room.getSnapshot();
    const { scenarioMarkdown } = await import("../../client/markdown.ts");
    if (scenario !== null) saveFile(`${name}.md`, `${scenarioMarkdown(scenario)}\n`, "text/markdown");
  };
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
              {item("Bring people here", Megaphone, props.onCall, !mayCall)}
              <hr className="my-1 border-rule" />
              {item("Open from the library", BookOpen, () => setDialog("library"), !canEdit)}
              {item("Import JSON", Upload, () => setDialog("import"), !canEdit)}
              {item("Export JSON", Download, () =>
                saveFile(`${name}.json`, `${JSON.stringify(draft, null, 2)}\n`, "application/json"),
              )}
              {item("Export Markdown", FileText, () => void saveMarkdown())}
              <hr className="my-1 border-rule" />
              <div className="flex items-center justify-between pl-2.5 text-[0.8125rem]">
                Colours <ThemeSwitch start={props.theme} />
              </div>
            </>
          );
        }}
      </Popover>
      <LibraryDialog entries={props.library} open={dialog === "library"} onClose={close} />
      <ImportDialog open={dialog === "import"} onClose={close} />
    </>
  );
}

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "scenario";
