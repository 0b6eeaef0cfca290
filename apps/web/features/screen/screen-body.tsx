"use client";

import { useEffect, useRef } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { BigStrip } from "./big-strip.tsx";
import { Fit } from "./fit.tsx";
import { Floor } from "./floor.tsx";
import { JoinHint } from "./join.tsx";
import { ScreenHead } from "./screen-head.tsx";
import { type Shown, shownOf } from "./shown.ts";
import { Stage } from "./stage.tsx";
import { useGhosts } from "./use-ghosts.ts";

/** Beside what people's numbers stand on the strip; elsewhere the room is for the one thing that is shown. */
const WITH_PINS: readonly Shown["kind"][] = ["estimates", "join", "person", "row"];

/** The big screen: what is on and for how long, one thing in the middle, who speaks, how to come in, and the strip with its sentence. */
export function ScreenBody() {
  const shown = useRoomView(shownOf);
  const strip = useWorkspace((workspace) => workspace.view.strip);
  const cases = useWorkspace((workspace) => workspace.view.cases);
  const ghosts = useGhosts(shown);
  const stage = useRef<HTMLElement>(null);
  const showsPins = ghosts.length === 0 && WITH_PINS.includes(shown.kind);
  useAddress();
  const isBusy = useRoomView(
    ({ session }) => session.floor.speaker !== null || Object.keys(session.floor.hands).length > 0,
  );
  return (
    <main
      data-screen
      className="flex h-dvh flex-col gap-[0.6rem] px-[1.2rem] pt-[0.6rem] pb-[0.8rem] max-sm:h-auto max-sm:min-h-dvh"
    >
      <ScreenHead />
      <div className="flex min-h-0 flex-1 gap-[1.2rem] max-sm:flex-col">
        <section
          ref={stage}
          aria-label="On the screen"
          aria-live="polite"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled by keyboard
          tabIndex={0}
          className="min-h-0 min-w-0 flex-1 overflow-y-auto"
        >
          <Fit box={stage}>
            <Stage shown={shown} />
          </Fit>
        </section>
        <aside className="flex w-[12rem] shrink-0 flex-col gap-[0.8rem] overflow-hidden max-sm:w-full">
          {shown.kind !== "join" && <JoinHint small={ghosts.length > 0 || isBusy} />}
          <Floor />
        </aside>
      </div>
      <section aria-label="Who wins at which g">
        {strip !== null && <BigStrip strip={strip} ghosts={ghosts} hasPins={showsPins} />}
        <p
          aria-live="polite"
          data-testid="sentence"
          className="mt-[0.5rem] text-pretty font-serif text-[1.35rem] leading-tight"
        >
          {strip?.sentence ?? cases?.headline}
        </p>
      </section>
    </main>
  );
}

/** Keeps an address that opens again: the code, or while that is hidden the room's id, which this device knows. */
function useAddress(): void {
  const { room } = useRoom();
  const code = useRoomView((view) => (view.code.hidden ? null : view.code.value));
  const known = useRoomView((view) => view.you !== null);
  useEffect(() => {
    const path = `/r/${code ?? room.id}/screen`;
    if (known && location.pathname !== path) window.history.replaceState(null, "", path);
  }, [code, known, room]);
}
