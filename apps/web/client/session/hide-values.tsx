"use client";

import { overlayRef } from "@crux/room/client";
import { useRoomIfAny, useRoomView } from "../room/use-room.tsx";
import { isYou } from "../room/who.ts";
import { HiddenStub } from "./hidden-stub.tsx";
import { HideButton } from "./hide-button.tsx";

/** Hides what someone or a group published, for moderators; nothing for others, and where nothing is published. */
export function HideValues(props: { readonly id: string; readonly name: string }) {
  return useRoomIfAny() === null ? null : <HideHere {...props} />;
}

function HideHere({ id, name }: { readonly id: string; readonly name: string }) {
  const isPublished = useRoomView((view) => view.debate.overlays[id] !== undefined);
  return isPublished ? <HideButton to={overlayRef(id)} name={`the values of ${name}`} /> : null;
}

/** That published values were hidden, each with its reason; nothing where there are none. */
export function HiddenValues() {
  return useRoomIfAny() === null ? null : <HiddenHere />;
}

function HiddenHere() {
  const refs = useRoomView((view) =>
    Object.keys(view.session.hidden).filter((ref) => ref.startsWith("overlay/")),
  );
  const own = useRoomView((view) =>
    Object.values(view.debate.overlays).flatMap(({ id, by }) => (isYou(view, by) ? [overlayRef(id)] : [])),
  );
  if (refs.length === 0) return null;
  return (
    <ul aria-label="Hidden values" className="mt-2 space-y-1">
      {refs.map((to) => (
        <li key={to}>
          <HiddenStub
            to={to}
            what={own.includes(to) ? "your values" : "somebody's values"}
            isOwn={own.includes(to)}
          />
        </li>
      ))}
    </ul>
  );
}
