"use client";

import { placeIn } from "../../client/scenario-json.ts";
import { strongestCosts, type TermChip } from "../../client/strongest-costs.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";

/** The next step for someone who has looked: the costs that move the flip most, each a way to its field. */
export function Doubts() {
  const programs = useWorkspace((workspace) => workspace.view.model.programs);
  const draft = useWorkspace((workspace) => workspace.draft);
  const costs = strongestCosts(programs, 3);
  if (costs.length === 0) return null;
  const go = (chip: TermChip) => {
    const place = placeIn(draft, "terms", chip.term);
    if (place === null) return;
    const field = document.querySelector<HTMLElement>(`[data-field="${[...place, chip.axis].join("/")}"]`);
    field?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  };
  return (
    <div className="rounded-xl border border-rule bg-card px-4 py-3">
      <h2 className="font-serif text-[1.0625rem]">Which of these do you doubt?</h2>
      <p className="mt-0.5 text-sm text-soft">They move the flip most. Change one and see.</p>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {costs.map((chip) => (
          <li key={`${chip.axis} ${chip.term}`}>
            <button
              type="button"
              title={chip.pull.title}
              onClick={() => go(chip)}
              className="button button-line whitespace-normal text-left"
            >
              {chip.label}
              <span className="math text-soft italic">{chip.axis}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
