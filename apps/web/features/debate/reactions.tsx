"use client";

import { type Reaction, reactions } from "@crux/room/client";
import { CircleHelp, Crosshair, LibraryBig, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { useRoom } from "../../client/room/use-room.tsx";
import { PersonName } from "./person-name.tsx";
import { useRailRoom } from "./rail-room.tsx";

const WORDS: Readonly<Record<Reaction, string>> = {
  agree: "Agree",
  unclear: "Unclear",
  "needs-source": "Needs a source",
  "crux-for-me": "Crux for me",
};
const ICONS = {
  agree: ThumbsUp,
  unclear: CircleHelp,
  "needs-source": LibraryBig,
  "crux-for-me": Crosshair,
} as const;

/** So many names are listed; the rest is a number. */
const NAMED = 12;

/** The four reactions to one thing with how many pressed each; `said` are people's reactions to it. */
export function Reactions(props: {
  /** What they are bound to, as the room names it. */
  readonly to: string;
  /** What that is, for those who can't see where the buttons stand. */
  readonly what: string;
  readonly said: Readonly<Record<string, readonly string[]>>;
}) {
  const { to, what, said } = props;
  const { room } = useRoom();
  const { isYou, speaks, locks } = useRailRoom();
  const [open, setOpen] = useState(false);
  const people = Object.entries(said);
  const pressed = (reaction: Reaction) =>
    people.filter(([, all]) => all.includes(reaction)).map(([person]) => person);
  return (
    <div>
      <div role="group" aria-label={`Reactions to ${what}`} className="flex flex-wrap items-center gap-1">
        {reactions.map((reaction) => {
          const Icon = ICONS[reaction];
          const count = pressed(reaction).length;
          const isMine = people.some(([person, all]) => isYou(person) && all.includes(reaction));
          return (
            <button
              key={reaction}
              type="button"
              aria-pressed={isMine}
              disabled={!speaks || locks.react !== null}
              aria-label={`${WORDS[reaction]}${count === 0 ? "" : `, ${count}`}`}
              title={
                speaks
                  ? `${WORDS[reaction]}${locks.react === null ? "" : `: ${locks.react}`}`
                  : `${WORDS[reaction]}: viewers can't press this`
              }
              onClick={() => room.send({ kind: "react", to, reaction, on: !isMine })}
              className="figure flex h-7 min-w-7 items-center justify-center gap-1 rounded-full border border-transparent px-1.5 text-soft text-xs hover:bg-well aria-pressed:border-edge aria-pressed:bg-well aria-pressed:text-ink disabled:hover:bg-transparent"
            >
              <Icon size={14} aria-hidden />
              {count > 0 && count}
              {isMine && <span aria-hidden>✓</span>}
            </button>
          );
        })}
        {people.length > 0 && (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="h-7 rounded px-1.5 text-soft text-xs hover:bg-well"
          >
            who
          </button>
        )}
      </div>
      {open && (
        <ul className="mt-1 space-y-0.5 text-xs">
          {reactions
            .filter((reaction) => pressed(reaction).length > 0)
            .map((reaction) => {
              const all = pressed(reaction);
              return (
                <li key={reaction} className="flex flex-wrap gap-x-2">
                  <span className="text-soft">{WORDS[reaction]}:</span>
                  {all.slice(0, NAMED).map((person) => (
                    <PersonName key={person} person={person} />
                  ))}
                  {all.length > NAMED && <span className="text-soft">and {all.length - NAMED} more</span>}
                </li>
              );
            })}
        </ul>
      )}
    </div>
  );
}
