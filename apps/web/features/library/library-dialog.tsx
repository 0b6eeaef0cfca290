"use client";

import { useState } from "react";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** A built-in scenario, as the list shows it. */
export type LibraryEntry = { readonly name: string; readonly title: string; readonly summary: string };

/** The built-in scenarios to choose from. What was open comes back with undo. */
export function LibraryDialog(props: {
  readonly entries: readonly LibraryEntry[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const store = useWorkspaceStore();
  const [failed, setFailed] = useState("");
  const choose = async (name: string) => {
    const scenario = await fetchScenario(name);
    if (scenario === null) return setFailed(name);
    setFailed("");
    store.replace(scenario);
    props.onClose();
  };
  return (
    <Dialog title="Library" open={props.open} onClose={props.onClose}>
      <p className="mb-3 text-sm text-soft">Opening one replaces what is on the page; undo brings it back.</p>
      <p role="alert" className="text-alarm text-sm">
        {failed === "" ? "" : `${failed} did not arrive. Is the connection up? Try again.`}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {props.entries.map((entry) => (
          <li key={entry.name}>
            <button
              type="button"
              onClick={() => choose(entry.name)}
              className="flex h-full w-full flex-col rounded-lg border border-rule bg-paper px-4 py-3 text-left hover:border-edge"
            >
              <span className="block font-semibold">{entry.title}</span>
              <span className="mt-1 block text-sm text-soft">{entry.summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

async function fetchScenario(name: string): Promise<ScenarioJson | null> {
  try {
    const response = await fetch(`/api/scenarios/${encodeURIComponent(name)}`);
    return response.ok ? ((await response.json()) as ScenarioJson) : null;
  } catch {
    return null;
  }
}
