"use client";

import type { ObjectionView } from "@crux/room/client";
import { Stamp } from "lucide-react";
import { useRoom } from "../../client/room/use-room.tsx";
import { useRailRoom } from "./rail-room.tsx";

/** Puts one's name to an objection in the version that stands now; names under an earlier version are counted apart. */
export function Endorse({ card }: { readonly card: ObjectionView }) {
  const { room } = useRoom();
  const { isYou, speaks, nameOf, locks } = useRailRoom();
  const people = Object.entries(card.endorsements);
  const now = people.filter(([, version]) => version === "this").map(([person]) => person);
  const earlier = people.length - now.length;
  const mine = people.find(([person]) => isYou(person))?.[1];
  const names = now.slice(0, 12).map(nameOf).join(", ");
  return (
    <span className="inline-flex items-center gap-1 text-xs">
      <button
        type="button"
        aria-pressed={mine === "this"}
        disabled={!speaks || locks.react !== null}
        title={
          locks.react ?? (names === "" ? "Put your name to it as it stands now" : `Endorsed by ${names}`)
        }
        onClick={() =>
          room.send({ kind: "endorse", to: `objection/${card.objection.id}`, on: mine !== "this" })
        }
        className="figure flex h-7 items-center gap-1 rounded-full border border-transparent px-1.5 text-soft hover:bg-well aria-pressed:border-edge aria-pressed:bg-well aria-pressed:text-ink"
      >
        <Stamp size={14} aria-hidden />
        {mine === "this" ? "Endorsed" : mine === "earlier" ? "Endorse again" : "Endorse"}
        {now.length > 0 && ` ${now.length}`}
      </button>
      {earlier > 0 && (
        <span
          className="text-soft"
          title="They endorsed what it said before it was edited"
        >{`+ ${earlier} for an earlier version`}</span>
      )}
    </span>
  );
}
