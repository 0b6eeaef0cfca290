"use client";

import { BellRing } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useDrafts } from "../../client/debate/use-debate.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { newsOf } from "../../client/session/news.ts";
import type { Panels } from "./panels.ts";

/**
 * On a phone: what begins in the meeting brings its owner to Now, unless they are in the middle of something; then a
 * notice over the bar says what is new. A screen reader hears both.
 */
export function PhoneNews({ panels }: { readonly panels: Panels }) {
  const news = useRoomView(newsOf);
  const isOnline = useRoomView((view) => view.connection.kind === "online" && view.you !== null);
  const isWriting = useDrafts()?.isOpen === true;
  const seen = useRef<Set<string> | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const isNow = panels.panel === "now";
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what begins is news, not where the page stands
  useEffect(() => {
    if (!isOnline) return;
    const fresh = news.find(({ key }) => seen.current?.has(key) === false);
    const isFirst = seen.current === null;
    seen.current = new Set([...(seen.current ?? []), ...news.map(({ key }) => key)]);
    if (isFirst || fresh === undefined) return;
    setSaid(`New: ${fresh.text}`);
    if (isNow) return;
    if (isWriting || isBusy()) return setWaiting(fresh.text);
    panels.open("now");
    window.scrollTo({ top: 0, behavior: "instant" });
  }, [news, isOnline]);
  useEffect(() => {
    if (isNow) setWaiting(null);
  }, [isNow]);
  return (
    <>
      <p role="status" data-testid="phone-news" className="sr-only">
        {said}
      </p>
      {waiting !== null && !isNow && (
        <aside
          aria-label="New in the meeting"
          className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-[55] flex items-center gap-2 bg-ink px-3 py-2 text-paper md:hidden"
        >
          <BellRing size={18} aria-hidden className="shrink-0" />
          <p className="line-clamp-2 min-w-0 flex-1 text-sm leading-snug [overflow-wrap:anywhere]">
            <strong className="font-semibold">New:</strong> {waiting}
          </p>
          <button
            type="button"
            className="button min-h-11 shrink-0 bg-paper px-4 text-ink text-sm hover:bg-well"
            onClick={() => {
              panels.open("now");
              window.scrollTo({ top: 0, behavior: "instant" });
            }}
          >
            Show
          </button>
          <button
            type="button"
            className="button min-h-11 shrink-0 text-paper text-sm hover:bg-transparent!"
            onClick={() => setWaiting(null)}
          >
            Later
          </button>
        </aside>
      )}
    </>
  );
}

/** Whether whoever holds the phone types, drags a handle, or has something open over the page. */
function isBusy(): boolean {
  if (document.querySelector("dialog[open], :popover-open") !== null) return true;
  const at = document.activeElement;
  return at?.matches("input, textarea, select, [contenteditable=true], [role=slider]") === true;
}
