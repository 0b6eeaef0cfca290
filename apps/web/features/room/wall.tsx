"use client";

import type { Spotlight } from "@crux/room/client";
import { Presentation } from "lucide-react";
import { useEffect, useState } from "react";
import { useMine } from "../../client/mine/use-mine.tsx";
import type { Surveyed } from "../../client/reason/reason.ts";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { taskAt } from "../../client/session/groups.ts";
import { HiddenValues, HideValues } from "../../client/session/hide-values.tsx";
import { useLeads } from "../../client/session/use-meeting.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { OneStrip } from "../compare/side-strips.tsx";
import { pairsOf } from "../compare/strip-pairs.ts";
import { useSides } from "../compare/use-sides.ts";
import { TaskWords } from "../session/task-words.tsx";
import { WinnerStrip } from "../strip/winner-strip.tsx";

/** All published values as small strips, groups first, each with the way to the big screen. */
export function Wall({ onClose }: { readonly onClose: () => void }) {
  const { room } = useRoom();
  const client = useReasoning();
  const positions = useMine()?.positions ?? [];
  const { candidates } = useSides();
  const mayShow = useLeads();
  const shownWith = useRoomView(({ session }) => withOf(session.spotlight?.what));
  const [found, setFound] = useState<Surveyed | null>(null);
  const shared = candidates.find(({ kind }) => kind === "shared");
  const sides = ["group", "person"].flatMap((kind) =>
    candidates.filter((one) => one.kind === kind && positions.some(({ id }) => id === one.id)),
  );
  const key = JSON.stringify([shared?.side, sides.map(({ side }) => side)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of all sides
  useEffect(() => {
    if (shared === undefined) return;
    const task = { kind: "survey", shared: shared.side, sides: sides.map(({ side }) => side) } as const;
    void client.survey("wall", task).then((next) => next && setFound(next));
  }, [client, key]);
  const pairs = pairsOf(sides, found?.kind === "surveyed" ? found.strips : []);
  return (
    <Dialog title="Everybody's strips" open wide onClose={onClose}>
      {sides.length === 0 && (
        <p className="text-soft">
          Nobody has published values yet. A group publishes under its name, under Model, Mine, Publish.
        </p>
      )}
      {sides.length > 0 && found === null && <p className="text-soft">Working out who wins for each …</p>}
      {found?.kind === "wrong" && <p>{found.why}</p>}
      <ul aria-label="Published values" className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        {pairs.map(({ id, kind, strip }) => (
          <li key={id}>
            <p className="label">{kind === "group" ? "Group" : "Person"}</p>
            <OneStrip side={strip} view={WinnerStrip} />
            <GivenTask id={id} onGo={onClose} />
            <div className="mt-1 flex flex-wrap items-center gap-1.5 empty:hidden">
              {mayShow && (
                <button
                  type="button"
                  aria-pressed={shownWith === id}
                  className="button button-line aria-pressed:border-ink"
                  onClick={() =>
                    room.send({ kind: "show-on-screen", what: { kind: "compare", between: ["room", id] } })
                  }
                >
                  <Presentation size={15} aria-hidden />
                  {shownWith === id ? "On the screen" : "Show on the screen"}
                  <span className="sr-only">: {strip.name}</span>
                </button>
              )}
              <HideValues id={id} name={strip.name} />
            </div>
          </li>
        ))}
      </ul>
      {found?.kind === "surveyed" && found.unread.length > 0 && (
        <p className="mt-3 text-sm">Left out, because something is unknown: {found.unread.join(", ")}.</p>
      )}
      <HiddenValues />
    </Dialog>
  );
}

/** What a group was given to work on; nothing for people. */
function GivenTask({ id, onGo }: { readonly id: string; readonly onGo: () => void }) {
  const task = useRoomView((view) => taskAt(view, id));
  if (task === null) return null;
  return (
    <p className="mt-1 text-sm">
      <span className="label">Task</span> <TaskWords task={task} onGo={onGo} />
    </p>
  );
}

/** Whose values the screen compares with the room's; null for nobody's. */
const withOf = (what: Spotlight | undefined): string | null =>
  what?.kind === "compare" && what.between[0] === "room" ? what.between[1] : null;
