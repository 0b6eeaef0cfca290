"use client";

import dynamic from "next/dynamic";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import { untilLoaded } from "../../client/until-loaded.ts";

/** Reading a debate takes the readers of patches: a page without a room does not load them. */
const DoubtCountHere = dynamic(
  () => untilLoaded(() => import("./doubt-count-here.tsx").then((file) => file.DoubtCountHere)),
  {
    ssr: false,
  },
);

/** How many open objections are about a cost, as a way to them; nothing where there are none, or no room. */
export function DoubtCount(props: {
  readonly term: string;
  readonly axis: "c" | "t";
  readonly name: string;
}) {
  return useRoomIfAny() === null ? null : <DoubtCountHere {...props} />;
}
