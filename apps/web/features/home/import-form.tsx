"use client";

import { useState } from "react";
import { type ImportReport, importReport } from "../../client/import-report.ts";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import type { Problem } from "../../client/solve/view.ts";
import { startSolver } from "../../client/use-workspace.tsx";
import { FileOrText } from "../../ui/file-or-text.tsx";
import { ProblemList } from "../../ui/problem-list.tsx";
import { NewRoomForm } from "./new-room.tsx";

type Checked =
  | { readonly kind: "fine"; readonly scenario: ScenarioJson; readonly report: ImportReport }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** A file or pasted text, what is kept of it or wrong with it, and the room to open with it. */
export function ImportForm() {
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
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check(text);
        }}
        className="mt-5 space-y-3"
      >
        <FileOrText
          text={text}
          onText={(next) => {
            setText(next);
            setChecked(null);
          }}
          onFile={(source) => void check(source)}
          onRefused={(message, hint) =>
            setChecked({ kind: "wrong", problems: [{ place: "", message, hint }] })
          }
        />
        <button type="submit" className="button button-full h-10 px-4" disabled={text.trim() === ""}>
          Check it
        </button>
      </form>
      <div role="status" className="mt-4">
        {checked?.kind === "wrong" && (
          <ProblemList heading="This can't be read as a scenario." problems={checked.problems} />
        )}
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
