"use client";

import dynamic from "next/dynamic";
import { useRoomIfAny } from "../../client/room/use-room.tsx";

const TermSignsHere = dynamic(() => import("./term-signs-here.tsx").then((file) => file.TermSignsHere), {
  ssr: false,
});

/** What a meeting says of a term: plain words pinned to it, how many are lost, that it is on the screen; nothing without a room. */
export function TermSigns(props: { readonly term: string; readonly name: string }) {
  return useRoomIfAny() === null ? null : <TermSignsHere {...props} />;
}
