"use client";

import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { placeIn } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { AddRow } from "./add-row.tsx";
import { RowActions } from "./row-actions.tsx";
import { RowNotes } from "./row-notes.tsx";
import { ValueField } from "./value-field.tsx";

const STATUSES = { held: "held", disputed: "disputed", dropped: "dropped" } as const;

/** The assumptions that a proof may use, each to be held, disputed or dropped. */
export function Assumptions() {
  const assumptions = useWorkspace((workspace) => workspace.view.model.assumptions);
  const draft = useWorkspace((workspace) => workspace.draft);
  const store = useWorkspaceStore();
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  if (assumptions.length === 0 && !canEdit) return null;
  return (
    <div className="rounded-xl border border-rule bg-card px-4 py-3">
      <h3 className="label mb-2">Assumptions</h3>
      <ul className="space-y-2.5">
        {assumptions.map((one) => {
          const place = placeIn(draft, "assumptions", one.id);
          if (place === null) return null;
          return (
            <li key={one.id}>
              <div className="flex items-start justify-between gap-2">
                <ValueField path={[...place, "statement"]} label={`statement of ${one.id}`} wide />
                <select
                  aria-label={`status of ${one.id}`}
                  value={one.status}
                  disabled={!canEdit}
                  onChange={(event) => store.edit([...place, "status"], event.target.value)}
                  className="shrink-0 rounded border border-rule bg-card px-1 py-0.5 text-[0.8125rem]"
                >
                  {Object.entries(STATUSES).map(([value, word]) => (
                    <option key={value} value={value}>
                      {word}
                    </option>
                  ))}
                </select>
                <DoubtButton
                  isSmall
                  target={{ kind: "assumption", assumption: one.id }}
                  name={`the assumption ${one.statement}`}
                />
                <RowActions list="assumptions" id={one.id} name={one.statement} />
              </div>
              {one.gloss !== null && <p className="mt-0.5 text-sm text-soft">{one.gloss}</p>}
              <RowNotes list="assumptions" id={one.id} />
            </li>
          );
        })}
      </ul>
      <AddRow
        list="assumptions"
        label="Add an assumption"
        placeholder="e.g. c(a) < c(b)"
        fallback="a"
        rowOf={(text, id) => ({ id: id.length > 12 ? id.slice(0, 12) : id, statement: text, status: "held" })}
      />
    </div>
  );
}
