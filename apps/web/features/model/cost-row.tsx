"use client";

import type { Chip } from "@crux/present";
import { useState } from "react";
import { placeIn } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { issueAt } from "./places.ts";
import { TermChip } from "./term-chip.tsx";
import { ValueField } from "./value-field.tsx";

/** One cost of a program: its summands as chips, or, after a click on its letter, the whole formula to type. */
export function CostRow(props: {
  readonly program: string;
  readonly programName: string;
  readonly axis: "c" | "t" | "score";
  readonly name: string;
  readonly chips: readonly Chip[];
  readonly total: string | null;
}) {
  const { axis, name, chips, programName } = props;
  const [asText, setAsText] = useState(false);
  const index = useWorkspace((workspace) => placeIn(workspace.draft, "programs", props.program)?.[1] ?? null);
  const path = index === null ? null : ["programs", index, axis];
  const wrong = useWorkspace((workspace) => path !== null && issueAt(workspace.issues, path) !== undefined);
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-1.5">
      <button
        type="button"
        aria-expanded={asText}
        title={`${name}: edit as one formula`}
        onClick={() => setAsText(!asText)}
        className="math -ml-1 h-7 self-start whitespace-nowrap rounded px-1 text-[1.0625rem] hover:bg-well"
      >
        <span className="italic">{axis}</span> =
        <span className="sr-only">
          {name} of {programName}, edit as one formula
        </span>
      </button>
      {path !== null && (asText || wrong) ? (
        <ValueField path={path} label={`formula for the ${name} of ${programName}`} wide />
      ) : (
        <div className="flex flex-wrap items-center gap-x-1 gap-y-1.5">
          {chips.map((chip, at) => (
            <span key={chipKey(chips, at)} className="flex max-w-full items-center gap-1">
              {(at > 0 || chip.sign < 0) && (
                <span className="math text-soft">{chip.sign < 0 ? "−" : "+"}</span>
              )}
              <TermChip chip={chip} program={programName} programId={props.program} axis={axis} />
            </span>
          ))}
          {props.total !== null && (
            <span className="math ml-1 whitespace-nowrap text-soft">
              {props.total.startsWith("≈") ? props.total : `= ${props.total}`}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

const textOf = (chip: Chip): string => (chip.kind === "term" ? chip.term : chip.text);

/** A key that stays with a summand when others come and go: its text, and which of the equal ones it is. */
const chipKey = (chips: readonly Chip[], at: number): string => {
  const text = chips[at] === undefined ? "" : textOf(chips[at]);
  return `${text} ${chips.slice(0, at).filter((one) => textOf(one) === text).length}`;
};
