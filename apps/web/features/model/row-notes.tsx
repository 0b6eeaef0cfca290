"use client";

import type { Note } from "@crux/core";
import { NotebookPen } from "lucide-react";
import type { RowList } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";

/** What is worth a second look in one row of the model, in small print; nothing where nothing is. */
export function RowNotes({ list, id }: { readonly list: RowList; readonly id: string }) {
  const all = useWorkspace((workspace) => workspace.view.notes);
  const notes = all.filter((note) => note.path[0] === list && note.id === id);
  if (notes.length === 0) return null;
  return (
    <ul aria-label={`Notes on ${id}`} className="mt-1 space-y-0.5 text-soft text-xs">
      {notes.map((note) => (
        <li key={`${note.kind} ${note.path.join("/")}`} className="flex items-start gap-1.5">
          <NotebookPen size={12} aria-hidden className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words">
            {whereOf(note)}
            {note.sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The field meant, where the sentence leaves it open. */
const whereOf = ({ kind, path }: Note): string =>
  kind === "units" && path[2] !== undefined ? `${String(path[2])}: ` : "";

/** How many notes there are on the rows of a list, in words; empty where there are none. */
export function useNoteCount(list: RowList): string {
  const count = useWorkspace(
    (workspace) => workspace.view.notes.filter(({ path }) => path[0] === list).length,
  );
  return count === 0 ? "" : count === 1 ? "1 note" : `${count} notes`;
}
