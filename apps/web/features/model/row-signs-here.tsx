"use client";

import { BookOpenText, Frown, Lock, Presentation } from "lucide-react";
import { useRoomView } from "../../client/room/use-room.tsx";
import { shownRow } from "../../client/session/spotlight.ts";
import { glossAt, rowRef } from "../../client/session/things.ts";
import { Tip } from "../../ui/tip.tsx";

/** What a meeting says of a term or a parameter, in a room. */
export function RowSignsHere({
  list,
  id,
  name,
}: {
  readonly list: "terms" | "parameters";
  readonly id: string;
  readonly name: string;
}) {
  const ref = useRoomView((view) => rowRef(view, list, id));
  const gloss = useRoomView((view) => (ref === null ? null : glossAt(view, ref)));
  const lost = useRoomView((view) => (ref === null ? 0 : (view.session.lost.counts[ref] ?? 0)));
  const isShown = useRoomView((view) => ref !== null && shownRow(view) === ref);
  const isLocked = useRoomView((view) => ref !== null && view.session.locks[ref] !== undefined);
  return (
    <>
      {isLocked && (
        <span title="Locked by a moderator" className="inline-flex shrink-0 text-soft">
          <Lock size={12} aria-hidden />
          <span className="sr-only">locked by a moderator</span>
        </span>
      )}
      {isShown && (
        <span data-spotlit title="On the screen now" className="inline-flex shrink-0">
          <Presentation size={13} aria-hidden />
          <span className="sr-only">on the screen now</span>
        </span>
      )}
      {gloss !== null && (
        <Tip
          label={`${name} in plain words`}
          text={`${gloss.text} (${gloss.by})`}
          className="inline-grid size-6 shrink-0 place-items-center rounded text-ink hover:bg-well"
        >
          <BookOpenText size={13} aria-hidden />
        </Tip>
      )}
      {lost > 0 && (
        <span
          title={`${lost} lost here; only moderators see this`}
          className="figure inline-flex shrink-0 items-center gap-0.5 font-medium text-[0.6875rem]"
        >
          <Frown size={13} aria-hidden /> {lost}
          <span className="sr-only"> lost at {name}</span>
        </span>
      )}
    </>
  );
}
