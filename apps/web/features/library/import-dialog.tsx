"use client";

import { type ChangeEvent, useId, useState } from "react";
import type { Problem } from "../../client/solve/view.ts";
import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** Files larger than this are not even looked at. */
const LIMIT = 5_000_000;

/** A scenario from a file or pasted. A bad one leaves the page as it is and lists every mistake with its place. */
export function ImportDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const store = useWorkspaceStore();
  const field = useId();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const bring = async (source: string) => {
    const found = await store.bring(source);
    setProblems(found);
    if (found.length > 0) return;
    setText("");
    props.onClose();
  };
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file === undefined) return;
    if (file.size > LIMIT)
      return setProblems([{ place: "", message: "the file is larger than 5 MB", hint: "" }]);
    const source = await file.text();
    setText(source.slice(0, 200_000));
    await bring(source);
  };
  return (
    <Dialog title="Import a scenario" open={props.open} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void bring(text);
        }}
        className="space-y-3"
      >
        <label className="button button-line cursor-pointer focus-within:outline-2 focus-within:outline-ink">
          Choose a file
          <input type="file" accept=".json,application/json" onChange={pick} className="sr-only" />
        </label>
        <div>
          <label htmlFor={field} className="label">
            or paste its JSON
          </label>
          <textarea
            id={field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            spellCheck={false}
            rows={9}
            className="field mt-1 block w-full font-mono text-xs leading-relaxed"
          />
        </div>
        <div role="alert">
          {problems.length > 0 && (
            <div className="rounded-lg bg-alarm-well px-4 py-3 text-sm">
              <p className="font-semibold text-alarm">Not imported; nothing on the page has changed.</p>
              <ul className="mt-1 max-h-48 space-y-1 overflow-auto">
                {problems.map((one) => (
                  <li key={`${one.place} ${one.message}`}>
                    {one.place !== "" && <span className="figure mr-2 font-medium">{one.place}</span>}
                    {one.message}
                    {one.hint === "" ? "" : ` – ${one.hint}`}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <div className="flex justify-end gap-2">
          <button type="button" className="button button-line" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-full" disabled={text.trim() === ""}>
            Import
          </button>
        </div>
      </form>
    </Dialog>
  );
}
