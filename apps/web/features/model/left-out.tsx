"use client";

import { entriesOf, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { fieldText, rowKeys } from "./places.ts";
import { RowActions } from "./row-actions.tsx";
import { ValueField } from "./value-field.tsx";

/** Programs of the draft that do not compete, since a cost of theirs is missing or can't be read. */
export function LeftOut() {
  const draft = useWorkspace((workspace) => workspace.draft);
  const competing = useWorkspace((workspace) => workspace.view.model.programs);
  const known = new Set(competing.map((one) => one.id));
  const programs = entriesOf(draft, "programs");
  const keys = rowKeys(programs);
  return programs.map((program, index) => {
    const id = fieldText(valueAt(program, ["id"]));
    if (known.has(id)) return null;
    const name = fieldText(valueAt(program, ["name"])) || id;
    return (
      <article
        key={keys[index]}
        aria-label={name}
        className="rounded-xl border border-edge border-dashed bg-card px-4 py-3"
      >
        <header className="flex items-center gap-2">
          <h3 className="min-w-0 flex-1 font-semibold">
            <ValueField
              path={["programs", index, "name"]}
              label={`name of ${id}`}
              prose
              wide
              placeholder={id}
            />
          </h3>
          <RowActions list="programs" id={id} name={name} />
        </header>
        <p className="text-sm text-soft">Takes part once both costs can be read, e.g. c(a_term) + 2.</p>
        {(["c", "t"] as const).map((axis) => (
          <div key={axis} className="math mt-1.5 flex items-start gap-1.5">
            <span className="shrink-0 whitespace-nowrap pt-0.5">
              <span className="italic">{axis}</span> =
            </span>
            <ValueField
              path={["programs", index, axis]}
              label={`formula for the ${axis === "c" ? "complexity" : "time"} of ${name}`}
              wide
              placeholder="a formula"
            />
          </div>
        ))}
      </article>
    );
  });
}
