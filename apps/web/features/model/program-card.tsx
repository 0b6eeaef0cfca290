"use client";

import type { ProgramCard as Scene } from "@crux/present";
import { memo } from "react";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { CostRow } from "./cost-row.tsx";
import { ProgramDetails } from "./program-details.tsx";
import { RowNotes } from "./row-notes.tsx";

/** A program: its colour and name, what it costs, and how it stands at the reader's `g`. */
export const ProgramCard = memo(function ProgramCard({ card }: { readonly card: Scene }) {
  const row = useWorkspace((workspace) => workspace.here?.rows.find((one) => one.program === card.id));
  const winners = useWorkspace((workspace) => workspace.here?.winners);
  const wins = winners?.includes(card.id) ?? false;
  const totals = { c: row?.c ?? null, t: row?.t ?? null, score: null };
  return (
    <article
      data-hue={card.style.hue}
      aria-label={card.style.name}
      className={`rounded-xl border bg-card px-4 py-3 ${wins ? "border-[var(--hue-ink)] shadow-[inset_3px_0_0_var(--hue-ink)]" : "border-rule"}`}
    >
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Swatch hue={card.style.hue} pattern={card.style.pattern} />
        <h3 className="font-semibold leading-tight" title={card.gloss ?? undefined}>
          {card.style.name}
        </h3>
        {card.label !== null && (
          <span className="rounded-full border border-rule px-2 text-[0.6875rem] text-soft leading-[1.15rem]">
            {card.label}
          </span>
        )}
        <ProgramDetails id={card.id} name={card.style.name} />
        <DoubtButton
          isSmall
          target={{ kind: "program", program: card.id }}
          name={`the program ${card.style.name}`}
        />
        {row !== undefined && (
          <span className="ml-auto text-sm text-soft">
            {wins && (
              <strong className="mr-2 font-semibold text-[var(--hue-ink)]">
                {winners?.length === 1 ? "wins" : "ties"}
              </strong>
            )}
            score <span className="math text-base text-ink">{row.score}</span>
          </span>
        )}
      </header>
      <div className="mt-2.5 space-y-2">
        {card.rows.map((cost) => (
          <CostRow
            key={cost.heading}
            program={card.id}
            programName={card.style.name}
            axis={cost.heading}
            name={cost.name}
            chips={cost.chips}
            total={totals[cost.heading]}
          />
        ))}
      </div>
      <RowNotes list="programs" id={card.id} />
      {card.never !== "" && <p className="mt-2 text-sm text-soft">{card.never}</p>}
      {card.pseudocode !== null && (
        <details className="mt-2 text-sm">
          <summary className="w-fit text-soft hover:text-ink">Pseudocode</summary>
          <pre className="mt-1 whitespace-pre-wrap break-words rounded-md bg-well p-2.5 font-mono text-xs leading-relaxed">
            {card.pseudocode}
          </pre>
        </details>
      )}
    </article>
  );
});
