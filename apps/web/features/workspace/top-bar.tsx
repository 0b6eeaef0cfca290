"use client";

import { BookOpen, Download, MessagesSquare, Redo2, Undo2, Upload } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { later } from "../../client/later.tsx";
import { useUndoKeys } from "../../client/use-undo-keys.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import type { Theme } from "../../ui/theme.ts";
import { ThemeSwitch } from "../../ui/theme-switch.tsx";
import { ImportDialog } from "../library/import-dialog.tsx";
import { LibraryDialog, type LibraryEntry } from "../library/library-dialog.tsx";

const DebateDialog = later(() => import("./debate-dialog.tsx").then((file) => file.DebateDialog));
const ExportDialog = later(() => import("../export/export-dialog.tsx").then((file) => file.ExportDialog));

/** Name of the scenario, and what can be done with it as a whole. */
export function TopBar(props: { readonly library: readonly LibraryEntry[]; readonly theme: Theme }) {
  const store = useWorkspaceStore();
  const title = useWorkspace((workspace) => workspace.view.title);
  const canUndo = useWorkspace((workspace) => workspace.canUndo);
  const canRedo = useWorkspace((workspace) => workspace.canRedo);
  const [dialog, setDialog] = useState<"library" | "import" | "export" | "debate" | null>(null);
  useUndoKeys();
  const close = () => setDialog(null);
  return (
    <header className="mx-auto flex max-w-[112rem] items-center gap-x-1 px-3 py-1.5 sm:min-h-12 sm:px-6">
      <Link href="/" className="mr-2 font-semibold font-serif text-xl tracking-tight">
        Crux
      </Link>
      <h1 className="mr-auto min-w-0 truncate border-rule border-l pl-3 font-medium max-sm:sr-only">
        {title}
      </h1>
      <nav aria-label="Scenario" className="-mr-2 ml-auto flex shrink-0 items-center">
        <button
          type="button"
          className="button button-line mr-1"
          title="Opens a room with this model, in which people object to its parts"
          onClick={() => setDialog("debate")}
        >
          <MessagesSquare size={16} aria-hidden /> <span className="max-sm:sr-only">Doubt it in a room</span>
        </button>
        <button type="button" className="button" onClick={() => setDialog("library")}>
          <BookOpen size={16} aria-hidden /> <span className="max-sm:sr-only">Library</span>
        </button>
        <button type="button" className="button" onClick={() => setDialog("import")}>
          <Upload size={16} aria-hidden /> <span className="max-sm:sr-only">Import</span>
        </button>
        <button type="button" className="button" onClick={() => setDialog("export")}>
          <Download size={16} aria-hidden /> <span className="max-sm:sr-only">Export</span>
        </button>
        <span aria-hidden className="mx-1 h-5 w-px bg-rule max-sm:hidden" />
        <button type="button" className="button" aria-label="Undo" disabled={!canUndo} onClick={store.undo}>
          <Undo2 size={16} aria-hidden />
        </button>
        <button type="button" className="button" aria-label="Redo" disabled={!canRedo} onClick={store.redo}>
          <Redo2 size={16} aria-hidden />
        </button>
        <ThemeSwitch start={props.theme} />
      </nav>
      <LibraryDialog entries={props.library} open={dialog === "library"} onClose={close} />
      <ImportDialog open={dialog === "import"} onClose={close} />
      {dialog === "debate" && <DebateDialog open onClose={close} />}
      {dialog === "export" && <ExportDialog open onClose={close} />}
    </header>
  );
}
