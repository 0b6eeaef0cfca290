"use client";

import { later } from "../../client/later.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { shownRow } from "../../client/session/spotlight.ts";
import { JoinCard } from "./join.tsx";
import type { Shown } from "./shown.ts";
import { StageClaim } from "./stage-claim.tsx";
import { StageEstimates } from "./stage-estimates.tsx";
import { StageObjection } from "./stage-objection.tsx";
import { Gone, Kicker } from "./stage-parts.tsx";
import { StagePoll } from "./stage-poll.tsx";
import { StageRow } from "./stage-row.tsx";

// Laying published values over the room's takes the parser.
const StageCompare = later(
  () => import("./stage-compare.tsx").then((file) => file.StageCompare),
  () => <Gone>Comparing …</Gone>,
);

/** The one thing that the middle of the screen shows. */
export function Stage({ shown }: { readonly shown: Shown }) {
  switch (shown.kind) {
    case "join":
      return <JoinCard />;
    case "row":
      return <StageRow row={shown.row} />;
    case "objection":
      return <StageObjection id={shown.objection} />;
    case "claim":
      return <StageClaim id={shown.claim} />;
    case "poll":
      return <StagePoll id={shown.poll} />;
    case "estimates":
      return <StageEstimates />;
    case "person":
      return <StagePerson id={shown.person} />;
    case "compare":
      return <StageCompare between={shown.between} />;
  }
}

function StagePerson({ id }: { readonly id: string }) {
  const name = useRoomView((view) => nameOf(view, id));
  const row = useRoomView(shownRow);
  if (row !== null)
    return (
      <div data-testid="stage-speaker">
        <Kicker>
          <bdi className="font-semibold text-ink">{name}</bdi> has the floor, and is at
        </Kicker>
        <StageRow row={row} />
      </div>
    );
  return (
    <p className="grid h-full place-items-center text-center font-serif text-[3rem] leading-tight [overflow-wrap:anywhere]">
      <span>
        <bdi className="font-semibold">{name}</bdi> has the floor
      </span>
    </p>
  );
}
