"use client";

import { useState } from "react";
import { importReport } from "../../client/import-report.ts";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import type { Problem } from "../../client/solve/view.ts";
import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FileOrText } from "../../ui/file-or-text.tsx";
import { ProblemList } from "../../ui/problem-list.tsx";

/** A scenario from a file or pasted. A bad one leaves the page as it is and lists every mistake with its place. */
export function ImportDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Import a scenario" open={props.open} onClose={props.onClose}>
      <Import onClose={props.onClose} />
    </Dialog>
  );
}

function Import({ onClose }: { readonly onClose: () => void }) {
  const store = useWorkspaceStore();
  const isShared = useRoomIfAny() !== null && store.read().view.model.programs.length > 0;
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [ready, setReady] = useState<ScenarioJson | null>(null);

  const put = (scenario: ScenarioJson) => {
    store.replace(scenario);
    onClose();
  };
  const bring = async (source: string) => {
    const brought = await store.bring(source);
    setProblems(brought.ok ? [] : brought.problems);
    if (!brought.ok) return setReady(null);
    if (isShared) setReady(brought.scenario);
    else put(brought.scenario);
  };
  if (ready !== null) return <Ask scenario={ready} onYes={() => put(ready)} onNo={() => setReady(null)} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void bring(text);
      }}
      className="space-y-3"
    >
      <FileOrText
        text={text}
        onText={setText}
        onFile={(source) => void bring(source)}
        onRefused={(message, hint) => setProblems([{ place: "", message, hint }])}
      />
      <div role="alert">
        {problems.length > 0 && (
          <ProblemList heading="Not imported; nothing on the page has changed." problems={problems} />
        )}
      </div>
      <div className="flex justify-end gap-2">
        <button type="button" className="button button-line" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button-full" disabled={text.trim() === ""}>
          Import
        </button>
      </div>
    </form>
  );
}

/** Others look at the room's scenario too, so that its place is not taken by a slip. */
function Ask(props: {
  readonly scenario: ScenarioJson;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const title = String(props.scenario.title ?? "").trim();
  return (
    <div>
      <p>
        <strong className="font-semibold">{title === "" ? "The scenario in the file" : title}</strong> can be
        read: {importReport(props.scenario).kept.join(", ")}.
      </p>
      <p className="mt-2">
        It takes the place of the room's scenario for everybody. You can undo that. Objections stay; those
        whose subject is gone wait in their own place.
      </p>
      <div className="mt-4 flex justify-end gap-2">
        <button type="button" className="button button-line" onClick={props.onNo}>
          Back
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the question took the place of what had the focus */}
        <button type="button" autoFocus className="button button-full" onClick={props.onYes}>
          Replace the room's scenario
        </button>
      </div>
    </div>
  );
}
