"use client";

import type { Version } from "@crux/room/client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { type HistoryPart, loadHistory } from "../../client/versions/load-history.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { NameVersion } from "./name-version.tsx";
import { StepRow } from "./step-row.tsx";

/** Who changed what when, by effect; names for moments, and the way back to any of them. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="History" open onClose={onClose}>
      <History />
    </Dialog>
  );
}

type State =
  | { readonly kind: "loading" | "there"; readonly part: HistoryPart }
  | { readonly kind: "failed"; readonly why: string };

const NOTHING: HistoryPart = { steps: [], earlier: 0 };

function History() {
  const { room } = useRoom();
  const canEdit = useRoomView((view) => view.canEdit);
  const [state, setState] = useState<State>({ kind: "loading", part: NOTHING });
  const [said, setSaid] = useState("");
  const isSaved = useRoomView((view) => view.saving.kind === "saved");
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  const load = useCallback(
    async (before: HistoryPart, to: number | null) => {
      newest.current += 1;
      const mine = newest.current;
      setState({ kind: "loading", part: before });
      const part = await loadHistory(room, to);
      if (mine !== newest.current) return;
      if (typeof part === "string") setState({ kind: "failed", why: part });
      else setState({ kind: "there", part: { ...part, steps: [...before.steps, ...part.steps] } });
    },
    [room],
  );
  // What one does here is in the history as soon as the room has it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    if (isSaved) void load(NOTHING, null);
  }, [load, round, isSaved]);
  const restore = (version: Version, name: string) => {
    if (!room.past.restore(version))
      return setSaid(
        "Not restored: a moderator has locked a row that would change, or you may not edit now.",
      );
    setSaid(`Restored: the model is as it was ${name}. Undo takes that back.`);
  };
  return (
    <div className="space-y-4">
      <NameVersion />
      <p role="status" data-testid="history-said" className="text-sm empty:hidden">
        {said}
      </p>
      {state.kind === "failed" ? (
        <p role="alert" className="text-alarm">
          {state.why}{" "}
          <button type="button" className="underline" onClick={() => setRound(round + 1)}>
            Try again
          </button>
        </p>
      ) : (
        <>
          <ol data-testid="history" className="divide-y divide-rule" aria-label="Versions, newest first">
            {state.part.steps.map((step) => (
              <StepRow key={step.seq} step={step} onRestore={canEdit ? restore : null} />
            ))}
          </ol>
          {state.kind === "loading" && (
            <p role="status" className="text-soft">
              Looking back …
            </p>
          )}
          {state.kind === "there" && state.part.earlier > 0 && (
            <button
              type="button"
              className="button button-line"
              onClick={() => void load(state.part, state.part.earlier)}
            >
              Earlier
            </button>
          )}
        </>
      )}
    </div>
  );
}
