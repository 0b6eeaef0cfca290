"use client";

import type { Role } from "@crux/room/client";
import { useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { PersonActions } from "../session/person-actions.tsx";
import { ROLES } from "./say.ts";

/** Everybody who has joined, with their roles; a moderator may change these and hand the room over. */
export function PeopleList({ rules }: { readonly rules: boolean }) {
  const { room } = useRoom();
  const you = useRoomView((view) => view.you?.id ?? "");
  const people = useRoomView((view) =>
    view.people
      .filter((one) => one.removed !== true)
      .map(({ id, name, role, colour, at, past }) => ({
        id,
        name,
        role,
        colour,
        here: at.length > 0,
        isPast: past === true,
      })),
  );
  return (
    <section aria-labelledby="people-heading" className="mt-5">
      <h3 id="people-heading" className="label">
        People
      </h3>
      <ul className="mt-1 divide-y divide-rule">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <span
              aria-hidden
              data-person={person.colour % 8}
              className={`person-flag size-3 rounded-full ${person.here ? "" : "opacity-30"}`}
            />
            {person.id === you ? <OwnName name={person.name} /> : <span>{person.name}</span>}
            <span className="text-sm text-soft">
              {person.id === you ? "you" : person.here ? "here" : "away"}
            </span>
            <span className="ml-auto flex items-center gap-2">
              {rules && person.id !== you ? (
                <>
                  <select
                    aria-label={`Role of ${person.name}`}
                    value={person.role}
                    onChange={(event) =>
                      room.send({ kind: "set-role", person: person.id, role: event.target.value as Role })
                    }
                    className="field py-0 text-sm"
                  >
                    {(Object.keys(ROLES) as Role[]).map((role) => (
                      <option key={role} value={role}>
                        {ROLES[role].name}
                      </option>
                    ))}
                  </select>
                  <button
                    type="button"
                    className="button"
                    title={`${person.name} becomes moderator, you a debater`}
                    onClick={() => room.send({ kind: "hand-over", person: person.id })}
                  >
                    Hand over
                  </button>
                </>
              ) : (
                <span className="text-sm">{ROLES[person.role].name}</span>
              )}
            </span>
            {rules && person.id !== you && person.role !== "moderator" && !person.isPast && (
              <span className="flex basis-full flex-wrap justify-end">
                <PersonActions person={person.id} name={person.name} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnName({ name }: { readonly name: string }) {
  const { room } = useRoom();
  const [text, setText] = useState(name);
  return (
    <input
      aria-label="Your name"
      value={text}
      maxLength={60}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (text.trim() === "") setText(name);
        else if (text.trim() !== name) room.send({ kind: "rename", name: text.trim() });
      }}
      className="field min-h-7 w-40 py-0"
    />
  );
}
