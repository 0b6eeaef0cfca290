"use client";

import { MessageSquare } from "lucide-react";
import { useDoubtCount } from "../../client/debate/use-board.ts";

/** How many open objections of the room are about a cost, as a way to them; nothing where there are none. */
export function DoubtCountHere(props: {
  readonly term: string;
  readonly axis: "c" | "t";
  readonly name: string;
}) {
  const { count, show } = useDoubtCount(props.term, props.axis);
  if (count === 0) return null;
  const text = count === 1 ? "1 objection" : `${count} objections`;
  return (
    <button
      type="button"
      title={`${text}: show`}
      aria-label={`${text} to ${props.name}: show`}
      onClick={show}
      className="figure flex min-h-6 items-center gap-0.5 rounded px-0.5 font-medium text-[0.6875rem] text-ink hover:bg-well"
    >
      <MessageSquare size={12} aria-hidden />
      {count}
    </button>
  );
}
