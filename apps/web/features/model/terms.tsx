"use client";

import { memo, useState } from "react";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { entriesOf, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { AddRow } from "./add-row.tsx";
import { fieldText, rowKeys } from "./places.ts";
import { RowActions } from "./row-actions.tsx";
import { RowNotes, useNoteCount } from "./row-notes.tsx";
import { RowSigns } from "./row-signs.tsx";
import { ValueField } from "./value-field.tsx";

/** All terms of the model with both costs and what they mean, used by a program or not; drawn once it is opened. */
export function Terms() {
  const count = useWorkspace((workspace) => entriesOf(workspace.draft, "terms").length);
  const notes = useNoteCount("terms");
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-rule bg-card px-4 py-3"
    >
      <summary className="label w-fit">
        All terms ({count}){notes === "" ? "" : `, ${notes}`}
      </summary>
      {open && <TermList />}
    </details>
  );
}

function TermList() {
  const draft = useWorkspace((workspace) => workspace.draft);
  const terms = entriesOf(draft, "terms");
  const keys = rowKeys(terms);
  return (
    <>
      <ul className="mt-2 divide-y divide-rule">
        {terms.map((term, index) => {
          const id = fieldText(valueAt(term, ["id"]));
          const name = fieldText(valueAt(term, ["label"])) || id;
          return <TermRow key={keys[index]} id={id} name={name} index={index} />;
        })}
      </ul>
      <AddRow
        list="terms"
        label="Add a term"
        placeholder="a new term, e.g. keep a cache"
        fallback="term"
        rowOf={(text, id) => ({ id, label: text })}
      />
      <p className="mt-1.5 text-soft text-xs">
        A term counts once a program's cost names it, as in <code>c(keep_a_cache)</code>. An empty cost is
        unknown.
      </p>
    </>
  );
}

const TermRow = memo(function TermRow(props: {
  readonly id: string;
  readonly name: string;
  readonly index: number;
}) {
  const { id, name, index } = props;
  return (
    <li className="py-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 font-medium">
          <ValueField path={["terms", index, "label"]} label={`name of ${id}`} prose wide placeholder={id} />
        </span>
        <RowSigns list="terms" id={id} name={name} />
        <DoubtButton isSmall target={{ kind: "term", term: id }} name={`the term ${name}`} />
        <RowActions list="terms" id={id} name={name} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <code className="max-w-full break-all text-soft text-xs">{id}</code>
        {(["c", "t"] as const).map((axis) => (
          <span key={axis} className="math flex items-center gap-1">
            <span className="italic">{axis}</span> =
            <ValueField path={["terms", index, axis]} label={`${axis} of ${name}, in the list`} />
          </span>
        ))}
      </div>
      <div className="mt-0.5 text-sm text-soft">
        <ValueField
          path={["terms", index, "gloss"]}
          label={`meaning of ${name}`}
          prose
          wide
          placeholder="what it means"
        />
      </div>
      <RowNotes list="terms" id={id} />
    </li>
  );
});
