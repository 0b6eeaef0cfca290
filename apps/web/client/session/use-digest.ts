"use client";

import { writeScenario } from "@crux/core";
import { isPublished, type RoomView } from "@crux/room/client";
import { useEffect, useState } from "react";
import type { Digest, Holder } from "../reason/reason.ts";
import { useReasoning } from "../reason/use-reasoning.ts";
import { useRoom } from "../room/use-room.tsx";
import { nameOf } from "../room/who.ts";

type Overlays = RoomView["debate"]["overlays"];

const holdersOf = (view: Pick<RoomView, "people">, overlays: Overlays): readonly Holder[] =>
  Object.values(overlays)
    .filter((one) => isPublished(one))
    .map(({ id, group, patch, g }) => ({ id, name: group ?? nameOf(view, id), patch, g }));

/** What happened in the room since entry `from` until now, by effect, worked out once beside the page; null while it is not known. */
export function useDigest(from: number): Digest | null {
  const { room } = useRoom();
  const reasoning = useReasoning();
  const [digest, setDigest] = useState<Digest | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const past = await room.past.versions([from], "with-state");
      const [version] = past.ok ? past.value : [];
      const view = await room.whenRead();
      if (gone || version === undefined || version.scenario === null || view.scenario === null) return;
      const found = await reasoning.digest("digest", {
        kind: "digest",
        before: {
          scenario: writeScenario(version.scenario),
          holders: holdersOf(view, version.state?.debate.overlays ?? {}),
        },
        now: { scenario: writeScenario(view.scenario), holders: holdersOf(view, view.debate.overlays) },
      });
      if (!gone && found !== null) setDigest(found);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [room, reasoning, from]);
  return digest;
}
