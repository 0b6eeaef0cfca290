"use client";

import { checkPhase, isMuted, type RoomView, speakers } from "@crux/room/client";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { keepIn } from "../keep-in.ts";
import { useRoom, useRoomView } from "../room/use-room.tsx";
import { createDraftStore } from "./draft-store.ts";
import { createEffectsClient, type EffectsWorker } from "./effects-client.ts";
import { createPreviewStore } from "./preview-store.ts";
import { type Debate, DebateContext } from "./use-debate.tsx";

const startWorker = (): EffectsWorker =>
  new Worker(new URL("./effects-worker.ts", import.meta.url), { type: "module" }) as EffectsWorker;

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Why this person may not raise objections now; empty when they may. */
function lockIn(view: RoomView): string {
  const { you } = view;
  if (you === null || !speakers.includes(you.role))
    return "only people who take part can object; the moderator can let you";
  if (view.closed) return "the room is closed";
  if (isMuted(view, [you.id, view.pseudonym])) return "a moderator has muted you";
  return checkPhase(view, you, "object")?.sentence ?? "";
}

/** Puts the debate's shared state around a room's page; effects follow the scenario in force. */
export function DebateProvider({ children }: { readonly children: ReactNode }) {
  const { room } = useRoom();
  const [stores] = useState(() => ({
    effects: createEffectsClient(startWorker, () => performance.now()),
    preview: createPreviewStore(),
    drafts: createDraftStore(room, keepIn(`crux-draft ${room.id}`), newId),
  }));
  const lock = useRoomView(lockIn);
  const debate = useMemo<Debate>(() => ({ ...stores, lock }), [stores, lock]);
  const { effects, drafts } = stores;
  useEffect(() => {
    const follow = () => effects.open(room.getSnapshot().scenario);
    follow();
    return room.subscribe(follow);
  }, [room, effects]);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    return () => {
      leaving.current = setTimeout(() => {
        effects.close();
        drafts.close();
      }, 0);
    };
  }, [effects, drafts]);
  return <DebateContext value={debate}>{children}</DebateContext>;
}
