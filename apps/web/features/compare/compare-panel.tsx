"use client";

import { useState } from "react";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import { Segments } from "../../ui/segments.tsx";
import { RoomSurvey } from "./room-survey.tsx";
import type { StripView } from "./side-strips.tsx";
import { TwoSides } from "./two-sides.tsx";
import { useSides } from "./use-sides.ts";

/** Positions side by side: two of them with all that divides them, or, in a room, everybody's at once. */
export function ComparePanel({ strip }: { readonly strip: StripView }) {
  const sides = useSides();
  const client = useReasoning();
  const isRoom = useRoomIfAny() !== null;
  const [view, setView] = useState<"two" | "all">("two");
  return (
    <section
      aria-labelledby="compare-heading"
      className="rounded-xl border border-rule bg-card px-4 pt-3 pb-4"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id="compare-heading" className="label">
          Compare
        </h2>
        {isRoom && (
          <Segments
            label="Compare whom"
            value={view}
            onChange={setView}
            options={[
              { value: "two", text: "Two sides" },
              { value: "all", text: "Everybody" },
            ]}
          />
        )}
      </div>
      {view === "two" ? (
        <TwoSides strip={strip} client={client} {...sides} />
      ) : (
        <RoomSurvey strip={strip} client={client} candidates={sides.candidates} />
      )}
    </section>
  );
}
