"use client";

import { Presentation } from "lucide-react";
import { useState } from "react";
import type { OnScreen } from "./use-shown.ts";

/** That something new is on the big screen, with the ways to it; whoever follows is told so, and how to stop. */
export function ShownNotice({ shown }: { readonly shown: OnScreen }) {
  // What was there before this page was opened is nothing new.
  const [heard, setHeard] = useState(shown.seq);
  const { text, seq, isFollowing } = shown;
  if (text === null || (!isFollowing && seq <= heard)) return null;
  return (
    <div
      role="status"
      className={`mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg px-3 py-1.5 text-sm ${isFollowing ? "border-2 border-ink" : "bg-well"}`}
    >
      <Presentation size={15} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 basis-52 [overflow-wrap:anywhere]">
        <span className="text-soft">{isFollowing ? "Following the screen:" : "On the screen:"}</span> {text}
      </p>
      {isFollowing ? (
        <button
          type="button"
          className="button button-line"
          onClick={() => {
            setHeard(seq);
            shown.follow(false);
          }}
        >
          Stop following <span className="text-soft">Esc</span>
        </button>
      ) : (
        <>
          <button
            type="button"
            className="button button-line"
            onClick={() => {
              setHeard(seq);
              shown.go();
            }}
          >
            Go there
          </button>
          <button type="button" className="button" onClick={() => shown.follow(true)}>
            Follow the screen
          </button>
          <button type="button" className="button" onClick={() => setHeard(seq)}>
            Not now
          </button>
        </>
      )}
    </div>
  );
}
