"use client";

import type { Chip, Pull } from "@crux/present";
import { memo } from "react";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { placeIn } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { DoubtCount } from "./doubt-count.tsx";
import { RowSigns } from "./row-signs.tsx";
import { ValueField } from "./value-field.tsx";

/** One summand of a cost: a term with its value and how hard it pulls on the flip, or a formula. */
export const TermChip = memo(function TermChip(props: {
  readonly chip: Chip;
  /** The program's name, its id, and which of its costs this is. */
  readonly program: string;
  readonly programId: string;
  readonly axis: "c" | "t" | "score";
}) {
  const { chip, program, programId, axis } = props;
  if (chip.kind === "formula")
    return (
      <span className="chip">
        <span className="math break-all">{chip.text}</span>
        {axis !== "score" && (
          <DoubtButton
            isSmall
            target={{ kind: "summand", program: programId, axis, of: chip.text }}
            name={`${chip.text} in the ${AXES[axis]} of ${program}`}
          />
        )}
      </span>
    );
  return <Term chip={chip} program={program} />;
});

const AXES = { c: "complexity", t: "time" } as const;

function Term({
  chip,
  program,
}: {
  readonly chip: Extract<Chip, { kind: "term" }>;
  readonly program: string;
}) {
  const place = useWorkspace((workspace) => placeIn(workspace.draft, "terms", chip.term)?.join("/") ?? null);
  const cancels = chip.pull.kind === "none" && chip.pull.cancels;
  const [list, index] = place?.split("/") ?? [];
  return (
    <span className="chip" data-still={chip.pull.kind === "none"} title={chip.gloss ?? undefined}>
      <span className="chip-name">{chip.label}</span>
      {list !== undefined && (
        <ValueField
          path={[list, Number(index), chip.axis]}
          label={`${AXES[chip.axis]} of ${chip.label}, in ${program}`}
        />
      )}
      {cancels ? (
        <span className="text-[0.6875rem] text-soft italic" title={chip.pull.title}>
          cancels
        </span>
      ) : (
        <PullBar pull={chip.pull} />
      )}
      <RowSigns list="terms" id={chip.term} name={chip.label} />
      <DoubtCount term={chip.term} axis={chip.axis} name={chip.label} />
      <DoubtButton
        isSmall
        target={{ kind: "cost", term: chip.term, axis: chip.axis }}
        name={`the ${AXES[chip.axis]} of ${chip.label}, in ${program}`}
      />
    </span>
  );
}

/** A tiny bar: to the right where more of the cost raises the flip, to the left where it lowers it. */
export function PullBar({ pull }: { readonly pull: Pull }) {
  if (pull.kind !== "moves") return pull.title === "" ? null : <span className="sr-only">{pull.title}</span>;
  const size = Math.max(8, Math.abs(pull.share) * 50);
  return (
    <span title={pull.title} className="relative h-1 w-6 shrink-0 rounded-full bg-rule">
      <span className="sr-only">{pull.title}</span>
      <span
        aria-hidden
        className="absolute inset-y-0 rounded-full bg-ink"
        style={pull.share > 0 ? { left: "50%", width: `${size}%` } : { right: "50%", width: `${size}%` }}
      />
      <span aria-hidden className="absolute -inset-y-[3px] left-1/2 w-px bg-edge" />
    </span>
  );
}
