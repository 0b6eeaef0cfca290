"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { entriesOf, placeIn, type RowList } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import type { Use } from "../../client/uses.ts";
import { Dialog } from "../../ui/dialog.tsx";

/** Moves a row up and down, and deletes it; a row that formulas refer to only after asking. */
export function RowActions(props: { readonly list: RowList; readonly id: string; readonly name: string }) {
  const { list, id, name } = props;
  const store = useWorkspaceStore();
  const index = useWorkspace((workspace) => Number(placeIn(workspace.draft, list, id)?.[1] ?? -1));
  const count = useWorkspace((workspace) => entriesOf(workspace.draft, list).length);
  const isLocked = useWorkspace((workspace) => workspace.locked[`${list}/${index}`] !== undefined);
  const canEdit = useWorkspace((workspace) => workspace.canEdit) && !isLocked;
  const [uses, setUses] = useState<readonly Use[]>([]);
  if (!canEdit || index < 0) return null;
  return (
    <span className="flex shrink-0 items-center">
      <button
        type="button"
        className="button px-1.5"
        aria-label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => store.move(list, index, index < 2 ? null : index - 2)}
      >
        <ArrowUp size={14} aria-hidden />
      </button>
      <button
        type="button"
        className="button px-1.5"
        aria-label={`Move ${name} down`}
        disabled={index === count - 1}
        onClick={() => store.move(list, index, index + 1)}
      >
        <ArrowDown size={14} aria-hidden />
      </button>
      <button
        type="button"
        className="button px-1.5"
        aria-label={`Delete ${name}`}
        onClick={() => setUses(store.remove(list, index))}
      >
        <Trash2 size={14} aria-hidden />
      </button>
      <Dialog title={`Delete ${name}?`} open={uses.length > 0} onClose={() => setUses([])}>
        <p>These formulas refer to it, and would not be readable without it:</p>
        <ul className="mt-2 list-disc pl-5">
          {uses.map((use) => (
            <li key={`${use.list} ${use.id} ${use.field}`}>
              <span className="math italic">{use.field}</span> of <strong>{use.id || use.list}</strong>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-soft">
          Their last valid versions can't hold without it either; undo brings everything back.
        </p>
        <div className="mt-4 flex justify-end gap-2">
          <button type="button" className="button button-line" onClick={() => setUses([])}>
            Keep it
          </button>
          <button
            type="button"
            className="button button-full"
            onClick={() => {
              store.remove(list, index, "anyway");
              setUses([]);
            }}
          >
            Delete it anyway
          </button>
        </div>
      </Dialog>
    </span>
  );
}
