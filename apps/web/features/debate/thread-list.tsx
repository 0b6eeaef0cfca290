"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { cardsOf, type Thread as Shape } from "../../client/debate/board.ts";
import { observeNear } from "../../ui/observe-near.ts";
import { Thread } from "./thread.tsx";

/** Cards that are drawn at first, and with every step towards the end of the list. */
const FIRST = 8;
const STEP = 6;

/** Threads one below the other; those further down are drawn when the reader comes near, or asks for one of them. */
export function ThreadList(props: {
  readonly label: string;
  readonly threads: readonly Shape[];
  /** A card that has to be there. */
  readonly wanted: string | null;
  /** Called when the first cards stand on the page. */
  readonly onDrawn: () => void;
}) {
  const { threads, wanted, onDrawn } = props;
  const [count, setCount] = useState(FIRST);
  const end = useRef<HTMLDivElement>(null);
  const place =
    wanted === null
      ? -1
      : threads.findIndex((one) => cardsOf(one).some((card) => card.objection.id === wanted));
  const shown = Math.max(count, place + 1);
  const isAll = shown >= threads.length;
  useEffect(() => {
    const element = end.current;
    if (element === null || isAll) return;
    return observeNear(element, "600px", (isNear) => {
      if (isNear) startTransition(() => setCount(shown + STEP));
    });
  }, [shown, isAll]);
  useEffect(onDrawn, [onDrawn]);
  return (
    <>
      <ul aria-label={props.label} className="space-y-2.5">
        {threads.slice(0, shown).map((thread) => (
          <Thread key={thread.card.objection.id} thread={thread} />
        ))}
      </ul>
      {!isAll && (
        <div ref={end} className="py-2 text-center">
          <button type="button" className="button button-line" onClick={() => setCount(shown + STEP)}>
            Show more ({threads.length - shown} left)
          </button>
        </div>
      )}
    </>
  );
}
