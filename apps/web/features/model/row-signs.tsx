"use client";

import dynamic from "next/dynamic";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import { untilLoaded } from "../../client/until-loaded.ts";

const RowSignsHere = dynamic(
  () => untilLoaded(() => import("./row-signs-here.tsx").then((file) => file.RowSignsHere)),
  {
    ssr: false,
  },
);

/** What a meeting says of a term or a parameter: plain words pinned to it, how many are lost, that it is on the screen; nothing without a room. */
export function RowSigns(props: {
  readonly list: "terms" | "parameters";
  readonly id: string;
  readonly name: string;
}) {
  return useRoomIfAny() === null ? null : <RowSignsHere {...props} />;
}
