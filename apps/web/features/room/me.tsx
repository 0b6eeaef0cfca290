"use client";

import { UserRound } from "lucide-react";
import { roundOf } from "../../client/estimates/round.ts";
import { later, opening } from "../../client/later.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { Popover } from "../../ui/popover.tsx";

/** What this person holds, in numbers, and what the others do; loaded when it is first opened. */
export const MePanel = later(() => import("../me/me-panel.tsx").then((file) => file.MePanel), opening);

/** The same beside the strip, where there is room; it says how many numbers are in while these are hidden. */
export function MeButton() {
  const round = useRoomView(roundOf);
  return (
    <div className="max-md:hidden">
      <Popover
        label="Me: my g, my credences, everybody's"
        className="button button-line"
        button={
          <>
            <UserRound size={15} aria-hidden /> Me
            {round.kind === "blind" && <span className="font-normal">({round.short}, hidden)</span>}
          </>
        }
      >
        {() => (
          <div className="w-[25rem] p-2">
            <MePanel />
          </div>
        )}
      </Popover>
    </div>
  );
}
