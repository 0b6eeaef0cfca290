"use client";

import { FileText, History, X } from "lucide-react";
import { useEffect, useState } from "react";
import { later } from "../../client/later.tsx";
import { type CheckpointWords, readCheckpoint } from "../../client/report/read-checkpoint.ts";
import { sayTime } from "../../client/report/say-time.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import type { Quiet } from "../../client/session/quiet.ts";

const HistoryDialog = later(() => import("../history/history-dialog.tsx").then((file) => file.HistoryDialog));

/** The room's last checkpoint, who won then, and the ways to what the room came to. */
export function LastCheckpoint(props: {
  readonly checkpoint: Quiet["checkpoint"];
  readonly onClose: () => void;
}) {
  const { checkpoint } = props;
  const { room } = useRoom();
  const code = useRoomView((view) => (view.code.hidden ? null : view.code.value)) ?? room.id;
  const [words, setWords] = useState<CheckpointWords | null>(null);
  const [isLooking, setLooking] = useState(false);
  const seq = checkpoint?.seq ?? null;
  useEffect(() => {
    let gone = false;
    if (seq !== null) void readCheckpoint(room, seq).then((next) => gone || setWords(next));
    return () => {
      gone = true;
    };
  }, [room, seq]);
  return (
    <aside
      aria-label="Nobody else is here"
      className="mb-2 rounded-xl border border-edge bg-card px-4 py-3 text-sm"
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <span className="font-semibold">Nobody else is here now.</span>{" "}
          {checkpoint === null ? (
            "No checkpoint was named yet; the report says what the room came to so far."
          ) : (
            <>
              Last checkpoint: <strong className="font-semibold">{checkpoint.name}</strong>, by{" "}
              <bdi>{checkpoint.by}</bdi>, {sayTime(checkpoint.at)}.
            </>
          )}
        </p>
        <button
          type="button"
          aria-label="I have read it"
          className="button -mt-1 -mr-2"
          onClick={props.onClose}
        >
          <X size={16} aria-hidden />
        </button>
      </div>
      {checkpoint !== null && (
        <p className="mt-1 max-w-[70ch] text-pretty" role="status">
          {words === null ? (
            <span className="text-soft">Working out who won then …</span>
          ) : (
            <>
              <span className="font-serif text-base">{words.sentence}</span>{" "}
              {words.hasChanged && <span className="text-soft">The model has changed since.</span>}
            </>
          )}
        </p>
      )}
      <p className="mt-1.5 flex flex-wrap gap-1.5">
        <a href={`/r/${code}/report`} className="button button-line max-md:min-h-11">
          <FileText size={15} aria-hidden /> Read the report
        </a>
        <button type="button" className="button max-md:min-h-11" onClick={() => setLooking(true)}>
          <History size={15} aria-hidden /> See the versions
        </button>
      </p>
      {isLooking && <HistoryDialog onClose={() => setLooking(false)} />}
    </aside>
  );
}
