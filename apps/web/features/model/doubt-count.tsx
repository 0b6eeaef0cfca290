"use client";

import { later } from "../../client/later.tsx";
import { useRoomIfAny } from "../../client/room/use-room.tsx";

/** Reading a debate takes the readers of patches: a page without a room does not load them. */
const DoubtCountHere = later(() => import("./doubt-count-here.tsx").then((file) => file.DoubtCountHere));

/** How many open objections are about a cost, as a way to them; nothing where there are none, or no room. */
export function DoubtCount(props: {
  readonly term: string;
  readonly axis: "c" | "t";
  readonly name: string;
}) {
  return useRoomIfAny() === null ? null : <DoubtCountHere {...props} />;
}
