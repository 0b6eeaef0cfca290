"use client";

import { parseRational, printRational, subtract } from "@crux/core/exact";
import { useSyncExternalStore } from "react";
import { type Change, changesBetween } from "../../client/mine/changes.ts";
import type { Mine } from "../../client/mine/use-mine.tsx";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";

/** What is one's own, value by value, with the difference; each can be taken back, or all. */
export function MineChanges({ mine }: { readonly mine: Mine }) {
  const store = useWorkspaceStore();
  const read = () => mine.shared.read().draft;
  const shared = useSyncExternalStore(mine.shared.subscribe, read, read);
  const draft = useWorkspace((workspace) => workspace.draft);
  const changes = changesBetween(shared, draft);
  const others = mine.sharedName.toLowerCase();
  if (changes.length === 0)
    return (
      <p className="mt-1.5 text-soft text-xs">
        {draft === shared || mine.store === null
          ? `Change anything: only you see it. So far all is as in the ${others}.`
          : "No value differs. Only you see what you change here."}
      </p>
    );
  return (
    <div className="mt-2 rounded-xl border border-ink border-dashed bg-card px-4 py-3 text-sm">
      <div className="flex items-center justify-between gap-2">
        <h3 className="label">Mine, seen by nobody else</h3>
        <button type="button" className="button button-line min-h-7" onClick={() => mine.store?.discard()}>
          Discard all
        </button>
      </div>
      <table className="mt-1 w-full">
        <thead>
          <tr className="text-left text-soft text-xs">
            <th className="font-medium">value</th>
            <th className="px-2 text-right font-medium">{others}</th>
            <th className="px-2 text-right font-medium">mine</th>
            <th className="px-2 text-right font-medium">mine − {others}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.path.join("/")} className="align-top">
              <th scope="row" className="py-0.5 text-left font-normal [overflow-wrap:anywhere]">
                {change.name}
              </th>
              <td className="math px-2 text-right [overflow-wrap:anywhere]">{change.shared || "?"}</td>
              <td className="math px-2 text-right font-semibold [overflow-wrap:anywhere]">
                {change.mine || "?"}
              </td>
              <td className="math px-2 text-right">{difference(change)}</td>
              <td className="text-right">
                <button
                  type="button"
                  className="button min-h-6 px-1.5"
                  aria-label={`Discard: ${change.name}`}
                  onClick={() => store.edit(change.path, change.shared === "" ? undefined : change.shared)}
                >
                  ✕
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Mine minus theirs, exact; a dash where either is no number. */
function difference({ mine, shared }: Change): string {
  const [a, b] = [parseRational(mine), parseRational(shared)];
  if (a === undefined || b === undefined || a === null || b === null) return "–";
  const text = printRational(subtract(a, b));
  return text.startsWith("-") ? text.replace("-", "−") : `+${text}`;
}
