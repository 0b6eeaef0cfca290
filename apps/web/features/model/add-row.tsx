"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { freshId } from "../../client/fresh-id.ts";
import type { RowList, ScenarioJson } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";

/** A field and a button that add a row to a list; `rowOf` makes the row from the text and an id that is free. */
export function AddRow(props: {
  readonly list: RowList;
  readonly label: string;
  readonly placeholder: string;
  readonly fallback: string;
  readonly rowOf: (text: string, id: string) => ScenarioJson;
}) {
  const store = useWorkspaceStore();
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  const [text, setText] = useState("");
  if (!canEdit) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim();
    if (typed === "") return;
    store.add(props.list, props.rowOf(typed, freshId(store.read().draft, typed, props.fallback)), null);
    setText("");
  };
  return (
    <form onSubmit={submit} className="mt-2 flex items-center gap-1.5">
      <input
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={props.label}
        placeholder={props.placeholder}
        maxLength={200}
        autoComplete="off"
        className="field min-w-0 flex-1 text-sm"
      />
      <button
        type="submit"
        className="button button-line"
        aria-label={props.label}
        disabled={text.trim() === ""}
      >
        <Plus size={15} aria-hidden /> Add
      </button>
    </form>
  );
}
