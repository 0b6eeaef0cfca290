"use client";

import { type ChangeEvent, useId, useState } from "react";
import { type ImportReport, importReport } from "../../client/import-report.ts";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import type { Problem } from "../../client/solve/view.ts";
import { startSolver } from "../../client/use-workspace.tsx";
import { NewRoomForm } from "./new-room.tsx";

type Checked =
  | { readonly kind: "fine"; readonly scenario: ScenarioJson; readonly report: ImportReport }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** A file or pasted text, what is kept of it or wrong with it, and the room to open with it. */
export function ImportForm() {
  const field = useId();
  const [text, setText] = useState("");
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = async (source: string) => {
    const solver = startSolver();
    const brought = await solver.bring(source);
    solver.close();
    if (brought === null) return;
    setChecked(
      brought.ok
        ? { kind: "fine", scenario: brought.scenario, report: importReport(brought.scenario) }
        : { kind: "wrong", problems: brought.problems },
    );
  };
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file === undefined) return;
    const source = await file.slice(0, 5_000_000).text();
    setText(source.slice(0, 200_000));
    await check(source);
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check(text);
        }}
        className="mt-5 space-y-3"
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
            onChange={(event) => {
              setText(event.target.value);
              setChecked(null);
            }}
            spellCheck={false}
            rows={9}
            className="field mt-1 block w-full font-mono text-xs leading-relaxed"
          />
        </div>
        <button type="submit" className="button button-full h-10 px-4" disabled={text.trim() === ""}>
          Check it
        </button>
      </form>
      <div role="status" className="mt-4">
        {checked?.kind === "wrong" && <Wrong problems={checked.problems} />}
        {checked?.kind === "fine" && <Kept report={checked.report} />}
      </div>
      {checked?.kind === "fine" && (
        <div className="mt-4 rounded-xl border border-rule bg-card px-5 py-4">
          <NewRoomForm submit="Open a room with it" load={async () => checked.scenario} />
        </div>
      )}
    </>
  );
}

function Wrong({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <div className="rounded-lg bg-alarm-well px-4 py-3 text-sm">
      <p className="font-semibold text-alarm">This can't be read as a scenario.</p>
      <ul className="mt-1 max-h-64 space-y-1 overflow-auto">
        {problems.map((one) => (
          <li key={`${one.place} ${one.message}`}>
            {one.place !== "" && <span className="figure mr-2 font-medium">{one.place}</span>}
            {one.message}
            {one.hint === "" ? "" : ` – ${one.hint}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Kept({ report }: { readonly report: ImportReport }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-lg bg-well px-4 py-3 text-sm">
      <dt className="font-semibold">Kept</dt>
      <dd>{report.kept.join(", ")}</dd>
      {report.strange.length > 0 && (
        <>
          <dt className="font-semibold">Kept, not understood</dt>
          <dd className="math">{report.strange.join(", ")}</dd>
        </>
      )}
      <dt className="font-semibold">Not kept</dt>
      <dd>nothing</dd>
    </dl>
  );
}
