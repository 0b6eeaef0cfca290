"use client";

import { speakers } from "@crux/room/client";
import { Pin } from "lucide-react";
import { joined, type OwnClaim } from "../../client/claims/own-claims.ts";
import { useRoom, useRoomIfAny, useRoomView } from "../../client/room/use-room.tsx";
import { useLock } from "../../client/session/use-meeting.ts";

/** Puts a claim up for everybody in the room to judge; nothing on a page without one. */
export function PinClaim({ claim }: { readonly claim: OwnClaim }) {
  return useRoomIfAny() === null ? null : <Button claim={claim} />;
}

function Button({ claim }: { readonly claim: OwnClaim }) {
  const { room } = useRoom();
  const text = joined(claim);
  const may = useRoomView((view) => view.you !== null && speakers.includes(view.you.role));
  const isUp = useRoomView((view) => Object.values(view.debate.claims).some((one) => one.text === text));
  const lock = useLock("claim");
  if (!may || text === null) return null;
  if (isUp) return <span className="text-soft text-xs">Pinned: everybody sees it.</span>;
  return (
    <button
      type="button"
      disabled={lock !== null}
      title={lock ?? "Everybody in the room sees it, with its verdict"}
      className="button button-line min-h-7"
      onClick={() => room.send({ kind: "pin-claim", claim: freshId(), text })}
    >
      <Pin size={14} aria-hidden /> Pin to the room
    </button>
  );
}

const freshId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
