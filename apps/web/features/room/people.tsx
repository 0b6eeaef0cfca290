"use client";

import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { initials, ROLES } from "./say.ts";

const SHOWN = 5;
const SHOWN_ON_PHONE = 2;

/** Those who are here now, as round buttons in their colours; a click follows one, another ends it. */
export function Avatars(props: {
  readonly followed: string | null;
  readonly follow: (person: string | null) => void;
}) {
  const { room } = useRoom();
  const you = useRoomView((view) => view.you?.id ?? "");
  const people = useRoomView((view) =>
    view.people
      .filter((one) => one.at.length > 0)
      .map(({ id, name, colour, role }) => ({ id, name, colour, role })),
  );
  const sorted = [...people].sort((a, b) => Number(b.id === you) - Number(a.id === you));
  const isPhone = useMedia("(max-width: 47.99rem)");
  const shown = isPhone ? SHOWN_ON_PHONE : SHOWN;
  const more = sorted.length - shown;
  return (
    <ul aria-label="People here" className="flex shrink-0 items-center -space-x-1.5">
      {sorted.slice(0, shown).map(({ id, name, colour, role }) => (
        <li key={`${room.id} ${id}`}>
          {id === you ? (
            <span
              data-person={colour % 8}
              title={`${name} (you), ${ROLES[role].name.toLowerCase()}`}
              className="person-flag grid size-7 place-items-center rounded-full border-2 border-paper font-semibold text-[0.6875rem]"
            >
              <span aria-hidden>{initials(name)}</span>
              <span className="sr-only">{name} (you)</span>
            </span>
          ) : (
            <button
              type="button"
              data-person={colour % 8}
              aria-pressed={props.followed === id}
              title={`${name}, ${ROLES[role].name.toLowerCase()}: ${props.followed === id ? "stop following" : "follow"}`}
              onClick={() => props.follow(props.followed === id ? null : id)}
              className="person-flag grid size-7 place-items-center rounded-full border-2 border-paper font-semibold text-[0.6875rem] aria-pressed:border-[var(--person)] aria-pressed:outline-2 aria-pressed:outline-[var(--person)]"
            >
              <span aria-hidden>{initials(name)}</span>
              <span className="sr-only">Follow {name}</span>
            </button>
          )}
        </li>
      ))}
      {more > 0 && (
        <li className="grid size-7 place-items-center rounded-full border-2 border-paper bg-well font-semibold text-[0.6875rem]">
          +{more}
        </li>
      )}
    </ul>
  );
}
