"use client";

import { useRoomView } from "../room/use-room.tsx";
import { HiddenStub } from "./hidden-stub.tsx";
import { hiddenName } from "./notes.ts";

/** All that is hidden in the room, each with the way to show it again; nothing where nothing is. */
export function HiddenList({ isOpen = false }: { readonly isOpen?: boolean }) {
  const hidden = useRoomView((view) =>
    Object.keys(view.session.hidden).map((to) => ({ to, what: hiddenName(view, to) })),
  );
  if (hidden.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary className="label w-fit">Hidden ({hidden.length})</summary>
      <ul aria-label="Hidden" className="mt-1 space-y-1">
        {hidden.map(({ to, what }) => (
          <li key={to}>
            <HiddenStub to={to} what={what} />
          </li>
        ))}
      </ul>
    </details>
  );
}
