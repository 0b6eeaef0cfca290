"use client";

import { useRef, useState } from "react";
import { later } from "../../client/later.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { quietOf } from "../../client/session/quiet.ts";

const LastCheckpoint = later(() => import("./last-checkpoint.tsx").then((file) => file.LastCheckpoint));

/**
 * What the room came to last, for whoever finds nobody in it: somebody who looks on is always told, others where a
 * checkpoint was named before they came.
 */
export function NothingLive() {
  const quiet = useRoomView(quietOf);
  const looksOn = useRoomView((view) => view.you?.role === "viewer");
  const [read, setRead] = useState<number | null>(null);
  // Who names a checkpoint while alone needs no telling.
  const newest = useRoomView(({ you, session }) =>
    you === null ? null : (session.checkpoints.at(-1)?.seq ?? 0),
  );
  const found = useRef<number | null>(null);
  found.current ??= newest;
  if (quiet === null) return null;
  const seq = quiet.checkpoint?.seq ?? 0;
  if (read === seq || (!looksOn && (seq === 0 || seq > (found.current ?? 0)))) return null;
  return <LastCheckpoint key={seq} checkpoint={quiet.checkpoint} onClose={() => setRead(seq)} />;
}
