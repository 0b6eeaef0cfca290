"use client";

import { useWorkspace } from "../../client/use-workspace.tsx";
import { AddRow } from "./add-row.tsx";
import { Assumptions } from "./assumptions.tsx";
import { ExchangeField } from "./exchange-field.tsx";
import { LeftOut } from "./left-out.tsx";
import { MineSwitch } from "./mine-switch.tsx";
import { Parameters } from "./parameters.tsx";
import { placeName } from "./places.ts";
import { ProgramCard } from "./program-card.tsx";
import { Terms } from "./terms.tsx";

/** The model: programs with their costs, the price of complexity, parameters and assumptions, all editable. */
export function ModelPanel() {
  const programs = useWorkspace((workspace) => workspace.view.model.programs);
  return (
    <section aria-labelledby="model-heading" className="flex flex-col gap-3">
      <h2 id="model-heading" className="sr-only">
        Model
      </h2>
      <MineSwitch />
      <Issues />
      {programs.map((card) => (
        <ProgramCard key={card.id} card={card} />
      ))}
      <LeftOut />
      <AddRow
        list="programs"
        label="Add a program"
        placeholder="a new program, e.g. Hybrid"
        fallback="program"
        rowOf={(text, id) => ({ id, name: text, c: "", t: "" })}
      />
      <Terms />
      <ExchangeField />
      <Parameters />
      <Assumptions />
    </section>
  );
}

/** What is wrong with the draft, while the strip stays at the last valid model. */
function Issues() {
  const issues = useWorkspace((workspace) => workspace.issues);
  const draft = useWorkspace((workspace) => workspace.draft);
  return (
    <div role="status" className={issues.length === 0 ? "sr-only" : ""}>
      {issues.length > 0 && (
        <div className="rounded-xl bg-alarm-well px-4 py-3 text-sm">
          <p className="font-semibold text-alarm">The picture shows the last valid model.</p>
          <ul className="mt-1 space-y-1">
            {issues.slice(0, 6).map((issue) => (
              <li key={`${issue.path.join("/")} ${issue.message}`}>
                <span className="math text-soft">{placeName(draft, issue.path)}</span> {issue.message}
                {issue.hint === "" ? "" : ` – ${issue.hint}`}
              </li>
            ))}
            {issues.length > 6 && <li>and {issues.length - 6} more</li>}
          </ul>
        </div>
      )}
    </div>
  );
}
