"use client";

import { useDrafts } from "../../client/debate/use-debate.tsx";
import { strongestCosts } from "../../client/strongest-costs.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { useRailRoom } from "./rail-room.tsx";

const AXES = { c: "complexity", t: "time" } as const;

/** What stands in the rail before anybody has said anything: the two costs that move the flip most, to begin with. */
export function Nothing() {
  const programs = useWorkspace((workspace) => workspace.view.model.programs);
  const drafts = useDrafts();
  const { speaks } = useRailRoom();
  const costs = strongestCosts(programs, 2);
  return (
    <div className="rounded-xl border border-rule border-dashed px-4 py-3">
      <p className="font-serif text-[1.0625rem]">Nobody doubts anything yet.</p>
      <p className="mt-0.5 text-sm text-soft">
        Click a term and choose <em>I doubt this</em>.
        {speaks && costs.length > 0 && " These two move the flip most:"}
      </p>
      {speaks && drafts !== null && (
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {costs.map(({ term, axis, label }) => (
            <li key={`${axis} ${term}`}>
              <button
                type="button"
                onClick={() => drafts.store.startDoubt({ kind: "cost", term, axis })}
                className="button button-line whitespace-normal text-left"
              >
                I doubt the {AXES[axis]} of {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
