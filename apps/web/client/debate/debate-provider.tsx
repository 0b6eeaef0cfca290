"use client";

import { type RoomView, speakers } from "@crux/room/client";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { keepIn } from "../keep-in.ts";
import { useRoom, useRoomView } from "../room/use-room.tsx";
import { lockSentence } from "../session/meeting.ts";
import { boardStore } from "./board-store.ts";
import { createDraftStore } from "./draft-store.ts";
import { createEffectsClient, type EffectsWorker } from "./effects-client.ts";
import { createPreviewStore } from "./preview-store.ts";
import { type Debate, DebateContext } from "./use-debate.tsx";

const startWorker = (): EffectsWorker =>
  new Worker(new URL("./effects-worker.ts", import.meta.url), { type: "module" }) as EffectsWorker;

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Why this person may not raise objections now, as a sentence without its full stop; empty when they may. */
function lockIn(view: RoomView): string {
  if (view.you === null || !speakers.includes(view.you.role))
    return "Only people who take part can object: the moderator can let you";
  if (view.closed) return "The room is closed";
  return lockSentence(view, "object") ?? "";
}

/** Puts the debate's shared state around a room's page; effects follow the scenario in force. */
export function DebateProvider({ children }: { readonly children: ReactNode }) {
  const { room } = useRoom();
  // Made while drawing, and a drawing may be thrown away: whatever listens or works begins in the effect below.
  const [stores] = useState(() => ({
    effects: createEffectsClient(startWorker, () => performance.now()),
    preview: createPreviewStore(),
    drafts: createDraftStore(room, keepIn(`crux-draft ${room.id}`), newId, (id) =>
      boardStore(room).read().cards.get(id),
    ),
  }));
  const lock = useRoomView(lockIn);
  const debate = useMemo<Debate>(() => ({ ...stores, lock }), [stores, lock]);
  useEffect(() => {
    const { effects, drafts } = stores;
    const follow = () => effects.open(room.getSnapshot().scenario);
    follow();
    const stops = [room.subscribe(follow), drafts.listen(), effects.close];
    return () => {
      for (const stop of stops) stop();
    };
  }, [room, stores]);
  return <DebateContext value={debate}>{children}</DebateContext>;
}
