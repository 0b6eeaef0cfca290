"use client";

import { chooseG } from "../../client/choose-g.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Steps } from "../../ui/steps.tsx";
import { LinesChart } from "./lines-chart.tsx";

/** The chart of score lines, or the list of cases where costs are unknown. */
export function LinesPanel() {
  const store = useWorkspaceStore();
  const chart = useWorkspace((workspace) => workspace.view.chart);
  const cases = useWorkspace((workspace) => workspace.view.cases);
  const derivation = useWorkspace((workspace) => workspace.view.derivation);
  const here = useWorkspace((workspace) => workspace.here);
  const g = useWorkspace((workspace) => workspace.g);
  return (
    <section aria-labelledby="lines-heading" className="rounded-xl border border-rule bg-card px-4 pt-3 pb-4">
      <h2 id="lines-heading" className="label mb-2">
        {cases === null ? "Lines" : "Cases"}
      </h2>
      {chart !== null && (
        <LinesChart
          chart={chart}
          here={here}
          g={g}
          choose={(position) => {
            const marks = store.read().view.strip?.ticks.map((tick) => tick.exact) ?? [];
            store.setG(chooseG({ axis: chart.axis, marks }, position));
          }}
        />
      )}
      {derivation.length > 0 && (
        <details open className="mt-4 border-rule border-t pt-3">
          <summary className="label w-fit">Why it flips there</summary>
          <div className="mt-2">
            <Steps lines={derivation.filter((line) => line.kind !== "score")} />
          </div>
        </details>
      )}
      {cases !== null && (
        <ul className="space-y-2">
          {cases.details.map((line) => (
            <li key={line} className="rounded-lg bg-paper px-3 py-2">
              {line}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
