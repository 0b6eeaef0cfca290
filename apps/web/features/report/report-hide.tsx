"use client";

import { useRoomView } from "../../client/room/use-room.tsx";
import { HiddenList } from "../../client/session/hidden-list.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";
import { hideablesOf } from "../../client/session/hideables.ts";

/** For a moderator who looks a report through before it is printed: what people wrote, each with the way to hide it. */
export function ReportHide() {
  const items = useRoomView(hideablesOf);
  return (
    <section aria-label="Hide something" className="max-h-[50dvh] space-y-2 overflow-y-auto pb-3 text-sm">
      <p className="text-soft">
        What is hidden is a stub with its reason for everybody, here and in the room. Names are hidden in the
        room, under Share.
      </p>
      <HiddenList isOpen />
      {items.length === 0 ? (
        <p>Nobody has written anything that could be hidden.</p>
      ) : (
        <ul aria-label="What people wrote" className="divide-y divide-rule">
          {items.map(({ to, name, text }) => (
            <li key={to} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
              <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                <span className="text-soft">{name.replace(/^./, (first) => first.toUpperCase())}</span>
                {text !== "" && (
                  <>
                    : <bdi>{text.length > 160 ? `${text.slice(0, 158)} …` : text}</bdi>
                  </>
                )}
              </p>
              <HideButton to={to} name={name} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
