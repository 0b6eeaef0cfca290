"use client";

import { useState } from "react";
import { useRoomView } from "../../client/room/use-room.tsx";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { ImportDialog } from "../library/import-dialog.tsx";

const EXAMPLE = "speed-simplicity";

/** What stands in place of the strip while no program competes: how to begin, over a faint sample. */
export function EmptyRoom() {
  const store = useWorkspaceStore();
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  const isBroken = useRoomView((view) => view.rows.programs.length > 0);
  const joined = useRoomView((view) => view.you !== null);
  const [importing, setImporting] = useState(false);
  const [problem, setProblem] = useState("");
  const start = async () => {
    const scenario = await fetchExample();
    if (scenario === null) setProblem("The example did not arrive. Is the connection up? Try again.");
    else store.replace(scenario);
  };
  return (
    <section aria-label="Who wins at which g" className="py-2">
      <div aria-hidden className="flex h-12 overflow-hidden rounded-[10px] opacity-25">
        <span data-hue="blue" data-pattern="plain" className="swatch flex-[47]" />
        <span data-hue="vermilion" data-pattern="rising" className="swatch flex-[53]" />
      </div>
      {joined && (
        <>
          <p data-testid="sentence" className="mt-2 font-serif text-base sm:text-xl">
            {sentenceOf(isBroken, canEdit)}
          </p>
          {canEdit && !isBroken && (
            <div className="mt-2 flex flex-wrap gap-2">
              <button type="button" className="button button-full" onClick={start}>
                Start from the example
              </button>
              <button type="button" className="button button-line" onClick={() => setImporting(true)}>
                Import JSON
              </button>
            </div>
          )}
          <p role="alert" className="text-alarm text-sm empty:hidden">
            {problem}
          </p>
        </>
      )}
      <ImportDialog open={importing} onClose={() => setImporting(false)} />
    </section>
  );
}

function sentenceOf(isBroken: boolean, canEdit: boolean): string {
  if (isBroken)
    return canEdit
      ? "No program can be read as it stands: mend what is marked below, or undo."
      : "No program can be read as it stands. Whoever edits the model sees what to mend.";
  return canEdit ? "Add two programs to see a winner." : "No program competes here yet.";
}

async function fetchExample(): Promise<ScenarioJson | null> {
  try {
    const response = await fetch(`/api/scenarios/${EXAMPLE}`);
    return response.ok ? ((await response.json()) as ScenarioJson) : null;
  } catch {
    return null;
  }
}
