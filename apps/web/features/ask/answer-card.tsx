"use client";

import type { Table } from "@crux/present";
import { X } from "lucide-react";
import type { Exchange } from "../../client/solving.ts";
import { Steps } from "../../ui/steps.tsx";

/** A question with its answer: headline, sentences, derivation and table; and what the model said at that moment. */
export function AnswerCard(props: { readonly exchange: Exchange; readonly onForget: () => void }) {
  const { question, asked } = props.exchange;
  return (
    <article aria-label={question} className="rounded-xl border border-rule bg-card px-4 py-3">
      <header className="flex items-start justify-between gap-2">
        <h3 className="label pt-0.5">{question}</h3>
        <button
          type="button"
          aria-label={`Remove the answer to: ${question}`}
          onClick={props.onForget}
          className="-mr-1.5 grid size-6 shrink-0 place-items-center rounded text-soft hover:bg-well hover:text-ink"
        >
          <X size={14} aria-hidden />
        </button>
      </header>
      {asked === "waiting" && <p className="mt-1 text-soft">Working …</p>}
      {asked === "given up" && <p className="mt-1">Given up: the model changed before the answer came.</p>}
      {typeof asked === "object" && (
        <div className="mt-1 space-y-2">
          <p className="text-pretty font-serif text-[1.0625rem] leading-snug">{asked.card.headline}</p>
          {asked.card.details.map((line) => (
            <p key={line} className="text-sm">
              {line}
            </p>
          ))}
          {asked.card.derivation.length > 0 && (
            <div className="rounded-lg bg-paper px-3 py-2.5">
              <Steps lines={asked.card.derivation} />
            </div>
          )}
          {asked.card.table !== null && <AnswerTable table={asked.card.table} />}
          {asked.stamp !== "" && (
            <p className="border-rule border-t pt-1.5 text-soft text-xs">When asked: {asked.stamp}</p>
          )}
        </div>
      )}
    </article>
  );
}

function AnswerTable({ table }: { readonly table: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={table.title}>
      <table className="figure w-full text-sm">
        <caption className="label pb-1 text-left">{table.title}</caption>
        <thead>
          <tr className="border-rule border-b text-left text-soft text-xs">
            {table.columns.map((column) => (
              <th
                key={column.heading}
                scope="col"
                className={`py-1 pr-3 font-medium ${column.numeric ? "text-right" : ""}`}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join(" ")} className="border-rule border-b last:border-0">
              {row.map((cell, index) => (
                <td
                  key={table.columns[index]?.heading ?? ""}
                  className={`py-1 pr-3 align-top ${table.columns[index]?.numeric ? "math whitespace-nowrap text-right" : "[overflow-wrap:anywhere]"}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
