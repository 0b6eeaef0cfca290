"use client";

import { later } from "../../client/later.tsx";
import { useRoomIfAny } from "../../client/room/use-room.tsx";

const RowSignsHere = later(() => import("./row-signs-here.tsx").then((file) => file.RowSignsHere));

/** What a meeting says of a term or a parameter: plain words pinned to it, how many are lost, that it is on the screen; nothing without a room. */
export function RowSigns(props: {
  readonly list: "terms" | "parameters";
  readonly id: string;
  readonly name: string;
}) {
  return useRoomIfAny() === null ? null : <RowSignsHere {...props} />;
}
