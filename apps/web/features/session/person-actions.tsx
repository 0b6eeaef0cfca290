"use client";

import { isAnonymous } from "@crux/room/client";
import { useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useHidden } from "../../client/session/hidden.ts";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideForm } from "../../client/session/hide-form.tsx";
import { ReasonForm } from "../../client/session/reason-form.tsx";

type Deed = "mute" | "remove" | "hide-name";

const DEEDS: Readonly<Record<Exclude<Deed, "hide-name">, { readonly ask: string; readonly done: string }>> = {
  mute: {
    ask: "Why? Everybody can read it. They can still read along, and take back.",
    done: "Mute",
  },
  remove: {
    ask: "Why? Everybody can read it. They can't come back as the same person.",
    done: "Send out",
  },
};

/** What a moderator may do about someone, by name or by made-up name; each is on the public record with its reason. */
export function PersonActions({ person, name }: { readonly person: string; readonly name: string }) {
  const { room } = useRoom();
  const isPerson = useRoomView((view) => view.people.some(({ id }) => id === person));
  const isMuted = useRoomView((view) => view.session.muted[person] !== undefined);
  const isNameHidden = useHidden(`name/${person}`) !== null;
  /** Whether there are two names to mute, of which one leaves the other alone. */
  const isSplit = useRoomView((view) => !isPerson || isAnonymous(view.session));
  const hasPhase = useRoomView((view) => view.session.phase !== null);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [isForPhase, setForPhase] = useState(true);
  const give = (reason: string) => {
    if (deed === "mute")
      room.send({ kind: "mute", person, until: hasPhase && isForPhase ? "phase" : "lifted", reason });
    if (deed === "remove") room.send({ kind: "remove-person", person, reason });
    setDeed(null);
  };
  const button = (text: string, run: () => void) => (
    <button type="button" className="button min-h-7 px-1.5" onClick={run}>
      {text}
      <span className="sr-only"> {name}</span>
    </button>
  );
  return (
    <>
      {isMuted
        ? button("Unmute", () => room.send({ kind: "unmute", person }))
        : button("Mute", () => setDeed("mute"))}
      {isPerson && !isNameHidden && button("Hide the name", () => setDeed("hide-name"))}
      {isPerson && button("Send out", () => setDeed("remove"))}
      <HiddenStub to={`name/${person}`} what="the name" />
      {deed === "hide-name" && <HideForm to={`name/${person}`} onDone={() => setDeed(null)} />}
      {deed !== null && deed !== "hide-name" && (
        <ReasonForm
          ask={DEEDS[deed].ask}
          deed={DEEDS[deed].done}
          onGive={give}
          onCancel={() => setDeed(null)}
          note={
            deed === "mute" &&
            isSplit && (
              <p className="text-soft text-xs">
                {isPerson
                  ? "This reaches what they do by name: hands and edits. What they say anonymously is muted under its made-up name."
                  : "This reaches what is said under this made-up name, and nothing by which one could see whose it is."}
              </p>
            )
          }
          choice={
            deed === "mute" &&
            hasPhase && (
              <label className="mr-auto flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  checked={isForPhase}
                  onChange={(event) => setForPhase(event.target.checked)}
                  className="size-4 accent-[var(--ink)]"
                />
                only until the next phase
              </label>
            )
          }
        />
      )}
    </>
  );
}
