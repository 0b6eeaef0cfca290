"use client";

import { useEffect, useRef } from "react";
import { useJoinedRoom } from "../room/use-room.tsx";
import { willMove } from "./hidden.ts";
import { ReasonForm } from "./reason-form.tsx";

/** Asks a moderator why something is to be hidden, and hides it: everybody reads the reason in its place. */
export function HideForm(props: { readonly to: string; readonly onDone: () => void }) {
  const { to, onDone } = props;
  const room = useJoinedRoom();
  const form = useRef<HTMLFormElement>(null);
  // It opens below what it hides, in boxes that scroll.
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const hide = (reason: string) => {
    willMove(to);
    room.send({ kind: "hide", to, reason });
    onDone();
  };
  return (
    <ReasonForm
      ref={form}
      ask="Why is it hidden? Everybody sees this in its place."
      deed="Hide it"
      isNeeded
      onGive={hide}
      onCancel={onDone}
    />
  );
}
