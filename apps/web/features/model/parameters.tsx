"use client";

import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { placeIn } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { AddRow } from "./add-row.tsx";
import { RowActions } from "./row-actions.tsx";
import { RowNotes } from "./row-notes.tsx";
import { RowSigns } from "./row-signs.tsx";
import { PullBar } from "./term-chip.tsx";
import { ValueField } from "./value-field.tsx";

/** The parameters of the scenario with their values. */
export function Parameters() {
  const parameters = useWorkspace((workspace) => workspace.view.model.parameters);
  const draft = useWorkspace((workspace) => workspace.draft);
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  if (parameters.length === 0 && !canEdit) return null;
  return (
    <div className="rounded-xl border border-rule bg-card px-4 py-3">
      <h3 className="label mb-2">Parameters</h3>
      <ul className="space-y-2">
        {parameters.map((one) => {
          const place = placeIn(draft, "parameters", one.id);
          return (
            <li key={one.id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
              <span className="chip" data-still={one.pull.kind === "none"}>
                <span className="math italic">{one.id}</span>
                <span className="math">=</span>
                {place !== null && <ValueField path={[...place, "value"]} label={`value of ${one.label}`} />}
                {one.unit !== null && <span className="text-soft text-xs">{one.unit}</span>}
                <PullBar pull={one.pull} />
                <RowSigns list="parameters" id={one.id} name={one.label} />
              </span>
              <span className="text-sm text-soft">
                {one.gloss ?? one.label} <span className="math whitespace-nowrap">({one.domain})</span>
              </span>
              <span className="ml-auto flex items-center">
                <DoubtButton
                  isSmall
                  target={{ kind: "scenario" }}
                  start={{
                    doubt: "undermine",
                    changes: [{ kind: "parameter", parameter: one.id, to: "" }],
                  }}
                  name={`the value of ${one.label}`}
                />
                <RowActions list="parameters" id={one.id} name={one.label} />
              </span>
              <div className="w-full empty:hidden">
                <RowNotes list="parameters" id={one.id} />
              </div>
            </li>
          );
        })}
      </ul>
      <AddRow
        list="parameters"
        label="Add a parameter"
        placeholder="a new parameter, e.g. overlap"
        fallback="p"
        rowOf={(text, id) => ({ id, label: text, value: "1" })}
      />
    </div>
  );
}
