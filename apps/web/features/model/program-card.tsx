"use client";

import type { Chip, ProgramCard as Scene } from "@crux/present";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { TermChip } from "./term-chip.tsx";

/** A program: its colour and name, what it costs, and how it stands at the reader's `g`. */
export function ProgramCard({ card }: { readonly card: Scene }) {
  const row = useWorkspace((workspace) => workspace.here?.rows.find((one) => one.program === card.id));
  const wins = useWorkspace((workspace) => workspace.here?.winners.includes(card.id) ?? false);
  const ties = useWorkspace((workspace) => (workspace.here?.winners.length ?? 0) > 1);
  return (
    <article
      data-hue={card.style.hue}
      aria-label={card.style.name}
      className={`rounded-xl border bg-card px-4 py-3 ${wins ? "border-[var(--hue-ink)] shadow-[inset_3px_0_0_var(--hue-ink)]" : "border-rule"}`}
    >
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Swatch {...card.style} />
        <h3 className="font-semibold leading-tight" title={card.gloss ?? undefined}>
          {card.style.name}
        </h3>
        {card.label !== null && (
          <span className="rounded-full border border-rule px-2 text-[0.6875rem] text-soft leading-[1.15rem]">
            {card.label}
          </span>
        )}
        {row !== undefined && (
          <span className="ml-auto text-sm text-soft">
            {wins && (
              <strong className="mr-2 font-semibold text-[var(--hue-ink)]">{ties ? "ties" : "wins"}</strong>
            )}
            score <span className="math text-base text-ink">{row.score}</span>
          </span>
        )}
      </header>
      <dl className="mt-2.5 grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-2">
        {card.rows.map((cost) => (
          <div key={cost.heading} className="contents">
            <dt className="math pt-1 text-[1.0625rem] leading-6" title={cost.name}>
              <span className="italic" aria-hidden>
                {cost.heading}
              </span>
              <span className="sr-only">{cost.name}</span> =
            </dt>
            <dd className="flex flex-wrap items-center gap-x-1 gap-y-1.5">
              {cost.chips.map((chip, index) => (
                <span
                  key={`${chip.kind === "term" ? chip.term : chip.text} ${cost.chips.slice(0, index).filter((one) => sameChip(one, chip)).length}`}
                  className="flex max-w-full items-center gap-1"
                >
                  {(index > 0 || chip.sign < 0) && (
                    <span className="math text-soft">{chip.sign < 0 ? "−" : "+"}</span>
                  )}
                  <TermChip chip={chip} program={card.style.name} />
                </span>
              ))}
              <Total text={cost.heading === "c" ? row?.c : cost.heading === "t" ? row?.t : undefined} />
            </dd>
          </div>
        ))}
      </dl>
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
}

const sameChip = (a: Chip, b: Chip): boolean =>
  a.kind === "term" ? b.kind === "term" && a.term === b.term : b.kind === "formula" && a.text === b.text;

function Total({ text }: { readonly text: string | null | undefined }) {
  if (text === null || text === undefined) return null;
  return <span className="math ml-1 whitespace-nowrap text-soft">= {text}</span>;
}
