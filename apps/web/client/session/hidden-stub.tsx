"use client";

import { EyeOff } from "lucide-react";
import { useJoinedRoom } from "../room/use-room.tsx";
import { useHidden, useModerates, useMovedFocus, willMove } from "./hidden.ts";

/**
 * That a moderator hid something, and why; nothing where it is not hidden. Moderators can read what it said, which is
 * folded away since others may look at their screen, and show it again.
 */
export function HiddenStub(props: {
  readonly to: string;
  /** What it is, e.g. `a claim`. */
  readonly what?: string;
  /** Whether it is the reader's own, who still has the words. */
  readonly isOwn?: boolean;
}) {
  const { to, what = "it", isOwn = false } = props;
  const room = useJoinedRoom();
  const hidden = useHidden(to);
  const moderates = useModerates();
  const ref = useMovedFocus<HTMLDivElement>(hidden === null ? "" : to);
  if (hidden === null) return null;
  const { by, reason, words } = hidden;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      className="flex basis-full flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-edge border-dashed px-2.5 py-1.5 text-sm"
    >
      <EyeOff size={15} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {by} hid {what}: <bdi>{reason}</bdi>
        {isOwn && <span className="text-soft">. Only you and moderators can still read it.</span>}
      </p>
      {moderates && (
        <button
          type="button"
          className="button button-line min-h-7"
          onClick={() => {
            willMove(to);
            room.send({ kind: "unhide", to });
          }}
        >
          Show it again{what !== "it" && <span className="sr-only">: {what}</span>}
        </button>
      )}
      {words.length > 0 && (
        <details className="basis-full">
          <summary className="label w-fit">What it said</summary>
          {words.map((text, at) => (
            <p
              // biome-ignore lint/suspicious/noArrayIndexKey: the words of one thing, which never change places
              key={at}
              dir="auto"
              className="whitespace-pre-line [overflow-wrap:anywhere]"
            >
              {text}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}
