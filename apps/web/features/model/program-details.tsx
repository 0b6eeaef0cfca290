"use client";

import { Pencil } from "lucide-react";
import { placeIn, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Popover } from "../../ui/popover.tsx";
import { RowActions } from "./row-actions.tsx";
import { ValueField } from "./value-field.tsx";

/** What a program is called, whether it deceives, what it means, where it stands, and its end. */
export function ProgramDetails({ id, name }: { readonly id: string; readonly name: string }) {
  const store = useWorkspaceStore();
  const index = useWorkspace((workspace) => Number(placeIn(workspace.draft, "programs", id)?.[1] ?? -1));
  const deceptive = useWorkspace((workspace) => valueAt(workspace.draft, ["programs", index, "deceptive"]));
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  if (!canEdit || index < 0) return null;
  const path = ["programs", index];
  return (
    <Popover
      label={`Change ${name}`}
      button={<Pencil size={13} aria-hidden />}
      className="button min-h-6 px-1.5"
    >
      {() => (
        <div className="w-72 space-y-2.5 p-2">
          <div>
            <p className="label">Name</p>
            <ValueField path={[...path, "name"]} label={`name of ${id}`} prose wide placeholder={id} />
          </div>
          <label className="block">
            <span className="label">Kind</span>
            <select
              value={deceptive === true ? "deceptive" : deceptive === false ? "honest" : ""}
              onChange={(event) =>
                store.edit(
                  [...path, "deceptive"],
                  event.target.value === "" ? undefined : event.target.value === "deceptive",
                )
              }
              className="field block w-full py-0"
            >
              <option value="">not said</option>
              <option value="honest">honest</option>
              <option value="deceptive">deceptive</option>
            </select>
          </label>
          <div>
            <p className="label">Meaning</p>
            <ValueField
              path={[...path, "gloss"]}
              label={`meaning of ${name}`}
              prose
              wide
              placeholder="what it means"
            />
          </div>
          <div className="flex items-center justify-between border-rule border-t pt-2">
            <code className="truncate text-soft text-xs">{id}</code>
            <RowActions list="programs" id={id} name={name} />
          </div>
        </div>
      )}
    </Popover>
  );
}
