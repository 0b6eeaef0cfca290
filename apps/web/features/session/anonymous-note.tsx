"use client";

import { isAnonymous, pseudonymName } from "@crux/room/client";
import { VenetianMask } from "lucide-react";
import { useRoomView } from "../../client/room/use-room.tsx";

/** That what is said now stands under a made-up name, and what that means; nothing where it does not. */
export function AnonymousNote() {
  const on = useRoomView((view) => isAnonymous(view.session));
  const name = useRoomView((view) => (view.pseudonym === null ? null : pseudonymName(view.pseudonym)));
  const edits = useRoomView((view) => view.canEdit);
  if (!on) return null;
  return (
    <p data-testid="anonymous" className="mb-1.5 flex gap-2 rounded-lg bg-well px-3 py-1.5 text-sm">
      <VenetianMask size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        What you say now stands under a made-up name{name === null ? "" : `, ${name}`}: nobody here is told
        that it is you. That you are here, your raised hand and <strong>edits of the model</strong> stay under
        your own name{edits && ": to change a value without it, object or publish your own values"}.
      </span>
    </p>
  );
}
